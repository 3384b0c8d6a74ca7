import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { isComputed } from '@zhaoshi/domain/annual-report/work/report-cells';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { earlierTexts, organTexts, regionTexts } from './report-texts.ts';

/** How far an invented report has come. */
export type ReportStand =
  | 'drafting'
  | 'inSignature'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'published'
  | 'restated';

export interface ReportStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  /** Whose people draw it up; of a government its office (30号二(一)). */
  readonly desk: string;
  /** `<region>/<office>` of the competent department that receives it. */
  readonly receiver: string;
  readonly year: number;
  readonly stand: ReportStand;
  readonly draft: ReportDraft;
  /** What the competent department marked when it sent the report back. */
  readonly marks?: {
    readonly cells: readonly CellId[];
    readonly passages: readonly string[];
    reason: string;
  };
  /** What was typed wrongly of a report that is public, and why it was mended. */
  readonly restated?: { readonly typed: Readonly<Record<string, string>>; readonly reason: string };
}

type Typed = Readonly<Record<string, string>>;

/** 许可、处罚、强制 and 收费 of the year: what no register of the demonstration knows of it. */
const decisions = (licensing: number, penalties: number, coercion: number, amountWan: string): Typed => ({
  't2.licensing/decisions': String(licensing),
  't2.penalties/decisions': String(penalties),
  't2.coercion/decisions': String(coercion),
  't2.fees/amountWan': amountWan,
});

/** A whole table as it is typed where no register is kept: 0 wherever nothing else is said. */
const typedTable = (table: 't2' | 't3' | 't4', figures: Typed): Typed =>
  Object.fromEntries(
    formTable(table, '2021')
      .cells.filter(({ id }) => !isComputed(id, '2021'))
      .map(({ id }) => [id, figures[id] ?? '0']),
  );

const NO_REGISTER = { t2: 'typed', t3: 'typed', t4: 'typed' } as const;

/** A year before the platform: everything typed, one application carried forward where `carried` says so. */
const earlier = (year: number, carried: number): ReportDraft => ({
  ...EMPTY_DRAFT,
  texts: earlierTexts(year),
  sources: NO_REGISTER,
  typed: {
    ...typedTable('t2', decisions(12, 3, 0, '0')),
    ...typedTable('t3', {
      't3.newlyReceived/naturalPerson': String(2 + carried),
      't3.granted/naturalPerson': '2',
      't3.carriedForward/naturalPerson': String(carried),
    }),
    ...typedTable('t4', {}),
  },
});

const counted = (organ: string, year: number, typed: Typed): ReportDraft => ({
  ...EMPTY_DRAFT,
  texts: organTexts(organ, year),
  typed,
});

const region = (name: string, year: number): ReportDraft => ({
  ...EMPTY_DRAFT,
  texts: regionTexts(name, year),
});

const story = (
  organ: string,
  year: number,
  stand: ReportStand,
  draft: ReportDraft,
  given: Pick<ReportStory, 'marks' | 'restated'> = {},
): ReportStory => {
  const receiver = `${organ.split('/')[0] ?? ''}/office`;
  return { organ, desk: organ, receiver, year, stand, draft, ...given };
};

const quiet = decisions(0, 0, 0, '0');

const ofCity = (year: number): readonly ReportStory[] => [
  // Drafted and not yet right: a number in the words that the table does not bear out, a topic and figures missing.
  story('zhaoshi/education', year, 'drafting', counted('zhaoshi/education', year, {})),
  story('zhaoshi/finance', year, 'inSignature', counted('zhaoshi/finance', year, decisions(0, 2, 0, '36.5'))),
  story(
    'zhaoshi/resources',
    year,
    'submitted',
    counted('zhaoshi/resources', year, decisions(431, 26, 4, '1874.25')),
  ),
  // No register of the demonstration knows its decisions, so that what is typed is what is published.
  story('zhaoshi/health', year, 'restated', counted('zhaoshi/health', year, decisions(214, 18, 1, '0')), {
    restated: {
      typed: decisions(221, 18, 1, '0'),
      reason: '漏计十二月办结的7件医师执业注册行政许可。',
    },
  }),
  story('zhaoshi/office', year, 'returned', counted('zhaoshi/office', year, quiet), {
    marks: {
      cells: ['t2.normativeDocument/inForce'],
      passages: ['一是部分规范性文件的解读发布迟于文件'],
      reason: '现行有效规范性文件的件数请与司法局核对；第五部分请写明是哪些文件。',
    },
  }),
];

