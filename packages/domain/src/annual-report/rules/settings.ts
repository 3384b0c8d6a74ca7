import { dayOfYear, lineOfText, wholeNumber } from '../../setting/parse.ts';
import type { SettingDefinition, SettingParser, SettingValue } from '../../setting/setting.ts';

const NOT_FIXED = '法律和格式文件（国办公开办函〔2021〕30号）没有规定';

const threshold = <T extends SettingValue>(
  rules: string,
  title: string,
  { defaultValue, parse, help }: { defaultValue: T; parse: SettingParser<T>; help?: string },
) => ({
  title,
  help: help ?? '年度报告检查时提示，不影响报送。',
  group: 'annualReport' as const,
  defaultValue,
  confidence: 'unconfirmed' as const,
  source: `${NOT_FIXED}；用于 ${rules}`,
  parse,
});

const number = (rules: string, title: string, defaultValue: number, least: number, most: number) =>
  threshold(rules, title, { defaultValue, parse: wholeNumber(least, most) });

const percent = (rules: string, title: string, defaultValue: number) =>
  number(rules, `${title}（%）`, defaultValue, 0, 100);

const names = (rules: string, title: string) =>
  threshold(rules, title, { defaultValue: '', parse: lineOfText(2000), help: '多个之间用“、”隔开。' });

/**
 * Thresholds that the law leaves open: every one is [U] in annual-report.md §§9, 13 and is shown as 待确认
 * wherever settings are shown. The checks have their defaults from here, the settings of the organs their entries.
 */
export const CHECK_SETTINGS = {
  jumpRatio: number('AR-PLS-01', '与上年相差多少倍以上要说明', 5, 2, 100),
  smallCount: number('AR-PLS-01、06、07、08', '少于多少件不看比例', 10, 0, 10_000),
  peerAverage: number('AR-PLS-02', '同类单位平均多少以上而本单位为0要提示', 100, 1, 1_000_000),
  carriedForwardPercent: percent('AR-PLS-06', '结转下年度占新收的比例', 50),
  otherHandlingPercent: percent('AR-PLS-07', '“其他”占办理结果的比例', 20),
  rectifiedPercent: percent('AR-PLS-08', '复议被纠正的比例', 30),
  otherHandlingPercent2019: percent('AR-LEG-06', '2019版格式“其他处理”的比例', 10),
  similarityOwnPercent: percent('AR-DUP-01', '与本单位上年报告的重复率', 50),
  similarityPeerPercent: percent('AR-DUP-02', '与其他单位报告的重复率', 60),
  overviewCharacters: number('AR-NAR-01', '第一部分最多字数', 1000, 100, 100_000),
  problemsCharacters: number('AR-NAR-04', '第五部分最少字数', 50, 0, 10_000),
  forbiddenWords: names('AR-NAR-10', '另加的禁用词'),
  ruleMakingOrgans: names('AR-T2-01', '有规章制定权的单位名称'),
  localDeadline: threshold('AR-DDL-01', '本地更早的报送日', {
    defaultValue: '',
    parse: dayOfYear,
    help: '月-日，如 01-20；空着时只按全国的期限。',
  }),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type CheckSettingName = keyof typeof CHECK_SETTINGS;

/** The thresholds as the rules read them. */
export interface CheckSettings {
  /** AR-PLS-01: flagged above this multiple of last year, or below its inverse. */
  readonly jumpRatio: number;
  /** AR-PLS-01, -06, -07, -08: only where at least this many cases stand on either side. */
  readonly smallCount: number;
  /** AR-PLS-02: comparable units' average above which a zero is remarkable. */
  readonly peerAverage: number;
  /** AR-PLS-06, -07, -08: shares in percent. */
  readonly carriedForwardPercent: number;
  readonly otherHandlingPercent: number;
  readonly rectifiedPercent: number;
  /** AR-LEG-06: share of 其他处理 on the 2019 form, in percent. */
  readonly otherHandlingPercent2019: number;
  /** AR-DUP-01/02: similarity in percent with last year, with other units. */
  readonly similarityOwnPercent: number;
  readonly similarityPeerPercent: number;
  /** AR-NAR-01: characters of part one, without spaces. */
  readonly overviewCharacters: number;
  /** AR-NAR-04: least characters of part five. */
  readonly problemsCharacters: number;
  /** AR-NAR-10: words that must not stand in a report, beside the built-in list. */
  readonly forbiddenWords: readonly string[];
  /** AR-T2-01: organs with rule-making power, by exact name. */
  readonly ruleMakingOrgans: readonly string[];
  /** AR-DDL-01: local earlier date as MM-DD; `null` where only the national date binds. */
  readonly localDeadline: string | null;
}

type CheckSettingValues = { readonly [N in CheckSettingName]: (typeof CHECK_SETTINGS)[N]['defaultValue'] };

const listOf = (text: string): readonly string[] =>
  text
    .split('、')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Thresholds as organs choose them, one line each, in the form that the rules read. */
export const toCheckSettings = (values: CheckSettingValues): CheckSettings => ({
  ...values,
  forbiddenWords: listOf(values.forbiddenWords),
  ruleMakingOrgans: listOf(values.ruleMakingOrgans),
  localDeadline: values.localDeadline === '' ? null : values.localDeadline,
});

const defaults = Object.fromEntries(
  Object.entries(CHECK_SETTINGS).map(([name, { defaultValue }]) => [name, defaultValue]),
) as CheckSettingValues;

export const DEFAULT_SETTINGS: CheckSettings = toCheckSettings(defaults);
