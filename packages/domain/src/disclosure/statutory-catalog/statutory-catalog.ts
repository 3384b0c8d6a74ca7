import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Level, TreeKind } from '../../organ/tree.ts';
import type { Confidence } from '../../setting/setting.ts';

/** An item that the 条例 itself wants published. Codes never change: documents are filed under them. */
export interface StatutoryItem {
  /** The words of the article. */
  readonly title: string;
  /** Column of the platform in which it is usually shown [L]; no national text names the columns of 条例21 [U]. */
  readonly column: string;
  readonly source: string;
  /** Of the duty itself. */
  readonly mark: Confidence;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

const ARTICLE_20 = {
  'a20.01': ['行政法规、规章和规范性文件', '政策文件'],
  'a20.02': ['机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名', '机构概况'],
  'a20.03': ['国民经济和社会发展规划、专项规划、区域规划及相关政策', '规划计划'],
  'a20.04': ['国民经济和社会发展统计信息', '统计'],
  'a20.05': ['办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果', '行政许可'],
  'a20.06': [
    '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    '处罚强制',
  ],
  'a20.07': ['财政预算、决算信息', '预决算'],
  'a20.08': ['行政事业性收费项目及其依据、标准', '收费'],
  'a20.09': ['政府集中采购项目的目录、标准及实施情况', '政府采购'],
  'a20.10': ['重大建设项目的批准和实施情况', '重大项目'],
  'a20.11': ['扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况', '民生'],
  'a20.12': ['突发公共事件的应急预案、预警信息及应对情况', '应急管理'],
  'a20.13': ['环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', '监督检查'],
  'a20.14': ['公务员招考的职位、名额、报考条件等事项以及录用结果', '招考'],
  'a20.15': ['法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息', '其他'],
} as const;

/** 条例21, first half: 设区的市级、县级人民政府及其部门. */
const ARTICLE_21_COUNTY = {
  'a21c.1': ['市政建设', '市政建设'],
  'a21c.2': ['公共服务', '公共服务'],
  'a21c.3': ['公益事业', '公益事业'],
  'a21c.4': ['土地征收', '土地征收'],
  'a21c.5': ['房屋征收', '房屋征收'],
  'a21c.6': ['治安管理', '治安管理'],
  'a21c.7': ['社会救助', '社会救助'],
} as const;

/** 条例21, second half: the eight of 乡（镇）人民政府. */
const ARTICLE_21_TOWNSHIP = {
  'a21t.1': ['贯彻落实农业农村政策', '农业农村政策'],
  'a21t.2': ['农田水利工程建设运营', '农田水利'],
  'a21t.3': ['农村土地承包经营权流转', '土地流转'],
  'a21t.4': ['宅基地使用情况审核', '宅基地'],
  'a21t.5': ['土地征收', '土地征收'],
  'a21t.6': ['房屋征收', '房屋征收'],
  'a21t.7': ['筹资筹劳', '筹资筹劳'],
  'a21t.8': ['社会救助', '社会救助'],
} as const;

type Rows = Readonly<Record<string, readonly [string, string]>>;

export type StatutoryCode =
  | keyof typeof ARTICLE_20
  | keyof typeof ARTICLE_21_COUNTY
  | keyof typeof ARTICLE_21_TOWNSHIP;

const CHINESE = '一二三四五六七八九十';
const inWords = (number: number): string =>
  number > 10 ? `十${CHINESE[number - 11]}` : (CHINESE[number - 1] ?? '');

/** 国务院令第711号. */
const IN_FORCE = '2019-05-15' as CivilDate;

const items = (
  rows: Rows,
  source: (number: number) => string,
): readonly (readonly [string, StatutoryItem])[] =>
  Object.entries(rows).map(([code, [title, column]], index) => [
    code,
    { title, column, source: source(index + 1), mark: 'confirmed', validFrom: IN_FORCE, validTo: null },
  ]);

/** All items of 条例20 and 21, in the order of the articles; in force since 2019-05-15 (国务院令第711号). */
export const STATUTORY_CATALOG: Readonly<Record<StatutoryCode, StatutoryItem>> = Object.fromEntries([
  ...items(ARTICLE_20, (number) => `条例第二十条第（${inWords(number)}）项`),
  ...items(ARTICLE_21_COUNTY, () => '条例第二十一条'),
  ...items(ARTICLE_21_TOWNSHIP, () => '条例第二十一条'),
]) as Readonly<Record<StatutoryCode, StatutoryItem>>;

export const STATUTORY_CODES = Object.keys(STATUTORY_CATALOG) as readonly StatutoryCode[];

export const isStatutoryCode = (text: string): text is StatutoryCode =>
  Object.hasOwn(STATUTORY_CATALOG, text);

/** The item that an organ answers by what it entered of itself (机构信息), without a document. */
export const SAID_BY_CONTACT: StatutoryCode = 'a20.02';

const codesOf = (part: 'a20' | 'a21c' | 'a21t'): readonly StatutoryCode[] =>
  STATUTORY_CODES.filter((code) => code.startsWith(`${part}.`));

/**
 * The items that an organ of a kind and level may owe. Every organ in law: 条例20. Cities, counties and their offices
 * and departments: the seven of 条例21. Townships: the eight, “根据本地方的具体情况”. 街道办事处 are not named by 条例21 and
 * owe 条例20 only; a village owes nothing, because 村务公开 is another regime.
 */
export function statutoryCodesFor(kind: TreeKind, level: Level): readonly StatutoryCode[] {
  if (kind === 'village') return [];
  if (kind === 'township') return [...codesOf('a20'), ...codesOf('a21t')];
  const isLocal = kind !== 'subdistrictOffice' && (level === 'city' || level === 'county');
  return isLocal ? [...codesOf('a20'), ...codesOf('a21c')] : codesOf('a20');
}

export interface StatutoryColumn {
  readonly title: string;
  readonly codes: readonly StatutoryCode[];
}

/** The columns of an organ's 法定主动公开内容, each once, in the order of the articles. */
export function statutoryColumnsFor(kind: TreeKind, level: Level): readonly StatutoryColumn[] {
  const columns = new Map<string, StatutoryCode[]>();
  for (const code of statutoryCodesFor(kind, level)) {
    const { column } = STATUTORY_CATALOG[code];
    columns.set(column, [...(columns.get(column) ?? []), code]);
  }
  return [...columns].map(([title, codes]) => ({ title, codes }));
}
