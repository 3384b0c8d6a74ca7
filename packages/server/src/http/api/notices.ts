import type { noticeRoutes, rhythmRoutes } from '@zhaoshi/contract/routes/notices';
import { type CivilDate, civilDateAt, firstDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { parseTime, timeWords } from '@zhaoshi/domain/notification/notice-times';
import {
  isDone,
  openTurns,
  proofsOf,
  RHYTHM,
  type RhythmItem,
  type RhythmTurn,
  turnsOf,
  turnWords,
} from '@zhaoshi/domain/notification/yearly-rhythm';
import { findFeed, findPreference } from '../../db/queries/notices.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { type OrganRhythm, organRhythms } from '../../db/queries/rhythm.ts';
import { endFeed, makeFeed } from '../../use-cases/notifications/calendar-feed.ts';
import { addressesOf, setPreference, timesOf } from '../../use-cases/notifications/notice-preference.ts';
import { recordRhythm, removeRhythm } from '../../use-cases/reminders/record-rhythm.ts';
import { rhythmItemsOf } from '../../use-cases/reminders/rhythm-items.ts';
import type { Handlers } from './handler.ts';

// The contract has checked that these texts are times and days.
const minute = (text: string): number => parseTime(text) ?? 0;
const day = (text: string): CivilDate => text as CivilDate;

export const noticeHandlers: Handlers<typeof noticeRoutes> = {
  read: async ({ database, caller, services }) => {
    const row = await findPreference(database, caller.accountId);
    const { delivery, digestAt, quietFrom, quietUntil } = timesOf(row);
    const feed = await findFeed(database, caller.accountId);
    return ok({
      delivery,
      digestAt: timeWords(digestAt),
      quietFrom: timeWords(quietFrom),
      quietUntil: timeWords(quietUntil),
      ...addressesOf(services.secretBox, row),
      feed:
        feed === undefined
          ? null
          : { madeAt: feed.made_at.toISOString(), readAt: feed.read_at?.toISOString() ?? null },
    });
  },
  set: (context, { body: { delivery, address, mobile, digestAt, quietFrom, quietUntil } }) =>
    setPreference(context, {
      delivery,
      address,
      mobile,
      digestAt: minute(digestAt),
      quietFrom: minute(quietFrom),
      quietUntil: minute(quietUntil),
    }),
  makeFeed: (context) => makeFeed(context),
  endFeed: (context) => endFeed(context),
};

/** How a turn stands that nothing shows to be done. */
function openState({ dueOn }: RhythmTurn, begunOn: CivilDate | null, today: CivilDate) {
  if (dueOn >= today) return 'open' as const;
  return begunOn !== null && dueOn >= begunOn ? ('overdue' as const) : ('before' as const);
}

/** A turn with what shows that it was done. */
function presentTurn(turn: RhythmTurn, { begunOn, proofs }: OrganRhythm, today: CivilDate) {
  const { title, basis, ...row } = RHYTHM[turn.item];
  const records = proofsOf(turn, proofs);
  return {
    item: turn.item,
    title,
    basis,
    isLocal: 'isLocal' in row,
    period: turnWords(turn),
    dueOn: turn.dueOn,
    state: records.length > 0 ? ('done' as const) : openState(turn, begunOn, today),
    records: records.map(({ source, on, title: called, by, regionId, recordId }) => ({
      source,
      doneOn: on,
      title: called,
      by,
      regionId,
      recordId,
    })),
  };
}

/** The turns of a year that the organ's settings ask for; before those of this year what is still owed of the last. */
function shownTurns(
  year: number,
  { begunOn, proofs }: OrganRhythm,
  today: CivilDate,
  items: readonly RhythmItem[] | undefined,
): readonly RhythmTurn[] {
  // What was done stays, though nobody asks for it any more.
  const asked = new Set(turnsOf(year, items).map(({ item }) => item));
  const turns = turnsOf(year).filter((turn) => asked.has(turn.item) || isDone(turn, proofs));
  if (begunOn === null || year !== yearOf(today)) return turns;
  return [...openTurns(proofs, begunOn, today, items).filter(({ dueOn }) => yearOf(dueOn) < year), ...turns];
}

export const rhythmHandlers: Handlers<typeof rhythmRoutes> = {
  ofYear: async ({ database, reaches, abilities, now }, { params, query: { year } }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const [found] = await organRhythms(database, [params], firstDayOf(year - 1));
    const rhythm = found ?? { organId: params.organId, begunOn: null, proofs: [] };
    const today = civilDateAt(now());
    const items = (await rhythmItemsOf(database, [params])).get(params.organId);
    const turns = shownTurns(year, rhythm, today, items).map((turn) => presentTurn(turn, rhythm, today));
    return ok({ ...params, organName: organ.name, turns, abilities: abilities(organ.path) });
  },
  record: (context, { params, body: { turnOn, doneOn, ...said } }) =>
    recordRhythm(context, params, {
      ...said,
      doneOn: day(doneOn),
      turnOn: turnOn === undefined ? null : day(turnOn),
    }),
  remove: (context, { params, body: { item, turnOn, doneOn } }) =>
    removeRhythm(context, params, { item, turnOn: day(turnOn), doneOn: day(doneOn) }),
};
