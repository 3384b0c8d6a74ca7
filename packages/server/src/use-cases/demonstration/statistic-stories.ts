import type { RecordedDocument } from '@zhaoshi/domain/statistics/recorded-documents';
import type { StatisticKind } from '@zhaoshi/domain/statistics/statistic-kinds';

/** The invented monthly figures of an organ: each kind by the month, repeated when the year is longer than the row. */
export interface StatisticStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly unit: string;
  readonly kind: StatisticKind;
  readonly source: string;
  /** Decisions or 分 from January on. */
  readonly figures: readonly number[];
  /** A month nobody entered anything for. */
  readonly missing?: number;
  /** A month whose figure was corrected after it had been signed off. */
  readonly corrected?: { readonly month: number; readonly figure: number; readonly reason: string };
}

const none = (organ: string, ...kinds: readonly StatisticKind[]): readonly StatisticStory[] =>
  kinds.map((kind) => ({ organ, unit: '', kind, source: '没有此项职权', figures: [0] }));

export const STATISTIC_STORIES: readonly StatisticStory[] = [
  {
    organ: 'zhaoshi/resources',
    unit: '行政审批科',
    kind: 'licensing',
    source: '行政审批系统',
    figures: [31, 18, 44, 52, 47, 50, 39, 41, 46, 28, 43, 49],
    corrected: { month: 4, figure: 54, reason: '两件办结日期录入有误，补计入四月' },
  },
  {
    organ: 'zhaoshi/resources',
    unit: '不动产登记窗口',
    kind: 'licensing',
    source: '行政审批系统',
    figures: [12, 7, 15, 16, 14, 18, 13, 12, 17, 9, 15, 16],
  },
  {
    organ: 'zhaoshi/resources',
    unit: '执法监察支队',
    kind: 'penalties',
    source: '行政处罚台账',
    figures: [2, 0, 3, 5, 1, 4, 2, 3, 0, 2, 1, 3],
  },
  {
    organ: 'zhaoshi/resources',
    unit: '执法监察支队',
    kind: 'coercion',
    source: '行政强制台账',
    figures: [0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0],
  },
  {
    organ: 'zhaoshi/resources',
    unit: '',
    kind: 'fees',
    source: '财政票据系统',
    figures: [4_526_000, 2_130_050, 6_884_500, 7_015_025],
  },
  {
    organ: 'hedong/civil-affairs',
    unit: '',
    kind: 'licensing',
    source: '社会组织登记台账',
    figures: [3, 1, 4, 6, 5, 2, 3, 4, 7, 2, 3, 5],
  },
  {
    organ: 'hedong/civil-affairs',
    unit: '',
    kind: 'penalties',
    source: '行政处罚台账',
    figures: [0, 0, 1, 0, 0, 0, 2],
    missing: 5,
  },
  ...none('hedong/civil-affairs', 'coercion', 'fees'),
  {
    organ: 'hedong/duandian',
    unit: '综合行政执法队',
    kind: 'penalties',
    source: '行政处罚台账',
    figures: [1, 0, 2, 4, 3, 1, 0, 5, 2, 1, 2, 1],
    corrected: { month: 8, figure: 6, reason: '漏计一件当场处罚' },
  },
  ...none('hedong/duandian', 'licensing', 'coercion', 'fees'),
];

/** An invented document of before the platform. */
export type RecordStory = Omit<RecordedDocument, 'recordId' | 'row'> & { readonly organ: string };

const day = (text: string) => text as RecordedDocument['dateOfDocument'];

const record = (
  organ: string,
  title: string,
  documentNumber: string,
  dateOfDocument: string,
  given: Partial<RecordStory> = {},
): RecordStory => ({
  organ,
  title,
  documentNumber,
  dateOfDocument: day(dateOfDocument),
  validFrom: null,
  validTo: null,
  end: null,
  ...given,
});

/** Documents of one year ended in the demonstration's own year, so that its register has all three figures. */
export const recordStories = (year: number): readonly RecordStory[] => [
  record('hedong/office', '河东县农村公路养护管理办法', '东政办规〔2018〕3号', '2018-05-10'),
  record('hedong/office', '河东县政府投资项目管理暂行办法', '东政办规〔2015〕1号', '2015-02-06', {
    validTo: day('2020-02-05'),
  }),
  record('hedong/office', '河东县公共租赁住房管理办法', '东政办规〔2019〕7号', '2019-09-20', {
    validFrom: day('2019-10-01'),
    end: {
      kind: 'repealed',
      on: day(`${year}-06-01`),
      ground: `东政办发〔${year}〕12号，规范性文件清理结果`,
    },
  }),
  record('hedong/civil-affairs', '河东县临时救助实施细则', '东民规〔2020〕2号', '2020-11-30', {
    validTo: day(`${year}-01-31`),
  }),
  record('hedong/civil-affairs', '河东县养老服务补贴办法', '东民规〔2022〕1号', '2022-03-18'),
  record('zhaoshi/resources', '昭示市农村宅基地审批管理规定', '昭资规〔2021〕4号', '2021-08-02'),
];
