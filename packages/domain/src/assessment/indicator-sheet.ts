import { err, ok, type Result } from '../kernel/result.ts';
import { COUNTER_NAMES, COUNTERS, counterByTitle } from './counters.ts';
import {
  FULL,
  type Indicator,
  type IndicatorSet,
  ONE_POINT,
  type Points,
  parsePoints,
  pointsWords,
  type Section,
  SIGNS,
  type Sign,
  UNITS,
  type VetoIndicator,
} from './indicator.ts';

interface IndicatorColumn {
  readonly title: string;
  readonly required: boolean;
  /** In characters. */
  readonly longest: number;
  readonly help: string;
}

/** 板块 of the rows that are vetoes. */
export const VETO_SECTION = '单项否决';

/** A set of indicators as a sheet has it: a row for each; the same columns go out and come in. */
export const INDICATOR_COLUMNS = {
  section: {
    title: '板块',
    required: true,
    longest: 30,
    help: `同一板块写同样的名称；否决项写“${VETO_SECTION}”`,
  },
  sectionPoints: {
    title: '板块分值',
    required: false,
    longest: 6,
    help: '各板块合计 100；同一板块写一次即可，否决项空着',
  },
  code: { title: '编号', required: true, longest: 10, help: '不能重复，如 A01' },
  text: { title: '指标', required: true, longest: 200, help: '考核什么' },
  sign: { title: '加分或者扣分', required: false, longest: 4, help: '扣分、加分；空着的是扣分' },
  points: {
    title: '分值',
    required: false,
    longest: 6,
    help: '每项或者一次的分值，最多两位小数；0 表示由考核人员确定分值；否决项空着',
  },
  unit: { title: '计分方式', required: false, longest: 4, help: '每项、一次；空着的是每项' },
  cap: {
    title: '上限',
    required: false,
    longest: 6,
    help: '最多扣（加）多少；空着的以板块分值为限，加分项须填',
  },
  counter: {
    title: '平台统计',
    required: false,
    longest: 80,
    help: `由考核人员评定的空着；由平台统计的写统计项，两项以上用“；”隔开：${COUNTER_NAMES.map((name) => COUNTERS[name].title).join('、')}`,
  },
  evidence: { title: '评定依据', required: false, longest: 100, help: '看什么材料' },
  source: { title: '来源', required: false, longest: 100, help: '考核方案的文号' },
} as const satisfies Readonly<Record<string, IndicatorColumn>>;

export type IndicatorColumnId = keyof typeof INDICATOR_COLUMNS;

export const INDICATOR_COLUMN_IDS = Object.keys(INDICATOR_COLUMNS) as readonly IndicatorColumnId[];

/** A row as its cells show it, trimmed; blank cells are empty texts. */
export type IndicatorRow = Readonly<Record<IndicatorColumnId, string>>;

/** Rows of one set. */
export const MOST_INDICATORS = 500;

const inNames = <K extends string>(names: Readonly<Record<K, string>>, text: string): K | null =>
  (Object.keys(names) as K[]).find((key) => names[key] === text) ?? null;

const tooLong = (row: IndicatorRow): readonly string[] =>
  INDICATOR_COLUMN_IDS.flatMap((id) => {
    const { title, longest } = INDICATOR_COLUMNS[id];
    return Array.from(row[id]).length > longest ? [`“${title}”超过 ${longest} 字。`] : [];
  });

const missing = (row: IndicatorRow): readonly string[] =>
  INDICATOR_COLUMN_IDS.filter((id) => INDICATOR_COLUMNS[id].required && row[id] === '').map(
    (id) => `没有填写“${INDICATOR_COLUMNS[id].title}”。`,
  );

/** What a row may say beside its texts. */
interface RowValues {
  readonly sign: Sign | null;
  readonly unit: keyof typeof UNITS | null;
  readonly points: Points | null;
  readonly cap: Points | null;
}

const valuesOf = (row: IndicatorRow): RowValues => ({
  sign: row.sign === '' ? 'deduct' : inNames(SIGNS, row.sign),
  unit: row.unit === '' ? 'each' : inNames(UNITS, row.unit),
  points: row.points === '' ? 0 : parsePoints(row.points),
  cap: row.cap === '' ? null : parsePoints(row.cap),
});

function wrongValues(row: IndicatorRow, { sign, unit, points, cap }: RowValues): readonly string[] {
  return [
    ...(sign === null ? ['“加分或者扣分”应为扣分或者加分。'] : []),
    ...(unit === null ? ['“计分方式”应为每项或者一次。'] : []),
    ...(points === null ? ['“分值”应为不小于 0、最多两位小数的数字。'] : []),
    ...(row.cap !== '' && cap === null ? ['“上限”应为不小于 0、最多两位小数的数字。'] : []),
    ...(sign === 'add' && row.cap === '' ? ['加分项须填写“上限”。'] : []),
    ...titlesIn(row.counter)
      .filter((title) => counterByTitle(title) === null)
      .map((title) => `平台没有“${title}”这一统计项。由考核人员评定的，这一列空着。`),
  ];
}

/** The counters that a cell names. */
const titlesIn = (cell: string): readonly string[] =>
  cell
    .split(/[；;]/u)
    .map((title) => title.trim())
    .filter((title) => title !== '');

