import { plainText } from '../../annual-report/rules/identity.ts';
import { readNumeral } from '../../annual-report/text/numerals.ts';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import type { StartFact } from '../periods/period-rule.ts';

export type Cycle = 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';

/** What a wording of 公开时限 asks for. */
export type ItemPeriod =
  | {
      readonly kind: 'within';
      readonly days: number;
      readonly unit: 'workingDay' | 'calendarDay';
      readonly from: StartFact;
    }
  /** 及时, 实时, 按规定时限: no number; 条例26 remains. */
  | { readonly kind: 'promptly' }
  /** By a day of every year. */
  | { readonly kind: 'yearlyBy'; readonly month: number; readonly day: number }
  /** Once in every month, quarter …; `withinDays`: so many days after its end. */
  | {
      readonly kind: 'every';
      readonly cycle: Cycle;
      readonly withinDays: number | null;
      readonly unit: 'workingDay' | 'calendarDay';
    }
  /** 长期公开: something has to be there at all times. */
  | { readonly kind: 'standing' }
  /** Shown for so long at least. */
  | { readonly kind: 'showing'; readonly days: number; readonly unit: 'workingDay' | 'calendarDay' };

export type ParsedPeriod =
  | { readonly kind: 'parsed'; readonly periods: readonly ItemPeriod[]; readonly words: string }
  /** Shown as it is worded, never guessed; the item then counts as published or not within the year. */
  | { readonly kind: 'unparsed'; readonly words: string };

const NUMBER = '(\\d{1,3}|[一二三四五六七八九十]{1,3})';
const DAYS = `${NUMBER}个?(工作日|自然日|日|天)`;

/** From when a period runs, in the words of catalogues; `createdOn` for every way to say that it was made. */
const STARTS: readonly (readonly [RegExp, StartFact])[] = [
  [
    /^(?:[自于]?(?:政府|公开|该)?(?:信息|文件|公文类?信息|公文|政策(?:文件|信息)?)?(?:的)?(?:形成|制定|制作|产生|生成|获取|变更|更新|印发|公布|发布|出台|生效)(?:(?:或者?|、|\/|并|及)(?:形成|制定|制作|产生|生成|获取|变更|更新|修改))*(?:（变更）|\(变更\)|（或变更）)?(?:信息|文件|政策(?:文件|信息)?)?(?:之日起?|后|起)?的?)$/,
    'createdOn',
  ],
  [
    /^(?:自?(?:经)?(?:本级)?(?:人大|人民代表大会)(?:或(?:者)?其?常(?:务)?委(?:员)?会)?批准(?:之日起?|后)?)$/,
    'approvedOn',
  ],
  [/^(?:自?(?:经)?(?:本级)?(?:政府)?财政部门批复(?:之日起?|后)?)$/, 'ratifiedOn'],
  [
    /^(?:自?(?:行政)?(?:处罚|许可|强制)?决定?作出(?:行政|处罚|许可|强制)*(?:决定)?(?:之日起?|后)?)$/,
    'decidedOn',
  ],
  [/^(?:自?作出(?:行政)?(?:处罚|许可|强制)?决定(?:之日起?|后)?)$/, 'decidedOn'],
];

const number = (text: string): number => readNumeral(text) ?? 0;
const unitOf = (words: string): 'workingDay' | 'calendarDay' =>
  words === '工作日' ? 'workingDay' : 'calendarDay';

function within(clause: string): ItemPeriod | null {
  const match = new RegExp(
    `^(.*?)(?:在)?${DAYS}(?:之?内|以内)(?:予以|进行|及时|向社会)*(?:公开|公示|公布|发布)?$`,
  ).exec(clause);
  const [, start = '', days = '', unit = ''] = match ?? [];
  if (match === null || number(days) < 1) return null;
  const from = start === '' ? 'createdOn' : STARTS.find(([pattern]) => pattern.test(start))?.[1];
  return from === undefined ? null : { kind: 'within', days: number(days), unit: unitOf(unit), from };
}

