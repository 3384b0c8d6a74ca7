import type { OutcomeId } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';

/** Which roads are open, in which order (applications.md §12.1). */
export type RemedyCode = 'REVIEW_FIRST' | 'EITHER' | 'COURT_REFUSES' | 'NONE';

/** From when a reading holds; the last row whose day is reached counts. */
interface RemedyRow {
  readonly validFrom: CivilDate;
  readonly code: RemedyCode;
  readonly source: string;
  /** The reading is not settled: shown as 待确认. */
  readonly unconfirmed?: true;
  /** The setting that chooses the reading. */
  readonly reading?: keyof Omit<RemedyReadings, 'courtRefuses'>;
}

/** How the organ reads what is not settled (settings `remedy.*`). */
export interface RemedyReadings {
  /** Partly refused since 2024 [U]. */
  readonly partiallyGranted: 'REVIEW_FIRST' | 'EITHER';
  /** No reply in time, since June 2025 [U]. */
  readonly silence: 'REVIEW_FIRST' | 'EITHER';
  /** Closed without a decision on the information [U]. */
  readonly unsettledOutcomes: 'EITHER' | 'NONE';
  readonly courtRefuses: CourtRefusesText;
}

export const REMEDY_READINGS: RemedyReadings = {
  partiallyGranted: 'REVIEW_FIRST',
  silence: 'EITHER',
  unsettledOutcomes: 'EITHER',
  courtRefuses: 'both',
};

const day = (text: string): CivilDate => text as CivilDate;

const ALWAYS = day('2019-05-15');
const RECONSIDERATION_LAW = day('2024-01-01');
const COURT_RULES = day('2025-06-01');

const EITHER: RemedyRow = { validFrom: ALWAYS, code: 'EITHER', source: '条例第五十一条' };

/** Refused under arts 14–16. */
const REFUSED: readonly RemedyRow[] = [
  EITHER,
  {
    validFrom: RECONSIDERATION_LAW,
    code: 'REVIEW_FIRST',
    source: '行政复议法（2023年修订）第二十三条第一款第（四）项',
  },
  {
    validFrom: COURT_RULES,
    code: 'REVIEW_FIRST',
    source: '法释〔2025〕8号第一条第（二）项、第十条第二款第（一）项',
  },
];

const PARTIAL: readonly RemedyRow[] = [
  EITHER,
  {
    validFrom: RECONSIDERATION_LAW,
    code: 'REVIEW_FIRST',
    source: '国办函〔2021〕132号二（一）',
    unconfirmed: true,
    reading: 'partiallyGranted',
  },
];

/** What the court does not take on; the right to reconsideration remains. */
const courtRefuses = (source: string): readonly RemedyRow[] => [
  EITHER,
  { validFrom: COURT_RULES, code: 'COURT_REFUSES', source },
];

const OPEN: readonly RemedyRow[] = [
  EITHER,
  { validFrom: COURT_RULES, code: 'EITHER', source: '法释〔2025〕8号第一条' },
];

/** Not given for another reason than 14–16: some read 复议法23(1)(4) “不予公开” widely until the court spoke [U]. */
const NOT_GIVEN: readonly RemedyRow[] = [
  EITHER,
  { ...EITHER, validFrom: RECONSIDERATION_LAW, unconfirmed: true },
  { validFrom: COURT_RULES, code: 'EITHER', source: '法释〔2025〕8号第一条第（一）项' },
];

const UNSETTLED = { code: 'EITHER', unconfirmed: true, reading: 'unsettledOutcomes' } as const;

const OPEN_UNSETTLED: readonly RemedyRow[] = [
  { ...UNSETTLED, validFrom: ALWAYS, source: '条例第五十一条' },
  { ...UNSETTLED, validFrom: COURT_RULES, source: '法释〔2025〕8号第一条第（一）项' },
];

