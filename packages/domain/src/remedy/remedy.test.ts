import { describe, expect, it } from 'vitest';
import type { OutcomeId } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { SETTINGS } from '../setting/catalogue.ts';
import { REMEDY_READINGS, type RemedyAct, remedyOf, remedyOfAct, remedyText } from './remedy.ts';
import { remedyReadingsFrom } from './remedy-readings.ts';

const PERIODS = [
  ['2019-05-15', '2023-12-31'],
  ['2024-01-01', '2025-05-31'],
  ['2025-06-01', '2026-11-21'],
] as const;

const R = 'REVIEW_FIRST';
const E = 'EITHER';
const C = 'COURT_REFUSES';
const N = 'NONE';

/** applications.md §12.2 row by row: before 2024, until 31 May 2025, from 1 June 2025. */
const MATRIX: readonly (readonly [OutcomeId, string, string, string])[] = [
  ['refused.stateSecret', E, R, R],
  ['refused.prohibitedByLaw', E, R, R],
  ['refused.securityAndStability', E, R, R],
  ['refused.thirdPartyRights', E, R, R],
  ['refused.internalAffairs', E, R, R],
  ['refused.deliberativeProcess', E, R, R],
  ['refused.enforcementFile', E, R, R],
  ['partiallyGranted', E, R, R],
  ['refused.administrativeInquiry', E, E, C],
  ['unavailable.requiresCreation', E, E, C],
  ['notProcessed.petitionOrComplaint', E, E, C],
  ['notProcessed.publication', E, E, C],
  ['unavailable.nonExistent', E, E, E],
  ['unavailable.otherOrgan', E, E, E],
  ['unavailable.stillUnclear', E, E, E],
  ['notProcessed.duplicate', E, E, E],
  ['notProcessed.excessive', E, E, E],
  ['notProcessed.reconfirmation', E, E, E],
  ['otherHandling.correctionLapsed', E, E, E],
  ['otherHandling.feeUnpaid', E, E, E],
  ['otherHandling.withdrawn', E, E, E],
  ['otherHandling.partyInformation', E, E, E],
  ['granted.alreadyPublic', E, E, E],
  ['granted.provided', E, E, E],
  ['granted.soonPublic', E, E, E],
];

describe.each(MATRIX)('%s', (outcome, ...codes) => {
  it.each(PERIODS.map(([from, to], index) => [from, to, codes[index]]))('%s to %s: %s', (from, to, code) => {
    expect(remedyOf({ outcome, on: from as CivilDate }).code).toBe(code);
    expect(remedyOf({ outcome, on: to as CivilDate }).code).toBe(code);
  });
});

/** The last rows of §12.2: what is no outcome. */
const ACTS: readonly (readonly [RemedyAct, string, string, string])[] = [
  ['thirdPartyDisclosure', E, E, E],
  ['recordAmendment', E, E, E],
  ['proceduralNotice', N, N, N],
  ['silence', E, R, E],
  ['notPublished', N, N, N],
];

describe.each(ACTS)('%s', (act, ...codes) => {
  it.each(PERIODS.map(([from, to], index) => [from, to, codes[index]]))('%s to %s: %s', (from, to, code) => {
    expect(remedyOfAct(act, from as CivilDate).code).toBe(code);
    expect(remedyOfAct(act, to as CivilDate).code).toBe(code);
  });
});

describe('what is not settled', () => {
  const on = '2026-03-20' as CivilDate;
  const other = remedyReadingsFrom({
    'remedy.partiallyGranted': '复议或者诉讼',
    'remedy.silence': '先复议后诉讼',
    'remedy.unsettledOutcomes': false,
    'remedy.courtRefusesText': '只写复议',
  });

  it('is read by the settings, whose defaults are those of the domain', () => {
    expect(
      remedyReadingsFrom({
        'remedy.partiallyGranted': SETTINGS['remedy.partiallyGranted'].defaultValue,
        'remedy.silence': SETTINGS['remedy.silence'].defaultValue,
        'remedy.unsettledOutcomes': SETTINGS['remedy.unsettledOutcomes'].defaultValue,
        'remedy.courtRefusesText': SETTINGS['remedy.courtRefusesText'].defaultValue,
      }),
    ).toEqual(REMEDY_READINGS);
  });

  it('changes with them, and says that it is not settled', () => {
    const partial = remedyOf({ outcome: 'partiallyGranted', on, readings: other });
    expect([partial.code, partial.unconfirmed]).toEqual([E, true]);
    const lapsed = remedyOf({ outcome: 'otherHandling.correctionLapsed', on, readings: other });
    expect([lapsed.code, lapsed.unconfirmed]).toEqual([N, true]);
    const silence = remedyOfAct('silence', on, other);
    expect([silence.code, silence.unconfirmed]).toEqual([R, true]);
    expect(other.courtRefuses).toBe('reviewOnly');
  });

  it('changes nothing that is settled, nor letters of before', () => {
    expect(remedyOf({ outcome: 'refused.stateSecret', on, readings: other }).code).toBe(R);
    expect(
      remedyOf({ outcome: 'partiallyGranted', on: '2023-12-31' as CivilDate, readings: other }).code,
    ).toBe(E);
    expect(remedyOfAct('silence', '2025-05-31' as CivilDate, other).code).toBe(R);
    expect(remedyOfAct('silence', '2023-12-31' as CivilDate, other).code).toBe(E);
  });
});

describe('a repeated application', () => {
  it.each([
    ['2025-05-31', E],
    ['2025-06-01', C],
  ])('after the information was given, letter of %s: %s', (on, code) => {
    const facts = { outcome: 'notProcessed.duplicate', on: on as CivilDate, givenBefore: true } as const;
    expect(remedyOf(facts).code).toBe(code);
  });
});

describe('the text', () => {
  const places = { reviewOrgan: '甲县人民政府', court: '甲县人民法院', reviewAddress: null };

  it('names review before court where review comes first', () => {
    expect(remedyText('REVIEW_FIRST', places, 'both')).toBe(
      '如不服本告知，可以自收到本告知书之日起六十日内先向甲县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向甲县人民法院提起行政诉讼。',
    );
  });

  it.each([
    ['both', /或者自收到本答复书之日起六个月内向甲县人民法院提起行政诉讼/],
    ['reviewOnly', /^如不服本答复，可以自收到本答复书之日起六十日内向甲县人民政府申请行政复议。$/],
    ['none', /^$/],
  ] as const)('where the court refuses, the setting decides: %s', (setting, expected) => {
    expect(remedyText('COURT_REFUSES', places, setting)).toMatch(expected);
  });

  it('adds the address for review online, and nothing to nothing', () => {
    const online = { ...places, reviewAddress: 'https://fuyi.example' };
    expect(remedyText('EITHER', online, 'both')).toMatch(
      /可通过https:\/\/fuyi\.example在线提交行政复议申请。$/,
    );
    expect(remedyText('NONE', online, 'both')).toBe('');
  });

  it('a letter before the law in force has none to name', () => {
    expect(() => remedyOf({ outcome: 'granted.provided', on: '2019-05-14' as CivilDate })).toThrow(
      RangeError,
    );
  });
});
