import type { ApplicantKind } from '../annual-report/ids.ts';
import { type ApplicantNote, checkApplicant } from './applicant.ts';
import {
  type ApplicantDetails,
  type ApplicationForm,
  identityTypeIn,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
  type SupplyForm,
  type SupplyWay,
} from './application-form.ts';
import {
  AGENT_FIELDS,
  HELP_FIELD,
  isApplicantKind,
  type WebField,
  webApplicantFields,
} from './web-fields.ts';

/** What was typed into the form, by the fields' names; a field that is not there is empty. */
export type FormValues = Readonly<Record<string, string>>;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export const LONGEST_DESCRIPTION = 4000;

/** Line ends belong to some texts only; other characters that cannot be seen, and turns of direction, to none. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const UNSEEN_IN_TEXT = /(?!\n)[\p{Cc}\p{Cf}]/u;

export const valueOf = (values: FormValues, name: string): string => (values[name] ?? '').trim();

const isSupplyForm = (text: string): text is SupplyForm => Object.hasOwn(SUPPLY_FORMS, text);
const isSupplyWay = (text: string): text is SupplyWay => Object.hasOwn(SUPPLY_WAYS, text);

export const hasAgent = (values: FormValues): boolean => values['hasAgent'] === 'yes';

export function kindOf(values: FormValues): ApplicantKind | null {
  const kind = valueOf(values, 'kind');
  return isApplicantKind(kind) ? kind : null;
}

/** What is wrong with the value of a field; nothing, or the first of what is. */
export function checkField(values: FormValues, field: WebField): readonly FieldError[] {
  const { name, label, longest, required, choices } = field;
  const value = valueOf(values, name);
  const wrong = (message: string): readonly FieldError[] => [{ field: name, message }];
  if (value === '') return required ? wrong(`请${choices === undefined ? '填写' : '选择'}${label}。`) : [];
  if (Array.from(value).length > longest) return wrong(`${label}不能超过${longest}个字。`);
  if (UNSEEN.test(value)) return wrong(`${label}中有换行或者看不见的字符，请删去后重新填写。`);
  if (choices !== undefined && !Object.hasOwn(choices, value)) return wrong(`请选择${label}。`);
  return [];
}

const given = (values: FormValues, name: string): string | null => {
  const value = valueOf(values, name);
  return value === '' ? null : value;
};

/** The applicant as typed; what was typed for another kind before does not go along. */
function detailsOf(values: FormValues, kind: ApplicantKind): ApplicantDetails {
  const asked = new Set(webApplicantFields(kind).map(({ name }) => name));
  const of = (name: string): string | null => (asked.has(name) ? given(values, name) : null);
  return {
    kind,
    name: valueOf(values, 'name'),
    identityType: identityTypeIn(of('identityType')),
    identityNumber: of('identityNumber'),
    creditCode: of('creditCode'),
    legalRepresentative: of('legalRepresentative'),
    contactPerson: of('contactPerson'),
    address: of('address'),
    postcode: of('postcode'),
    phone: of('phone'),
    fax: of('fax'),
    email: of('email'),
  };
}

export function checkKind(values: FormValues): readonly FieldError[] {
  return kindOf(values) === null ? [{ field: 'kind', message: '请选择申请人是公民还是哪一类组织。' }] : [];
}

/** Who applies: the fields of its kind, one way to be reached, and the agent where there is one (条例29). */
export function checkWho(values: FormValues): readonly FieldError[] {
  const kind = kindOf(values);
  if (kind === null) return checkKind(values);
  const fields = [...webApplicantFields(kind), ...(hasAgent(values) ? AGENT_FIELDS : [])];
  const faults = fields.flatMap((field) => checkField(values, field));
  const known = new Set(faults.map(({ field }) => field));
  const { missing } = checkApplicant(detailsOf(values, kind));
  return [...faults, ...missing.filter(({ field }) => !known.has(field))];
}

/** What looks mistyped, to be looked at once more; it keeps nobody out. */
export function doubtsOf(values: FormValues): readonly ApplicantNote[] {
  const kind = kindOf(values);
  return kind === null ? [] : checkApplicant(detailsOf(values, kind)).warnings;
}

function checkDescription(values: FormValues): readonly FieldError[] {
  const value = valueOf(values, 'description');
  const wrong = (message: string): readonly FieldError[] => [{ field: 'description', message }];
  if (value === '') return wrong('请写明想要获取什么信息。');
  if (Array.from(value).length > LONGEST_DESCRIPTION) {
    return wrong(`内容描述不能超过${LONGEST_DESCRIPTION}个字，现在有${Array.from(value).length}个字。`);
  }
  return UNSEEN_IN_TEXT.test(value) ? wrong('内容描述中有看不见的字符，请删去后重新填写。') : [];
}

/** Where the way needs something that was not given before. */
function checkWay(values: FormValues): readonly FieldError[] {
  const way = valueOf(values, 'supplyWay');
  const wrong = (message: string): readonly FieldError[] => [{ field: 'supplyWay', message }];
  if (!isSupplyWay(way)) return wrong('请选择获取信息的方式。');
  if (way === 'post' && valueOf(values, 'address') === '') {
    return wrong('选择邮寄的，请回到“申请人信息”填写联系地址。');
  }
  if (way === 'email' && valueOf(values, 'email') === '') {
    return wrong('选择电子邮件的，请回到“申请人信息”填写电子邮箱。');
  }
  return [];
}

/** What is asked for, in which form and by which way (条例29(2)(3)); never what for. */
export function checkRequest(values: FormValues): readonly FieldError[] {
  return [
    ...checkDescription(values),
    ...(isSupplyForm(valueOf(values, 'supplyForm'))
      ? []
      : [{ field: 'supplyForm', message: '请选择需要的形式。' }]),
    ...checkWay(values),
    ...checkField(values, HELP_FIELD),
  ];
}

/** The form as a case keeps it. @returns `null` while something on it is wrong */
export function formOf(values: FormValues): ApplicationForm | null {
  const kind = kindOf(values);
  const supplyForm = valueOf(values, 'supplyForm');
  const supplyWay = valueOf(values, 'supplyWay');
  const isRight = checkWho(values).length === 0 && checkRequest(values).length === 0;
  if (!isRight || kind === null || !isSupplyForm(supplyForm) || !isSupplyWay(supplyWay)) return null;
  return {
    applicant: detailsOf(values, kind),
    agent: hasAgent(values)
      ? {
          name: valueOf(values, 'agentName'),
          identityNumber: valueOf(values, 'agentIdentityNumber'),
          phone: valueOf(values, 'agentPhone'),
        }
      : null,
    description: valueOf(values, 'description'),
    supplyForm,
    supplyWay,
    acceptsOtherWay: values['acceptsOtherWay'] === 'yes',
    helpNeeded: given(values, 'helpNeeded'),
  };
}
