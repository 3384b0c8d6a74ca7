import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt, firstDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type CalendarEntry, calendarFile, standingEntry } from '@zhaoshi/domain/notification/calendar-file';
import { isDone, openTurns, RHYTHM, turnsOf, turnWords } from '@zhaoshi/domain/notification/yearly-rhythm';
import { clocksOf, OPINION_TIMERS } from '@zhaoshi/domain/opinion/clocks';
import { can } from '@zhaoshi/domain/permission/can';
import { TODO_KINDS, type TodoKind } from '@zhaoshi/domain/todo/todo-items';
import { actorIn, type MembershipOrgan, membershipsOf } from '../../db/queries/caller.ts';
import { findFeedOwner } from '../../db/queries/notices.ts';
import { factsOf, openOpinionsOf } from '../../db/queries/opinions.ts';
import { organRhythms } from '../../db/queries/rhythm.ts';
import type { Caller, ChangeContext, UseCaseContext } from '../context.ts';
import { hashSessionToken, newSessionToken } from '../identity/session-token.ts';
import { opinionRulesReader } from '../opinion/opinion-rules.ts';
import { rhythmItemsOf } from '../reminders/rhythm-items.ts';
import { todoOf } from './todo-of.ts';

type OwnContext = Pick<ChangeContext, 'caller' | 'change' | 'now'>;

/** Makes the address of a person's calendar, which ends the one before; its token is in this answer and nowhere else. */
export async function makeFeed({
  caller: { accountId },
  change,
  now,
}: OwnContext): Promise<Result<{ readonly path: string }, Rejection>> {
  return await change(async (transaction) => {
    const token = newSessionToken();
    const made = { token_sha256: hashSessionToken(token), made_at: now(), read_at: null };
    await transaction
      .insertInto('calendar_feed')
      .values({ account_id: accountId, ...made })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(made))
      .execute();
    return ok({ value: { path: feedPath(token) }, subject: `account/${accountId}` });
  });
}

const feedPath = (token: string): string => `/calendar/${token}.ics`;

/** Ends the calendar: its address opens nothing any more. */
export async function endFeed({
  caller: { accountId },
  change,
}: OwnContext): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    await transaction.deleteFrom('calendar_feed').where('account_id', '=', accountId).execute();
    return ok({ value: null, subject: `account/${accountId}` });
  });
}

/** Hours that run in an organ, each as an instant. */
async function opinionEntries(
  { database, now }: UseCaseContext,
  { path, name }: MembershipOrgan,
): Promise<readonly CalendarEntry[]> {
  const rules = await opinionRulesReader(database)(path);
  const open = await openOpinionsOf(database, path);
  return open.flatMap((row) =>
    clocksOf(factsOf(row), rules, now())
      .filter(({ doneAt, state }) => doneAt === null && state !== 'notOwed')
      .map(({ timer, dueAt }) => ({
        uid: `opinion.${timer}.${row.opinion_id}@zhaoshi`,
        summary: `${name}：政务舆情须${OPINION_TIMERS[timer].title}`,
        description: OPINION_TIMERS[timer].source,
        on: dueAt,
      })),
  );
}

/** What comes round in this year and the next, and what of it is still owed. */
async function rhythmEntries(
  { database, now }: UseCaseContext,
  organ: MembershipOrgan,
): Promise<readonly CalendarEntry[]> {
  const today = civilDateAt(now());
  const year = yearOf(today);
  const [rhythm] = await organRhythms(database, [organ], firstDayOf(year - 1));
  const { begunOn = null, proofs = [] } = rhythm ?? {};
  const items = (await rhythmItemsOf(database, [organ])).get(organ.organId);
  const open = begunOn === null ? [] : openTurns(proofs, begunOn, today, items);
  const owed = open.filter(({ dueOn }) => dueOn < today);
  const ahead = [...turnsOf(year, items), ...turnsOf(year + 1, items)].filter(
    (turn) => turn.dueOn >= today && !isDone(turn, proofs),
  );
  return [...owed, ...ahead].map((turn) => ({
    uid: `rhythm.${turn.item}.${turn.dueOn}.${organ.organId}@zhaoshi`,
    summary: `${organ.name}：${RHYTHM[turn.item].title}（${turnWords(turn)}）`,
    description: RHYTHM[turn.item].basis,
    on: turn.dueOn,
  }));
}

/** Their hours and days stand in the calendar one by one. */
const EACH_BY_ITSELF: ReadonlySet<TodoKind> = new Set(['opinionsToAnswer', 'rhythmOwed']);

async function entriesIn(
  context: UseCaseContext,
  caller: Caller,
  organ: MembershipOrgan,
): Promise<readonly CalendarEntry[]> {
  const { actor } = caller;
  const items = await todoOf(context.database, caller, context.now());
  const due = items.flatMap(({ kind, title, year, dueOn }) =>
    dueOn === null || EACH_BY_ITSELF.has(kind)
      ? []
      : [
          {
            uid: `${kind}${year === null ? '' : `.${year}`}.${organ.organId}@zhaoshi`,
            summary: `${organ.name}：${title}`,
            description: TODO_KINDS[kind].law,
            on: dueOn,
          },
        ],
  );
  return [
    ...due,
    ...(can(actor, 'opinion.write', organ.path) ? await opinionEntries(context, organ) : []),
    ...(can(actor, 'work.write', organ.path) ? await rhythmEntries(context, organ) : []),
  ];
}

/**
 * The calendar that a token opens, with what falls due for its owner by the rights that they have now, in every organ in
 * which they have any. It names kinds, counts and days, and nobody.
 *
 * @returns the file; `null` for a token that opens nothing, and while the account rests
 */
export async function readFeed(context: UseCaseContext, token: string): Promise<string | null> {
  const { database, now } = context;
  const hash = hashSessionToken(token);
  const owner = await findFeedOwner(database, hash);
  if (owner === undefined) return null;
  const entries: CalendarEntry[] = [];
  for (const organ of await membershipsOf(database, owner.account_id)) {
    // Who never set up the second factor has no rights that need it.
    const actor = actorIn(organ, owner.totp_confirmed_at !== null);
    const { regionId, organId } = organ;
    const caller = {
      accountId: owner.account_id,
      sessionId: '',
      displayName: '',
      loginName: '',
      organ: {
        regionId,
        organId,
      },
      actor,
    };
    entries.push(...(await entriesIn(context, caller, organ)));
  }
  if (owner.read_at === null || now().getTime() - owner.read_at.getTime() > HOUR_MS) {
    await database
      .updateTable('calendar_feed')
      .set({ read_at: now() })
      .where('token_sha256', '=', hash)
      .execute();
  }
  const standing = entries.map((entry) => standingEntry(entry, now()));
  return calendarFile('政府信息公开期限', standing, now());
}
