import { type ApplicantKind, TABLE_THREE_COLUMN_NAMES } from '../annual-report/ids.ts';
import { isMail, isPhone } from '../annual-report/text/contacts.ts';
import { isCreditCode, isIdCard } from '../annual-report/text/personal-data.ts';
import type { ApplicantDetails } from './application-form.ts';

export type ApplicantField = Exclude<keyof ApplicantDetails, 'kind'>;

interface FieldRow {
  readonly field: ApplicantField;
  readonly label: string;
  /** 条例29 asks for it; nothing else may be demanded, and no field asks what the information is for. */
  readonly isRequired: boolean;
}

const row = (field: ApplicantField, label: string, isRequired = false): FieldRow => ({
  field,
  label,
  isRequired,
});

/** One of these is enough to reach the applicant (条例29(1): 联系方式). */
const CONTACTS = [
  row('phone', '联系电话'),
  row('email', '电子邮箱'),
  row('address', '联系地址'),
  row('postcode', '邮政编码'),
  row('fax', '传真'),
] as const;

const WAYS_TO_REACH = ['phone', 'email', 'address'] as const satisfies readonly ApplicantField[];

const PERSON: readonly FieldRow[] = [
  row('name', '姓名', true),
  row('identityType', '证件类型', true),
  row('identityNumber', '证件号码', true),
  ...CONTACTS,
];

const ORGANISATION: readonly FieldRow[] = [
  row('name', '名称', true),
  row('creditCode', '统一社会信用代码', true),
  row('legalRepresentative', '法定代表人（负责人）'),
  row('contactPerson', '联系人'),
  ...CONTACTS,
];

/** What the form shows for a kind of applicant, in its order; the kinds are the columns of table three. */
export const applicantFields = (kind: ApplicantKind): readonly FieldRow[] =>
  kind === 'naturalPerson' ? PERSON : ORGANISATION;

export const applicantKindName = (kind: ApplicantKind): string => TABLE_THREE_COLUMN_NAMES[kind];

export interface ApplicantNote {
  readonly field: ApplicantField;
  readonly message: string;
}

export interface CheckedApplicant {
  /** Missing of what 条例29 asks for: a ground for a correction (规范), never for sending the applicant away. */
  readonly missing: readonly ApplicantNote[];
  /** What looks mistyped; the office looks again, and takes it as it is if that is right. */
  readonly warnings: readonly ApplicantNote[];
}

const isBlank = (value: string | null): boolean => value === null || value.trim() === '';

function missingOf(details: ApplicantDetails): readonly ApplicantNote[] {
  const required = applicantFields(details.kind)
    .filter(({ field, isRequired }) => isRequired && isBlank(details[field]))
    .map(({ field, label }) => ({ field, message: `缺少${label}（条例第二十九条）。` }));
  const isReachable = WAYS_TO_REACH.some((field) => !isBlank(details[field]));
  return isReachable
    ? required
    : [
        ...required,
        { field: 'phone', message: '缺少联系方式：电话、电子邮箱、地址至少填写一项（条例第二十九条）。' },
      ];
}

const withoutBlanks = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/** Cards whose number has the check digit of GB 11643. */
const CHECKED_CARDS: ReadonlySet<string> = new Set(['residentCard', 'residencePermit']);

type Check = (details: ApplicantDetails, value: string) => string | null;

const CHECKS: Readonly<Partial<Record<ApplicantField, Check>>> = {
  identityNumber: ({ kind, identityType }, value) =>
    kind === 'naturalPerson' && CHECKED_CARDS.has(identityType ?? '') && !isIdCard(withoutBlanks(value))
      ? '身份证号的位数、出生日期或者校验码不对，请核对；确认无误的可以保留。'
      : null,
  creditCode: (_, value) =>
    isCreditCode(withoutBlanks(value))
      ? null
      : '统一社会信用代码的位数或者校验码不对，请核对；确认无误的可以保留。',
  phone: (_, value) =>
    isPhone(value.normalize('NFKC')) ? null : '电话号码的位数不对，请核对；座机请带区号，如 0531-88881234。',
  fax: (_, value) => (isPhone(value.normalize('NFKC')) ? null : '传真号码的位数不对，请核对。'),
  email: (_, value) => (isMail(value.normalize('NFKC').trim()) ? null : '电子邮箱的写法不对，请核对。'),
  postcode: (_, value) => (/^\d{6}$/.test(withoutBlanks(value)) ? null : '邮政编码应为六位数字，请核对。'),
};

function warningsOf(details: ApplicantDetails): readonly ApplicantNote[] {
  return applicantFields(details.kind).flatMap(({ field }) => {
    const value = details[field];
    if (value === null || isBlank(value)) return [];
    const message = CHECKS[field]?.(details, value) ?? null;
    return message === null ? [] : [{ field, message }];
  });
}

/** What is missing and what looks mistyped in an applicant's particulars; neither keeps an application out. */
export const checkApplicant = (details: ApplicantDetails): CheckedApplicant => ({
  missing: missingOf(details),
  warnings: warningsOf(details),
});