function yearlyBy(clause: string): ItemPeriod | null {
  const match =
    /^(?:于|在)?(?:每年|次年|每年度)的?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|底)(?:之?前|以前|止)?(?:公开|公布|发布)?$/.exec(
      clause,
    );
  if (match === null) return null;
  const [, monthText = '', dayText] = match;
  const month = number(monthText);
  // 2023 is an ordinary year: 2月底 is the 28th, so that the day exists every year.
  const last = new Date(Date.UTC(2023, month, 0)).getUTCDate();
  const day = dayText === undefined ? last : number(dayText);
  const text = `2023-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseCivilDate(text) === undefined ? null : { kind: 'yearlyBy', month, day };
}

const CYCLES: Readonly<Record<string, Cycle>> = {
  日: 'day',
  天: 'day',
  周: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'halfYear',
  年: 'year',
  年度: 'year',
};

function every(clause: string): ItemPeriod | null {
  const plain =
    /^(?:按|每)(?:一)?个?(日|天|周|月|季度|季|半年|年度|年)(?:度)?(?:至少)?(?:集中)?(?:公开|公布|更新|公示|发布)?(?:一次|1次)?$/.exec(
      clause,
    )?.[1];
  if (plain !== undefined) {
    const cycle = CYCLES[plain];
    return cycle === undefined ? null : { kind: 'every', cycle, withinDays: null, unit: 'calendarDay' };
  }
  const match = new RegExp(
    `^每(?:个)?(月|季度|季|半年|年度|年)(?:末|度末|底|结束|终了)后?的?${DAYS}(?:之?内|以内)(?:公开|公布|发布|更新)?$`,
  ).exec(clause);
  const [, cycleWord = '', days = '', unit = ''] = match ?? [];
  const cycle = CYCLES[cycleWord];
  return cycle === undefined ? null : { kind: 'every', cycle, withinDays: number(days), unit: unitOf(unit) };
}

function showing(clause: string): ItemPeriod | null {
  const match = new RegExp(
    `^(?:集中)?(?:公示|公告|公开|展示|张贴)(?:期|时间|期限)?(?:应|为|应为)?(?:不少于|不得少于|至少|不低于)?${DAYS}(?:以上)?$`,
  ).exec(clause);
  const [, days = '', unit = ''] = match ?? [];
  return match === null || number(days) < 1
    ? null
    : { kind: 'showing', days: number(days), unit: unitOf(unit) };
}

const PROMPTLY =
  /^(?:及时|实时|即时|随时|适时|立即|第一时间|动态|同步)(?:公开|更新|发布|公布|公示|调整|更新公开)?$|^按(?:照)?(?:有关|相关)?(?:规定|要求)(?:的)?(?:时限|时间|期限)?(?:及时)?(?:公开|公布|发布)?$|^(?:信息)?(?:形成|制定|产生|生成|变更|更新)(?:或者?(?:变更|更新))?后?(?:及时|实时|即时)(?:公开|更新|发布)?$/;
const STANDING =
  /^(?:长期|常年|永久|一直|持续|固定)(?:公开|公示|展示|有效)?(?:并及时更新|[（(]动态调整[）)])?$/;

const CLAUSES: readonly ((clause: string) => ItemPeriod | null)[] = [
  within,
  yearlyBy,
  every,
  showing,
  (clause) => (PROMPTLY.test(clause) ? { kind: 'promptly' } : null),
  (clause) => (STANDING.test(clause) ? { kind: 'standing' } : null),
];

/** Longer than this it is a story and no period. */
const LONGEST_WORDING = 200;

/** Said in most catalogues and already the law (条例26); it takes nothing from the period. */
const RESERVATION = /法律、?(?:行政)?法规(?:、规章)?(?:对.{0,16})?另有规定的?[，,]?(?:从其规定|除外)?/g;

/** Periods that cannot both be the last day of the same item: which one holds for what would be a guess. */
function contradicts(periods: readonly ItemPeriod[]): boolean {
  const limits = periods.filter(({ kind }) => kind === 'within' || kind === 'yearlyBy' || kind === 'every');
  const showings = periods.filter(({ kind }) => kind === 'showing');
  return limits.length > 1 || showings.length > 1;
}

/**
 * Reads the wording of 公开时限: “自信息形成或者变更之日起20个工作日内”, “每年1月31日前”, “每季度”, “长期公开”. Every part of
 * the wording must be understood, else it is `unparsed`: shown as it is, never guessed. Several periods stand together
 * when they go together (公示期不少于7个工作日，长期公开).
 */
export function parsePeriodWording(text: string): ParsedPeriod {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length > LONGEST_WORDING) return { kind: 'unparsed', words };
  const clauses = plainText(words)
    .replaceAll(RESERVATION, '')
    .replaceAll(/（）|\(\)/g, '')
    .split(/[，,；;。]/)
    .map((clause) => clause.replaceAll(/^\d[.、]|^其中[：:]?/g, ''))
    .filter((clause) => clause !== '');
  const periods = clauses.map((clause) => CLAUSES.map((read) => read(clause)).find((one) => one !== null));
  const understood = periods.filter((one) => one !== undefined && one !== null);
  return understood.length === 0 || understood.length < clauses.length || contradicts(understood)
    ? { kind: 'unparsed', words }
    : { kind: 'parsed', periods: understood, words };
}
