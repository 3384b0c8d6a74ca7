import type { ApplicationState } from './application-state.ts';
import type { OutcomeId } from './outcome.ts';
import { type Refusal, refusal } from './refusals.ts';
import { givesAgainstWill } from './third-party.ts';

export interface ReplyRules {
  /** Places that must be searched before a reply of non-existence [U]; default 2. */
  readonly minimumSearchPlaces: number;
}

type Ground = (state: ApplicationState, rules: ReplyRules) => Refusal | null;

const when = (isMissing: boolean, code: Refusal['code']): Refusal | null =>
  isMissing ? refusal(code) : null;

/** Told in numbers, because the officer is to know how many more. */
const searchMissing = (searched: number, wanted: number): Refusal => ({
  ...refusal('search-missing'),
  message: `答复“信息不存在”以前，检索记录须覆盖至少${wanted}个检索地点，现有${searched}个（法释〔2025〕8号第六条）。请先登记检索。`,
});

const ELSEWHERE: Ground = () => refusal('outcome-elsewhere');

/** A third party was asked, and answered or let its period pass (条例32). */
const wasThirdPartyAsked = ({ consultations }: ApplicationState): boolean =>
  consultations.some(({ kind, opinion }) => kind === 'thirdPartyConsultation' && opinion !== null);

/** What the file must hold before an outcome can be replied (applications.md §10; burden of proof 法释8号5–6). */
const GROUNDS: Readonly<Partial<Record<OutcomeId, Ground>>> = {
  'unavailable.nonExistent': ({ searchedPlaces }, { minimumSearchPlaces }) =>
    searchedPlaces.length < minimumSearchPlaces
      ? searchMissing(searchedPlaces.length, minimumSearchPlaces)
      : null,
  'unavailable.stillUnclear': ({ clock }) => when(!clock.correctionUsed, 'correction-missing'),
  'notProcessed.excessive': ({ reasons }) =>
    when(reasons !== 'unreasonable' && reasons !== 'notGiven', 'reasons-missing'),
  'notProcessed.duplicate': ({ links }) =>
    when(!links.some(({ relation }) => relation === 'duplicateOf'), 'duplicate-unlinked'),
  'refused.thirdPartyRights': (state) => when(!wasThirdPartyAsked(state), 'consultation-missing'),
  // 条例32 asks for an opinion where disclosure would harm: where the harmful part is withheld, the organ may say so instead.
  partiallyGranted: (state) =>
    when(
      state.draft?.needsConsultation === true && !wasThirdPartyAsked(state),
      'partial-consultation-missing',
    ),
  'otherHandling.correctionLapsed': ELSEWHERE,
  'otherHandling.feeUnpaid': ELSEWHERE,
  'otherHandling.withdrawn': ELSEWHERE,
};

/** What stands against a reply with this outcome; asked when it is submitted and when it is approved. */
export function refuseReply(
  state: ApplicationState,
  outcome: OutcomeId,
  rules: ReplyRules,
): readonly Refusal[] {
  const found = GROUNDS[outcome]?.(state, rules) ?? null;
  const isUnfounded = givesAgainstWill(state) && state.draft?.overrulesObjection !== true;
  return [...(found === null ? [] : [found]), ...(isUnfounded ? [refusal('public-interest-missing')] : [])];
}
