import type { WebField } from '../application/web-fields.ts';
import { checkField, type FieldError, type FormValues, valueOf } from '../application/web-form.ts';
import type { ComplaintKind } from './complaint.ts';

/** Who complains, as a sealed row keeps it. */
export interface Complainant {
  readonly name: string;
  /** Telephone, mail or address. */
  readonly contact: string;
}

/** A complaint as it is made. */
export interface ComplaintContent {
  readonly kind: ComplaintKind;
  readonly text: string;
  /** `null`: anonymous. */
  readonly complainant: Complainant | null;
  /** 登记号 of one's own application; only of somebody who gives a name. */
  readonly applicationNumber: string;
}

export const COMPLAINT_KIND = 'kind';
export const COMPLAINT_TEXT = 'text';
export const COMPLAINT_NAMED = 'named';
export const LONGEST_COMPLAINT = 4000;

/** Photos of a complaint on the portal: as many, each so large. */
export const COMPLAINT_PHOTOS = 'photos';
export const MOST_PHOTOS = 3;
export const LARGEST_PHOTO_MEBIBYTES = 5;

/** Asked only of whoever gives a name. */
export const NAMED_FIELDS: readonly WebField[] = [
  {
    name: 'name',
    label: '姓名或者名称',
    longest: 100,
    required: false,
    autocomplete: 'name',
    input: 'text',
    help: '实名投诉必须填写。',
  },
  {
    name: 'contact',
    label: '联系电话、电子邮箱或者地址',
    longest: 200,
    required: false,
    autocomplete: 'off',
    input: 'text',
    help: '实名投诉必须填写其中一项。',
  },
  {
    name: 'applicationNumber',
    label: '申请登记号',
    longest: 40,
    required: false,
    autocomplete: 'off',
    input: 'text',
    help: '投诉答复您的申请的，填写回执上的登记号。',
  },
];

const isNamed = (values: FormValues): boolean => values[COMPLAINT_NAMED] === 'yes';

function checkWho(values: FormValues): readonly FieldError[] {
  if (values[COMPLAINT_NAMED] !== 'yes' && values[COMPLAINT_NAMED] !== 'no')
    return [{ field: COMPLAINT_NAMED, message: '请选择实名还是匿名。' }];
  if (isNamed(values)) {
    const missing = NAMED_FIELDS.slice(0, 2).filter(({ name }) => valueOf(values, name) === '');
    return [
      ...missing.map(({ name, label }) => ({ field: name, message: `实名投诉请填写${label}。` })),
      ...NAMED_FIELDS.flatMap((field) => checkField(values, field)),
    ];
  }
  // What could tell who it was is not taken in at all, rather than taken in and hidden.
  return NAMED_FIELDS.filter(({ name }) => valueOf(values, name) !== '').map(({ name, label }) => ({
    field: name,
    message: `匿名投诉不填写${label}，请删去；这次填写的没有保存。`,
  }));
}

function checkText(values: FormValues): readonly FieldError[] {
  const text = valueOf(values, COMPLAINT_TEXT);
  if (text === '') return [{ field: COMPLAINT_TEXT, message: '请写明投诉的事实。' }];
  return Array.from(text).length > LONGEST_COMPLAINT
    ? [{ field: COMPLAINT_TEXT, message: `内容不能超过${LONGEST_COMPLAINT}个字，请缩短后重新提交。` }]
    : [];
}

/** What is complained of; where there is but one kind it is not asked for. */
function kindIn(values: FormValues, kinds: readonly ComplaintKind[]): ComplaintKind | undefined {
  const [only, ...others] = kinds;
  const chosen = valueOf(values, COMPLAINT_KIND);
  return others.length === 0 ? only : kinds.find((kind) => kind === chosen);
}

/**
 * What is wrong with the form.
 *
 * @param kinds of the unit it is about
 */
export const checkComplaint = (
  values: FormValues,
  kinds: readonly ComplaintKind[],
): readonly FieldError[] => [
  ...(kindIn(values, kinds) === undefined ? [{ field: COMPLAINT_KIND, message: '请选择投诉的事项。' }] : []),
  ...checkText(values),
  ...checkWho(values),
];

/** @returns `null` while something is wrong */
export function complaintOf(values: FormValues, kinds: readonly ComplaintKind[]): ComplaintContent | null {
  const kind = kindIn(values, kinds);
  if (checkComplaint(values, kinds).length > 0 || kind === undefined) return null;
  const text = valueOf(values, COMPLAINT_TEXT);
  return isNamed(values)
    ? {
        kind,
        text,
        complainant: { name: valueOf(values, 'name'), contact: valueOf(values, 'contact') },
        applicationNumber: valueOf(values, 'applicationNumber'),
      }
    : { kind, text, complainant: null, applicationNumber: '' };
}
