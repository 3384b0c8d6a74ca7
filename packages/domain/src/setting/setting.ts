import type { Result } from '../kernel/result.ts';

/** How sure the default is: stands in the law, local practice, or unconfirmed (shown as 待确认). */
export type Confidence = 'confirmed' | 'local' | 'unconfirmed';

export type SettingValue = string | number | boolean | null;

/** How a value is entered. */
export type SettingInput =
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text'; readonly longest: number }
  /** One of a few answers, kept in the words in which they are shown. */
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** The value in the form it is kept, or what is wrong with it in Chinese; and how it is entered. */
export interface SettingParser<T extends SettingValue> {
  (value: unknown): Result<T, string>;
  readonly input: SettingInput;
}

/**
 * Which way a value is stricter: more or yes; less; or less but for 0, which asks for nothing. What has a way can only
 * be made stricter below the organ that chose it.
 */
export type Strictness = 'more' | 'less' | 'lessButZero';

/** A value that an organ may choose; organs below take it over unless they choose their own. */
export interface SettingDefinition<T extends SettingValue = SettingValue> {
  readonly title: string;
  /** What it decides, in a sentence for the person who sets it. */
  readonly help: string;
  readonly group: SettingGroup;
  readonly defaultValue: T;
  readonly confidence: Confidence;
  /** Holds for the whole installation, so only the top of the tree chooses it. */
  readonly isSiteWide?: true;
  /** Holds for the organ that chose it and for none below, such as its court. */
  readonly isOwn?: true;
  /** Organs below the one that chose it can only make it stricter, and this way. */
  readonly stricter?: Strictness;
  /** Article, notice or standard that the default comes from. */
  readonly source: string;
  readonly parse: SettingParser<T>;
}

export const SETTING_GROUPS = {
  site: '网站',
  security: '账号与安全',
  retention: '保存期限',
  annualReport: '年度报告检查',
  deadlines: '期限',
  review: '审查流程',
  applications: '依申请公开办理',
  fee: '信息处理费',
  letters: '文书、救济与送达',
  publication: '主动公开',
  disputes: '复议诉讼统计',
  oversight: '监督保障',
  opinion: '政务舆情回应',
} as const;

export type SettingGroup = keyof typeof SETTING_GROUPS;
