import type { SheetColumn } from '../../../application/register-sheet/columns.ts';
import { LEVELS } from '../../../organ/tree.ts';
import { AUDIENCES, DISCLOSURE_CLASSES } from '../../disclosure-class.ts';
import { ITEM_LEVELS, type ItemLevel } from '../catalog-item.ts';
import { PILOT_FIELD_IDS, PILOT_FIELDS } from '../pilot-fields.ts';

/** A column of the template, with the other headings that county catalogues give it. */
export interface CatalogSheetColumn extends SheetColumn {
  readonly names: readonly string[];
}

const text = (
  title: string,
  longest: number,
  {
    names = [],
    help = '',
    required = false,
  }: Partial<Pick<CatalogSheetColumn, 'names' | 'help' | 'required'>> = {},
): CatalogSheetColumn => ({ title, kind: 'text', required, longest, choices: null, help, names });

export const FIELD_CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  PILOT_FIELD_IDS.map((id) => [id, PILOT_FIELDS[id].title]),
);

/** 公开方式 as a sheet names it; what is not published has no row in a catalogue. */
export const CLASS_CHOICES = {
  proactive: DISCLOSURE_CLASSES.proactive.title,
  onApplication: DISCLOSURE_CLASSES.onApplication.title,
} as const;

export const LEVEL_CHOICES: Readonly<Record<ItemLevel, string>> = {
  county: LEVELS.county,
  township: LEVELS.township,
  village: LEVELS.village,
};

/** The template of the 标准目录, in the order of the county catalogues (publication.md §8); it goes out in the same columns. */
export const CATALOG_COLUMNS = {
  code: text('序号', 40, {
    names: ['编号', '事项编码', '编码', '代码', '事项代码'],
    help: '同一目录内不能重复；空着的按行次编',
  }),
  field: {
    ...text('领域', 40, { names: ['试点领域', '公开领域'], help: '26个试点领域之一；不属于的空着' }),
    kind: 'choice',
    choices: FIELD_CHOICES,
  },
  level1: text('一级事项', 200, {
    names: ['公开事项', '公开事项名称', '事项名称', '事项', '一级', '公开类别', '一级目录', '一级公开事项'],
    required: true,
  }),
  level2: text('二级事项', 200, { names: ['二级', '二级目录', '二级公开事项', '子项'] }),
  contentElements: text('公开内容（要素）', 4000, {
    names: ['公开内容', '公开要素', '内容', '公开内容要素', '内容标准', '公开内容及要素'],
    help: '一行一项，或者用“1.”“；”分开',
    required: true,
  }),
  basis: text('公开依据', 4000, { names: ['依据', '法律依据', '公开依据及文号'], help: '一行一项' }),
  publicationPeriod: text('公开时限', 500, {
    names: ['时限', '公开时间', '时间要求', '公开时限要求'],
    help: '如“信息形成或者变更之日起20个工作日内”“每年1月31日前”“每季度”“长期公开”；系统不能识别的照原文显示',
    required: true,
  }),
  responsibleOrgan: text('公开主体', 300, {
    names: ['主体', '责任主体', '责任单位', '公开责任主体', '公开单位', '责任部门'],
    required: true,
  }),
  channels: text('公开渠道和载体', 1000, {
    names: ['公开渠道', '公开载体', '渠道', '渠道和载体', '公开渠道及载体', '公开平台', '载体'],
    help: '■为必须，□为可选，如“■政府网站 □政府公报”',
  }),
  audience: {
    ...text('公开对象', 60, { names: ['对象', '公开范围'] }),
    kind: 'choice',
    choices: AUDIENCES,
  },
  audienceWords: text('特定群体说明', 200, { help: '公开对象为特定群体的，写明是谁' }),
  disclosureClass: {
    ...text('公开方式', 60, { names: ['方式', '公开属性', '公开类型'] }),
    kind: 'choice',
    choices: CLASS_CHOICES,
  },
  levels: text('公开层级', 60, { names: ['层级', '公开级别'], help: '县级、乡级、村级，可以有几个' }),
  validFrom: { ...text('生效日期', 20, { help: '空着的按导入时填写的日期' }), kind: 'date' },
  validTo: { ...text('失效日期', 20, { help: '长期有效的空着' }), kind: 'date' },
} as const satisfies Readonly<Record<string, CatalogSheetColumn>>;

export type CatalogColumnId = keyof typeof CATALOG_COLUMNS;

export const CATALOG_COLUMN_IDS = Object.keys(CATALOG_COLUMNS) as readonly CatalogColumnId[];

/** A row as its cells show it; blank cells are empty texts. */
export type CatalogSheetRow = Readonly<Record<CatalogColumnId, string>>;

export const CATALOG_HEADINGS: readonly string[] = CATALOG_COLUMN_IDS.map((id) => CATALOG_COLUMNS[id].title);

/** 县级, 乡级 and 村级 in the words of many counties. */
export const LEVEL_WORDS: Readonly<Record<ItemLevel, RegExp>> = {
  county: /[县市区旗](?:[（(][县市区旗、/]+[)）])?级?/u,
  township: /乡|镇|街道/u,
  village: /村|社区|居/u,
};

/** Which levels a word names: “乡、村级” are two. */
export const levelsIn = (words: string): readonly ItemLevel[] =>
  // 社区 is no 区.
  ITEM_LEVELS.filter((level) =>
    LEVEL_WORDS[level].test(level === 'county' ? words.replaceAll('社区', '') : words),
  );
