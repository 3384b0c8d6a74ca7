import type { ApplicantKind } from '../annual-report/ids.ts';

/** Documents that prove a person's identity; foreign persons are not excluded by the text of 条例27 [U]. */
export const IDENTITY_TYPES = {
  residentCard: '居民身份证',
  residencePermit: '港澳台居民居住证',
  hongKongMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  passport: '护照',
  permanentResidence: '外国人永久居留身份证',
  household: '户口簿',
  military: '军人证件',
  other: '其他有效证件',
} as const;

export type IdentityType = keyof typeof IDENTITY_TYPES;

const isIdentityType = (text: string): text is IdentityType => Object.hasOwn(IDENTITY_TYPES, text);

/** What a form or a sheet says; `null` for none, or none that there is. */
export const identityTypeIn = (text: string | null | undefined): IdentityType | null =>
  typeof text === 'string' && isIdentityType(text) ? text : null;

/** The document by name, wherever it is shown. */
export const identityTypeTitle = (type: IdentityType | null): string | null =>
  type === null ? null : IDENTITY_TYPES[type];

/** Who applies; nothing else may be demanded (条例29). A natural person gives an identity, an organisation its code. */
export interface ApplicantDetails {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly identityType: IdentityType | null;
  readonly identityNumber: string | null;
  readonly creditCode: string | null;
  readonly legalRepresentative: string | null;
  readonly contactPerson: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
}

/** Who acts for the applicant, with a power of attorney (授权委托书). */
export interface Agent {
  readonly name: string;
  readonly identityNumber: string | null;
  readonly phone: string | null;
}

/** 形式 in which the information is wanted (条例29(3)). */
export const SUPPLY_FORMS = {
  paper: '纸质',
  electronic: '电子文件',
  disc: '光盘',
} as const;

export type SupplyForm = keyof typeof SUPPLY_FORMS;

/** 方式、途径 of getting it. */
export const SUPPLY_WAYS = {
  post: '邮寄',
  online: '网上下载',
  email: '电子邮件',
  collect: '当面领取',
  inspect: '当场查阅',
} as const;

export type SupplyWay = keyof typeof SUPPLY_WAYS;

/** Everything the form says: group 1 who, group 2 what, group 3 how (条例29). */
export interface ApplicationForm {
  readonly applicant: ApplicantDetails;
  readonly agent: Agent | null;
  readonly description: string;
  readonly supplyForm: SupplyForm;
  readonly supplyWay: SupplyWay;
  /** “若无法按指定方式提供，可接受其他方式” */
  readonly acceptsOtherWay: boolean;
  /** What help someone needs who cannot read, see or hear well (条例43). */
  readonly helpNeeded: string | null;
}