const sourced = (row: IndicatorRow) =>
  ({
    code: row.code,
    text: row.text,
    evidence: row.evidence,
    counters: [...new Set(titlesIn(row.counter).flatMap((title) => counterByTitle(title) ?? []))],
    source: row.source,
    mark: 'local',
    validFrom: null,
  }) as const;

export interface FailedRow {
  /** Place in the rows that were given. */
  readonly index: number;
  readonly reasons: readonly string[];
}

/** What is wrong with each row by itself, and with codes that stand twice. */
function failedRows(rows: readonly IndicatorRow[]): readonly FailedRow[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const before = first.get(row.code);
    if (before === undefined) first.set(row.code, index);
    const reasons = [
      ...missing(row),
      ...tooLong(row),
      ...wrongValues(row, valuesOf(row)),
      ...(before !== undefined && row.code !== '' ? [`编号“${row.code}”与前面的一行相同。`] : []),
      ...sectionFaults(row, rows),
    ];
    return reasons.length === 0 ? [] : [{ index, reasons }];
  });
}

function sectionFaults(row: IndicatorRow, rows: readonly IndicatorRow[]): readonly string[] {
  if (row.section === VETO_SECTION) return row.sectionPoints === '' ? [] : ['否决项没有板块分值。'];
  const stated = new Set(
    rows.flatMap((one) =>
      one.section === row.section && one.sectionPoints !== '' ? [one.sectionPoints] : [],
    ),
  );
  if (stated.size === 0) return [`板块“${row.section}”没有一行写明“板块分值”。`];
  if (row.sectionPoints === '') return [];
  if (stated.size > 1) return [`板块“${row.section}”的“板块分值”前后不一致。`];
  const points = parsePoints(row.sectionPoints);
  return points === null || points === 0 ? ['“板块分值”应为大于 0、最多两位小数的数字。'] : [];
}

function sectionsOf(rows: readonly IndicatorRow[]): readonly Section[] {
  const titles = [...new Set(rows.map(({ section }) => section))].filter((title) => title !== VETO_SECTION);
  return titles.map((title, index) => {
    const stated = rows.find((row) => row.section === title && row.sectionPoints !== '');
    return { code: `S${index + 1}`, title, points: parsePoints(stated?.sectionPoints ?? '') ?? 0 };
  });
}

const indicatorOf = (row: IndicatorRow, sections: readonly Section[]): Indicator => {
  const { sign, unit, points, cap } = valuesOf(row);
  return {
    ...sourced(row),
    section: sections.find(({ title }) => title === row.section)?.code ?? '',
    points: points ?? 0,
    sign: sign ?? 'deduct',
    unit: unit ?? 'each',
    cap,
    frequency: row.counter === '' ? 'yearly' : 'continuous',
    method: row.counter === '' ? 'sampled' : 'automatic',
  };
};

/** The marks of the starting set, which a sheet does not say. */
const MARKS = { passMark: 60 * ONE_POINT, bonusFrom: 80 * ONE_POINT };

/**
 * A whole set out of the rows of a sheet, or what is wrong with each row; a set is taken as a whole or not at all.
 *
 * @returns of rows that are right by themselves but do not make the whole, the first row of each section
 */
export function parseIndicatorSet(rows: readonly IndicatorRow[]): Result<IndicatorSet, readonly FailedRow[]> {
  const failed = failedRows(rows);
  if (failed.length > 0) return err(failed);
  const sections = sectionsOf(rows);
  const whole = sections.reduce((sum, { points }) => sum + points, 0);
  if (whole !== FULL) {
    const reasons = [`各板块的“板块分值”合计 ${pointsWords(whole)}，应为 100。`];
    const firsts = sections.map(({ title }) => rows.findIndex(({ section }) => section === title));
    return err((firsts.length === 0 ? [0] : firsts).map((index) => ({ index, reasons })));
  }
  const vetoes = rows
    .filter(({ section }) => section === VETO_SECTION)
    .map((row): VetoIndicator => sourced(row));
  const indicators = rows.filter(({ section }) => section !== VETO_SECTION);
  return ok({ sections, indicators: indicators.map((row) => indicatorOf(row, sections)), vetoes, ...MARKS });
}

const NO_POINTS = { sectionPoints: '', sign: '', points: '', unit: '', cap: '' };

const counterTitles = ({ counters }: Pick<VetoIndicator, 'counters'>): string =>
  counters.map((counter) => COUNTERS[counter].title).join('；');

/** The rows of a set, as they can be changed and sent back. */
export function rowsOfSet({ sections, indicators, vetoes }: IndicatorSet): readonly IndicatorRow[] {
  const rows = indicators.map((one): IndicatorRow => {
    const section = sections.find(({ code }) => code === one.section);
    return {
      section: section?.title ?? '',
      sectionPoints: pointsWords(section?.points ?? 0),
      code: one.code,
      text: one.text,
      sign: SIGNS[one.sign],
      points: pointsWords(one.points),
      unit: UNITS[one.unit],
      cap: one.cap === null ? '' : pointsWords(one.cap),
      counter: counterTitles(one),
      evidence: one.evidence,
      source: one.source,
    };
  });
  const met = vetoes.map((one): IndicatorRow => {
    const { code, text, evidence, source } = one;
    return { ...NO_POINTS, section: VETO_SECTION, code, text, counter: counterTitles(one), evidence, source };
  });
  return [...rows, ...met];
}
