import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { joinLetters } from '@zhaoshi/domain/letter/joint-letter';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { Transaction } from 'kysely';
import { type CaseRow, lockCase } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import { actOnCase, type CaseActor, type CaseTools, type LoadedCase, loadState } from './act-on-case.ts';
import { checkLetters } from './compose-letters.ts';
import { takeNumber } from './letter-number.ts';
import { correctedWords, lastDraftTexts, openForm } from './show-case.ts';

interface JointApproval {
  /** The case in which the approval is given; the letter has its number. */
  readonly loaded: LoadedCase;
  readonly command: Command;
  readonly others: readonly { readonly applicationId: string; readonly version: number }[];
}

type Joint = Result<readonly LoadedCase[], Rejection>;

const refused = (detail: string): { readonly ok: false; readonly error: Rejection } =>
  err({ code: 'state-refuses', detail });

/** Says of which case a refusal speaks; its fields are not on the screen of the first. */
function ofCase({ registration_number: number }: CaseRow, rejection: Rejection): Rejection {
  const words = [rejection.detail ?? '', ...(rejection.errors ?? []).map(({ message }) => `${message}。`)];
  return { code: 'state-refuses', detail: `登记号${number}：${words.join('')}` };
}

const areLinked = (first: LoadedCase, other: LoadedCase): boolean => {
  const names = ({ state }: LoadedCase, { row }: LoadedCase): boolean =>
    state.links.some(({ relation, otherId }) => relation === 'jointReply' && otherId === row.application_id);
  return names(first, other) || names(other, first);
};

/** The other cases, locked, as they were seen; in one order, so that two who approve at once wait for each other. */
async function loadOthers(
  transaction: Transaction<Schema>,
  { loaded: first, others }: JointApproval,
  now: Date,
): Promise<Joint> {
  const loaded: LoadedCase[] = [];
  for (const { applicationId, version } of others.toSorted((a, b) =>
    a.applicationId.localeCompare(b.applicationId),
  )) {
    const row = await lockCase(transaction, { regionId: first.row.region_id, applicationId });
    const isOwn = row !== undefined && row.organ_id === first.row.organ_id;
    if (!isOwn || applicationId === first.row.application_id) {
      return refused('并案的申请不在本机关的登记簿中，或者是这件申请自己。');
    }
    if (row.version !== version) {
      return refused(`登记号${row.registration_number}：别人刚刚办理过，请核对最新情况后再批准。`);
    }
    const other = await loadState(transaction, row, now);
    if (!areLinked(first, other)) {
      return refused(`登记号${row.registration_number}：没有登记为合并答复，请先关联。`);
    }
    loaded.push(other);
  }
  return ok(loaded);
}

/** What each case would be answered by itself, without a number. */
async function ownLetter(
  transaction: Transaction<Schema>,
  { row, state, rules }: LoadedCase,
  { act, texts }: Command,
  { box, now }: CaseTools,
): Promise<Result<Letter, Rejection>> {
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  const source = {
    row,
    form: openForm(box, row),
    corrected: await correctedWords(transaction, ids, state, box),
    state,
    after:
      act.type === 'noticeCorrection'
        ? state
        : evolveApplication(state, { event: act, by: '' }, rules.clockRules),
    act,
    texts,
    draftTexts: await lastDraftTexts(transaction, ids, box),
    rules,
    now: now(),
  };
  const checked = await checkLetters(transaction, source, { numberLater: true });
  if (!checked.ok) return err(ofCase(row, checked.error));
  const tried = checked.value[0];
  return tried?.letter.ok === true
    ? ok(tried.letter.value)
    : err(ofCase(row, { code: 'state-refuses', detail: '还没有可以批准的答复。' }));
}

/** One letter out of those of all cases. */
async function jointLetter(
  transaction: Transaction<Schema>,
  all: readonly LoadedCase[],
  command: Command,
  tools: CaseTools,
): Promise<Result<Letter, Rejection>> {
  const letters: Letter[] = [];
  for (const one of all) {
    const letter = await ownLetter(transaction, one, command, tools);
    if (!letter.ok) return letter;
    letters.push(letter.value);
  }
  const joined = joinLetters(letters);
  return joined.ok ? joined : refused(joined.error);
}

/**
 * 并案答复: approves the replies of several cases of one applicant, which one letter answers. Every case keeps its own
 * outcome and is decided by itself; all are approved or none.
 */
export async function approveJointly(
  transaction: Transaction<Schema>,
  approval: JointApproval,
  actor: CaseActor,
  tools: CaseTools,
): Promise<Result<{ readonly state: ApplicationState }, Rejection>> {
  const { loaded: first, command } = approval;
  const others = await loadOthers(transaction, approval, tools.now());
  if (!others.ok) return others;
  if (others.value.some(({ row }) => row.applicant_id !== first.row.applicant_id)) {
    return refused('只有同一申请人的申请才能写在一份答复中；内容相同、申请人不同的，分别答复。');
  }
  const all = [first, ...others.value];
  const { act } = command;
  if (act.type !== 'approveReply') throw new Error('only replies are approved jointly');
  const joint = await jointLetter(transaction, all, command, tools);
  if (!joint.ok) return joint;
  const numberKey = 'letter.documentNumber';
  const typed = command.texts[numberKey]?.trim() ?? '';
  const number = await takeNumber(transaction, first, { typed, numberKey, on: act.on });
  if (!number.ok) return number;
  for (const one of all) {
    const { row, state } = one;
    const others = all.map((other) => other.row.application_id).filter((id) => id !== row.application_id);
    const isFirst = one === first;
    const letter: Letter = {
      ...joint.value,
      // Each record says what its own case was answered; the words are the same.
      ...(state.draft !== null && { kind: `replyLetter.${state.draft.outcome}` }),
      documentNumber: number.value,
      registrationNumber: row.registration_number,
    };
    const own = { ...act, letterId: isFirst ? act.letterId : tools.newId(), jointWith: others };
    const done = await actOnCase(transaction, one, { ...command, act: own }, actor, {
      ...tools,
      joint: { letter, isFirst },
    });
    if (!done.ok) return isFirst ? done : err(ofCase(row, done.error));
  }
  const after = evolveApplication(first.state, { event: act, by: actor.id }, first.rules.clockRules);
  return ok({ state: after });
}
