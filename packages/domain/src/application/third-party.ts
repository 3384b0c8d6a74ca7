import { chineseDate } from '../kernel/chinese-date.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationState, CaseConsultation } from './application-state.ts';
import type { OutcomeId } from './outcome.ts';
import { type Refusal, refusal } from './refusals.ts';

export interface ThirdPartyRules {
  /** Calendar days between the third party's receipt of the notice and the disclosure; 0: none. 条例32 is silent [U]. */
  readonly thirdPartyReliefDays: number;
}

/** Third parties that were asked and do not agree, wholly or in part. */
const objections = ({ consultations }: Pick<ApplicationState, 'consultations'>) =>
  consultations.filter(
    ({ kind, opinion }) =>
      kind === 'thirdPartyConsultation' && (opinion === 'refuses' || opinion === 'partly'),
  );

/**
 * Given whole; or in part, and the draft says why objections are overruled. Else the part that is withheld (条例37) may
 * be just what the third party does not agree to.
 */
const gives = ({ outcome, overrulesObjection }: { outcome: OutcomeId; overrulesObjection: boolean }) =>
  outcome.startsWith('granted.') || (outcome === 'partiallyGranted' && overrulesObjection);

/**
 * The drafted reply gives what a third party does not agree to: because its reasons do not hold, or because withholding
 * it may gravely affect the public interest; with content and reasons told to the third party in writing (条例32).
 */
export const givesAgainstWill = (state: ApplicationState): boolean =>
  state.draft !== null && gives(state.draft) && objections(state).length > 0;

/** A third party whose objection the drafted reply overrules, and how far it has been told so. */
export interface Overruled {
  readonly consultationId: string;
  readonly noticeId: string | null;
  /** The first day on which the reply may go out; `null` while the third party has not received the notice. */
  readonly releasedFrom: CivilDate | null;
}

function overruledOf({ thirdPartyNotices, letters }: ApplicationState, { consultationId }: CaseConsultation) {
  const notice = thirdPartyNotices.findLast((one) => one.consultationId === consultationId);
  if (notice === undefined) return { consultationId, noticeId: null, releasedFrom: null };
  const { letterId, waitDays } = notice;
  const letter = letters.find((one) => one.letterId === letterId);
  // Without a time to wait it is enough that the notice was sent (条例32: 书面告知).
  const from =
    waitDays === 0 ? letter?.issuedOn : letter?.delivered && addDays(letter.delivered.on, waitDays + 1);
  return { consultationId, noticeId: letterId, releasedFrom: from ?? null };
}

/** Everybody whose objection the drafted reply overrules, in the order in which they were asked. */
export const overruledBy = (state: ApplicationState): readonly Overruled[] =>
  givesAgainstWill(state) ? objections(state).map((one) => overruledOf(state, one)) : [];

/** Whether the notice to a third party may be sent: it objects, and was not told yet or its mail came back. */
export function refuseThirdPartyNotice(state: ApplicationState, consultationId: string): readonly Refusal[] {
  const found = overruledBy(state).find((one) => one.consultationId === consultationId);
  if (found === undefined) return [refusal('third-party-agrees')];
  const letter = state.letters.find(({ letterId }) => letterId === found.noticeId);
  return letter === undefined || letter.isReturned ? [] : [refusal('third-party-told', 'consultationId')];
}

const waiting = (from: CivilDate): Refusal => ({
  ...refusal('third-party-waiting', 'on'),
  message: `第三方收到告知书以后，须等候其寻求救济，${chineseDate(from)}起才能送达答复、提供信息（条例第三十二条；等候的日数由本机关设置）。`,
});

/** Whether the reply that overrules third parties may go out on a day. */
export function refuseRelease(state: ApplicationState, on: CivilDate): readonly Refusal[] {
  const overruled = overruledBy(state);
  if (overruled.some(({ noticeId }) => noticeId === null)) return [refusal('third-party-not-told')];
  if (overruled.some(({ releasedFrom }) => releasedFrom === null))
    return [refusal('third-party-not-reached')];
  const last = overruled
    .flatMap(({ releasedFrom }) => releasedFrom ?? [])
    .toSorted()
    .at(-1);
  return last !== undefined && on < last ? [waiting(last)] : [];
}