const none = (source: string): readonly RemedyRow[] => [{ validFrom: ALWAYS, code: 'NONE', source }];

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
  'refused.administrativeInquiry': courtRefuses('法释〔2025〕8号第十条第二款第（五）项'),
  'unavailable.nonExistent': NOT_GIVEN,
  'unavailable.otherOrgan': NOT_GIVEN,
  'unavailable.requiresCreation': courtRefuses('法释〔2025〕8号第十条第二款第（六）项'),
  'unavailable.stillUnclear': NOT_GIVEN,
  'notProcessed.petitionOrComplaint': courtRefuses('法释〔2025〕8号第十条第二款第（七）项'),
  'notProcessed.duplicate': NOT_GIVEN,
  'notProcessed.publication': courtRefuses('法释〔2025〕8号第十条第二款第（八）项'),
  'notProcessed.excessive': NOT_GIVEN,
  'notProcessed.reconfirmation': OPEN_UNSETTLED,
  'otherHandling.correctionLapsed': OPEN_UNSETTLED,
  'otherHandling.feeUnpaid': OPEN_UNSETTLED,
  'otherHandling.withdrawn': OPEN_UNSETTLED,
  'otherHandling.partyInformation': OPEN_UNSETTLED,
};

/** Repeated after the information was given: the court does not take it on (法释〔2025〕8号 10(4)). */
const REPEATED_AFTER_DISCLOSURE = courtRefuses('法释〔2025〕8号第十条第二款第（四）项');

/** What can be complained of that is no outcome (applications.md §12.2, the last rows). */
const ACT_REMEDIES = {
  /** Correction, extension, fee, consultation and the like: no step of the procedure is a matter of its own. */
  proceduralNotice: [
    ...none('国办函〔2021〕132号 3'),
    { validFrom: COURT_RULES, code: 'NONE', source: '法释〔2025〕8号第十条第二款第（二）项、第（三）项' },
  ],
  /** Given to the applicant against the third party's will (条例32). */
  thirdPartyDisclosure: OPEN,
  /** On a record about the person that is wrong (条例41): amended, refused or forwarded; read like a reply [U]. */
  recordAmendment: [
    { ...EITHER, unconfirmed: true },
    { validFrom: COURT_RULES, code: 'EITHER', source: '法释〔2025〕8号第一条', unconfirmed: true },
  ],
  /** No reply by the last day. */
  silence: [
    EITHER,
    {
      validFrom: RECONSIDERATION_LAW,
      code: 'REVIEW_FIRST',
      source: '行政复议法（2023年修订）第二十三条第一款第（三）项',
      unconfirmed: true,
    },
    {
      validFrom: COURT_RULES,
      code: 'EITHER',
      source: '法释〔2025〕8号第二条第二款',
      unconfirmed: true,
      reading: 'silence',
    },
  ],
  /** Not proactively published: report under 条例47, or apply for it first. */
  notPublished: [
    ...none('条例47；国办函〔2021〕132号 4'),
    { validFrom: COURT_RULES, code: 'NONE', source: '条例第四十七条；法释〔2025〕8号第二条第一款' },
  ],
} as const satisfies Readonly<Record<string, readonly RemedyRow[]>>;

export type RemedyAct = keyof typeof ACT_REMEDIES;

export interface RemedyFacts {
  readonly outcome: OutcomeId;
  /** Date of the letter. */
  readonly on: CivilDate;
  /** Of a repeated application: the information was given the first time. */
  readonly givenBefore?: boolean;
  readonly readings?: RemedyReadings;
}

export interface Remedy {
  readonly code: RemedyCode;
  readonly source: string;
  readonly unconfirmed: boolean;
}

function remedyOn(
  rows: readonly RemedyRow[],
  on: CivilDate,
  readings: RemedyReadings = REMEDY_READINGS,
): Remedy {
  const row = rows.findLast(({ validFrom }) => validFrom <= on);
  if (row === undefined) throw new RangeError(`no remedy text before ${ALWAYS}: ${on}`);
  const { code, source, reading, unconfirmed = false } = row;
  return { code: reading === undefined ? code : readings[reading], source, unconfirmed };
}

/**
 * The remedy that the letter must name on its date (applications.md §12.2).
 * @throws {RangeError} for letters before the 条例 in force.
 */
export function remedyOf({ outcome, on, givenBefore = false, readings }: RemedyFacts): Remedy {
  const isGivenAgain = outcome === 'notProcessed.duplicate' && givenBefore;
  return remedyOn(isGivenAgain ? REPEATED_AFTER_DISCLOSURE : REMEDIES[outcome], on, readings);
}

/**
 * The remedy against what is no outcome, such as silence past the last day or a procedural notice.
 * @throws {RangeError} for days before the 条例 in force.
 */
export const remedyOfAct = (act: RemedyAct, on: CivilDate, readings?: RemedyReadings): Remedy =>
  remedyOn(ACT_REMEDIES[act], on, readings);

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
