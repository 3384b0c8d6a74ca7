import { describe, expect, it } from 'vitest';
import { FORMS } from '../annual-report/forms/registry.ts';
import { APPLICANT_KINDS } from '../annual-report/ids.ts';
import { isCreditCode } from '../annual-report/text/personal-data.ts';
import { applicantFields, applicantKindName, checkApplicant } from './applicant.ts';
import {
  type ApplicantDetails,
  IDENTITY_TYPES,
  identityTypeIn,
  identityTypeTitle,
} from './application-form.ts';

const EMPTY: ApplicantDetails = {
  kind: 'naturalPerson',
  name: '',
  identityType: null,
  identityNumber: null,
  creditCode: null,
  legalRepresentative: null,
  contactPerson: null,
  address: null,
  postcode: null,
  phone: null,
  fax: null,
  email: null,
};
// Made up; the check digits are right.
const PERSON: ApplicantDetails = {
  ...EMPTY,
  name: '张三',
  identityType: 'residentCard',
  identityNumber: '11010519491231002X',
  phone: '138 1234 1234',
};
const FIRM: ApplicantDetails = {
  ...EMPTY,
  kind: 'commercialEnterprise',
  name: '某某有限公司',
  creditCode: '91350100M000100Y43',
  email: 'office@example.com',
};

const notes = (list: ReturnType<typeof checkApplicant>['missing']) => list.map(({ field }) => field);

describe('what may be asked of an applicant (条例29)', () => {
  it.each(APPLICANT_KINDS)('%s: name, proof of identity, a way to be reached, and nothing else', (kind) => {
    const required = applicantFields(kind).filter(({ isRequired }) => isRequired);
    const identity = kind === 'naturalPerson' ? ['identityType', 'identityNumber'] : ['creditCode'];
    expect(required.map(({ field }) => field)).toEqual(['name', ...identity]);
    const labels = applicantFields(kind).map(({ label }) => label);
    expect(labels.filter((label) => /用途|目的|理由|关系/.test(label))).toEqual([]);
  });

  it('kinds are the columns of table three, by their names there', () => {
    const columns = new Map(FORMS['2021'].tables.t3.cells.map(({ column }) => [column.id, column.label]));
    for (const kind of APPLICANT_KINDS) expect(columns.get(kind)).toBe(applicantKindName(kind));
  });

  it('the types of document are a closed list', () => {
    expect(identityTypeIn('passport')).toBe('passport');
    expect([identityTypeIn('toString'), identityTypeIn('护照'), identityTypeIn(null)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(identityTypeTitle('passport')).toBe('护照');
    expect(Object.values(IDENTITY_TYPES)).toContain('居民身份证');
  });
});

describe('what is missing', () => {
  it('is nothing of a whole form', () => {
    for (const whole of [PERSON, FIRM]) {
      expect(checkApplicant(whole)).toEqual({ missing: [], warnings: [] });
    }
  });

  it('is told with the article, so that a correction can name it', () => {
    expect(notes(checkApplicant(EMPTY).missing)).toEqual(['name', 'identityType', 'identityNumber', 'phone']);
    expect(notes(checkApplicant({ ...EMPTY, kind: 'otherOrganization' }).missing)).toEqual([
      'name',
      'creditCode',
      'phone',
    ]);
    expect(checkApplicant({ ...PERSON, identityNumber: '  ' }).missing).toEqual([
      { field: 'identityNumber', message: '缺少证件号码（条例第二十九条）。' },
    ]);
  });

  it('one way to reach the applicant is enough, whichever', () => {
    for (const way of ['phone', 'email', 'address'] as const) {
      const { missing } = checkApplicant({ ...PERSON, phone: null, [way]: 'x' });
      expect(missing).toEqual([]);
    }
    expect(checkApplicant({ ...PERSON, phone: null, postcode: '250000' }).missing).toHaveLength(1);
  });
});

describe('what looks mistyped', () => {
  it.each([
    ['identityNumber', '110105194912310021'],
    ['identityNumber', '11010519491331002X'],
    ['identityNumber', '1101051949123100'],
    ['phone', '1381234123'],
    ['email', 'office@example'],
    ['postcode', '25000'],
    ['fax', '12'],
  ] as const)('%s %s is a warning and no refusal', (field, value) => {
    const { missing, warnings } = checkApplicant({ ...PERSON, [field]: value });
    expect(missing).toEqual([]);
    expect(notes(warnings)).toEqual([field]);
    expect(warnings[0]?.message).toContain('请核对');
  });

  it('full width, blanks and small letters are no mistake', () => {
    const written = { ...PERSON, identityNumber: '110105 19491231 002x', phone: '１３８１２３４１２３４' };
    expect(checkApplicant(written).warnings).toEqual([]);
    expect(checkApplicant({ ...FIRM, creditCode: '91350100m000100y43' }).warnings).toEqual([]);
  });

  it('a passport has no check digit', () => {
    const foreign = { ...PERSON, identityType: 'passport', identityNumber: 'E12345678' } as const;
    expect(checkApplicant(foreign).warnings).toEqual([]);
  });

  it('a wrong credit code is told', () => {
    expect(notes(checkApplicant({ ...FIRM, creditCode: '91350100M000100Y44' }).warnings)).toEqual([
      'creditCode',
    ]);
  });
});

it('no credit code survives a wrong character', () => {
  const code = '91350100M000100Y43';
  expect(isCreditCode(code)).toBe(true);
  for (let place = 1; place < code.length; place += 1) {
    const other = code[place] === '7' ? '8' : '7';
    expect(isCreditCode(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
  }
});