const ofHedong = (year: number): readonly ReportStory[] => [
  story('hedong/office', year, 'returned', counted('hedong/office', year, quiet), {
    marks: {
      cells: ['t2.normativeDocument/repealed'],
      passages: [],
      reason: '本年废止的规范性文件件数与县司法局的清理结果不一致，请核对。',
    },
  }),
  story(
    'hedong/civil-affairs',
    year,
    'inSignature',
    counted('hedong/civil-affairs', year, decisions(45, 3, 0, '0')),
  ),
  story('hedong/finance', year, 'published', counted('hedong/finance', year, decisions(0, 1, 0, '0'))),
  story(
    'hedong/rural-affairs',
    year,
    'submitted',
    counted('hedong/rural-affairs', year, decisions(87, 9, 0, '0')),
  ),
  story('hedong/duandian', year, 'published', counted('hedong/duandian', year, decisions(6, 23, 0, '0'))),
  story('hedong/jindian', year, 'accepted', counted('hedong/jindian', year, decisions(4, 5, 0, '0'))),
  // A township without registers: typed, last year's figures not carried over yet.
  story('hedong/kengzaikou', year - 1, 'published', earlier(year - 1, 1)),
  story('hedong/kengzaikou', year, 'drafting', {
    ...EMPTY_DRAFT,
    texts: organTexts('hedong/kengzaikou', year),
    sources: NO_REGISTER,
    typed: { ...quiet, 't3.newlyReceived/naturalPerson': '3', 't3.granted/naturalPerson': '2' },
  }),
  // 城关街道 has not begun: the sum of the county lacks units.
  {
    ...story('hedong/government', year, 'drafting', region('全县', year)),
    desk: 'hedong/office',
    receiver: 'zhaoshi/office',
  },
];

const ofHexi = (year: number): readonly ReportStory[] => [
  story('hexi/office', year, 'accepted', counted('hexi/office', year, quiet)),
  story('hexi/finance', year, 'published', counted('hexi/finance', year, decisions(0, 2, 0, '0'))),
  story(
    'hexi/human-resources',
    year,
    'accepted',
    counted('hexi/human-resources', year, decisions(38, 4, 0, '0')),
  ),
  story('hexi/qianwei', year, 'published', counted('hexi/qianwei', year, decisions(2, 3, 0, '0'))),
  story('hexi/yilan', year, 'accepted', {
    ...EMPTY_DRAFT,
    texts: organTexts('hexi/yilan', year),
    sources: NO_REGISTER,
    typed: { ...typedTable('t2', decisions(1, 2, 0, '0')), ...typedTable('t3', {}), ...typedTable('t4', {}) },
  }),
  // All its units are in: the county's sum stands on the city's desk.
  {
    ...story('hexi/government', year, 'submitted', region('全县', year)),
    desk: 'hexi/office',
    receiver: 'zhaoshi/office',
  },
];

/**
 * The reports of a year that is over, in every state that the work knows; units before the sum that counts them. One of
 * the city and one township have the year before as well, so that there is something to compare with.
 */
export const reportStories = (year: number): readonly ReportStory[] => [
  story('zhaoshi/education', year - 1, 'published', earlier(year - 1, 0)),
  ...ofHexi(year),
  ...ofHedong(year),
  ...ofCity(year),
];
