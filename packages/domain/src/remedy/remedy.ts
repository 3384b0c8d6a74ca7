import type { OutcomeId } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';

/** Which roads are open, in which order (applications.md §12.1). */
export type RemedyCode = 'REVIEW_FIRST' | 'EITHER' | 'COURT_REFUSES' | 'NONE';

/** From when a reading holds; the last row whose day is reached counts. */
interface RemedyRow {
  readonly validFrom: CivilDate;
  readonly code: RemedyCode;
  readonly source: string;
  /** The reading is not settled: a setting, shown as 待确认. */
  readonly unconfirmed?: true;
}

const day = (text: string): CivilDate => text as CivilDate;

const ALWAYS = day('2019-05-15');
const REVIEW_LAW = day('2024-01-01');
const COURT_RULES = day('2025-06-01');

const EITHER: RemedyRow = { validFrom: ALWAYS, code: 'EITHER', source: '条例51' };

/** Refused under arts 14–16. */
const REFUSED: readonly RemedyRow[] = [
  EITHER,
  { validFrom: REVIEW_LAW, code: 'REVIEW_FIRST', source: '行政复议法（2023修订）23(1)(4)' },
  { validFrom: COURT_RULES, code: 'REVIEW_FIRST', source: '法释〔2025〕8号 1(2), 10(1)' },
];

const PARTIAL: readonly RemedyRow[] = [
  EITHER,
  { validFrom: REVIEW_LAW, code: 'REVIEW_FIRST', source: '国办函〔2021〕132号 2(1)', unconfirmed: true },
];

/** What the court does not take on; the right to reconsideration remains. */
const courtRefuses = (source: string): readonly RemedyRow[] => [
  EITHER,
  { validFrom: COURT_RULES, code: 'COURT_REFUSES', source },
];

const OPEN: readonly RemedyRow[] = [
  EITHER,
  { validFrom: COURT_RULES, code: 'EITHER', source: '法释〔2025〕8号 1' },
];

const OPEN_UNSETTLED: readonly RemedyRow[] = [
  { ...EITHER, unconfirmed: true },
  { validFrom: COURT_RULES, code: 'EITHER', source: '法释〔2025〕8号 1(1)', unconfirmed: true },
];

const REMEDIES: Readonly<Record<OutcomeId, readonly RemedyRow[]>> = {
  'granted.alreadyPublic': OPEN,
  'granted.provided': OPEN,
  'granted.soonPublic': OPEN,
  partiallyGranted: PARTIAL,
  'refused.stateSecret': REFUSED,
  'refused.prohibitedByLaw': REFUSED,
  'refused.securityAndStability': REFUSED,
  'refused.thirdPartyRights': REFUSED,
  'refused.internalAffairs': REFUSED,
  'refused.deliberativeProcess': REFUSED,
  'refused.enforcementFile': REFUSED,
  'refused.administrativeInquiry': courtRefuses('法释〔2025〕8号 10(5)'),
  'unavailable.nonExistent': OPEN,
  'unavailable.otherOrgan': OPEN,
  'unavailable.requiresCreation': courtRefuses('法释〔2025〕8号 10(6)'),
  'unavailable.stillUnclear': OPEN,
  'notProcessed.petitionOrComplaint': courtRefuses('法释〔2025〕8号 10(7)'),
  'notProcessed.duplicate': OPEN,
  'notProcessed.publication': courtRefuses('法释〔2025〕8号 10(8)'),
  'notProcessed.excessive': OPEN,
  'notProcessed.reconfirmation': OPEN_UNSETTLED,
  'otherHandling.correctionLapsed': OPEN_UNSETTLED,
  'otherHandling.feeUnpaid': OPEN_UNSETTLED,
  'otherHandling.withdrawn': OPEN_UNSETTLED,
  'otherHandling.partyInformation': OPEN_UNSETTLED,
};

/** Repeated after the information was given: the court does not take it on (法释〔2025〕8号 10(4)). */
const REPEATED_AFTER_DISCLOSURE = courtRefuses('法释〔2025〕8号 10(4)');

export interface RemedyFacts {
  readonly outcome: OutcomeId;
  /** Date of the letter. */
  readonly on: CivilDate;
  /** Of a repeated application: the information was given the first time. */
  readonly givenBefore?: boolean;
}

export interface Remedy {
  readonly code: RemedyCode;
  readonly source: string;
  readonly unconfirmed: boolean;
}

/**
 * The remedy that the letter must name on its date (applications.md §12.2).
 * @throws {RangeError} for letters before the 条例 in force.
 */
export function remedyOf({ outcome, on, givenBefore = false }: RemedyFacts): Remedy {
  const rows =
    outcome === 'notProcessed.duplicate' && givenBefore ? REPEATED_AFTER_DISCLOSURE : REMEDIES[outcome];
  const row = rows.findLast(({ validFrom }) => validFrom <= on);
  if (row === undefined) throw new RangeError(`no remedy text before ${ALWAYS}: ${on}`);
  return { code: row.code, source: row.source, unconfirmed: row.unconfirmed === true };
}

/** What the setting makes of cases that the court does not take on [U]; 规范 asks every reply to name both rights. */
export type CourtRefusesText = 'both' | 'reviewOnly' | 'none';

export interface RemedyPlaces {
  readonly reviewOrgan: string;
  readonly court: string;
  /** 复议法22¶2: named too when the letter goes out by an internet channel. */
  readonly reviewAddress: string | null;
}

const reviewFirst = ({ reviewOrgan, court }: RemedyPlaces): string =>
  `如不服本告知，可以自收到本告知书之日起六十日内先向${reviewOrgan}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向${court}提起行政诉讼。`;

const either = ({ reviewOrgan, court }: RemedyPlaces): string =>
  `如不服本答复，可以自收到本答复书之日起六十日内向${reviewOrgan}申请行政复议，或者自收到本答复书之日起六个月内向${court}提起行政诉讼。`;

const reviewOnly = ({ reviewOrgan }: RemedyPlaces): string =>
  `如不服本答复，可以自收到本答复书之日起六十日内向${reviewOrgan}申请行政复议。`;

function block(code: RemedyCode, places: RemedyPlaces, courtRefuses: CourtRefusesText): string {
  if (code === 'NONE') return '';
  if (code === 'REVIEW_FIRST') return reviewFirst(places);
  if (code === 'EITHER' || courtRefuses === 'both') return either(places);
  return courtRefuses === 'reviewOnly' ? reviewOnly(places) : '';
}

/** The block of the letter that names the remedies; empty where there is none (applications.md §12.1). */
export function remedyText(code: RemedyCode, places: RemedyPlaces, courtRefuses: CourtRefusesText): string {
  const text = block(code, places, courtRefuses);
  const { reviewAddress } = places;
  return text === '' || reviewAddress === null ? text : `${text}可通过${reviewAddress}在线提交行政复议申请。`;
}
