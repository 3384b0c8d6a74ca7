import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type CatalogItem, ITEM_LEVELS } from '../catalog-item.ts';
import { CHANNEL_IDS } from '../channels.ts';
import { PILOT_FIELD_IDS } from '../pilot-fields.ts';
import { CATALOG_HEADINGS } from './columns.ts';
import { exportCatalogRow } from './export-row.ts';
import { type SheetGrid, sheetGrid } from './grid.ts';
import { type CatalogDefaults, parseCatalogRow } from './parse-row.ts';
import { readCatalogSheet } from './read-sheet.ts';

const day = (text: string): CivilDate => text as CivilDate;
const DEFAULTS: CatalogDefaults = {
  field: 'socialAssistance',
  validFrom: day('2021-01-01'),
  levels: ['county'],
  code: '12',
};

/** A grid drawn as lines: `<` is merged with its left neighbour, `^` with the one above. */
function grid(...lines: readonly (readonly string[])[]): SheetGrid {
  const columns = Math.max(...lines.map(({ length }) => length));
  const cells = lines.flatMap((line, row) =>
    line.flatMap((text, column) => {
      if (text === '<' || text === '^') return [];
      let colSpan = 1;
      while (line[column + colSpan] === '<') colSpan += 1;
      let rowSpan = 1;
      while (lines[row + rowSpan]?.[column] === '^') rowSpan += 1;
      return [{ text, row, column, rowSpan, colSpan }];
    }),
  );
  return { rows: lines.length, columns, cells };
}

function read(...lines: readonly (readonly string[])[]) {
  const result = readCatalogSheet(grid(...lines));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

// Made up in the shape of a county's catalogue: title, header of two rows, merged groups, ticks, a note below.
const COUNTY = [
  ['昭和县社会救助领域基层政务公开标准目录', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<'],
  [
    '序号',
    '公开事项',
    '<',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '公开对象',
    '<',
    '公开方式',
    '<',
    '公开层级',
    '<',
  ],
  [
    '^',
    '一级事项',
    '二级事项',
    '^',
    '^',
    '^',
    '^',
    '^',
    '全社会',
    '特定群体（请写明）',
    '主动',
    '依申请公开',
    '县级',
    '乡、村级',
  ],
  ['一、综合业务', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<'],
  [
    '1',
    '最低生活保障',
    '政策法规文件',
    '1.国家有关政策；2.本地政策',
    '《条例》\n《办法》',
    '信息形成之日起20个工作日内',
    '县民政局',
    '■政府网站 □政府公报\n■公示栏',
    '√',
    '',
    '√',
    '',
    '√',
    '√',
  ],
  [
    '2',
    '^',
    '审批结果',
    '低保对象名单',
    '《办法》',
    '及时',
    '县民政局',
    '■村公示栏\n□其他：入户告知',
    '',
    '√',
    '√',
    '',
    '',
    '√',
  ],
  [
    '3',
    '特困人员救助',
    '办事指南',
    '申请条件、程序',
    '《办法》',
    '按进度公开',
    '县民政局',
    '□政府网站',
    '',
    '本村村民',
    '',
    '√',
    '√',
    '',
  ],
  ['注：■为必选，□为可选。', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<'],
];

describe('a county’s catalogue with merged headings and ticks', () => {
  const sheet = read(...COUNTY);

  test('its rows come out in the columns of the template', () => {
    expect(sheet.rows.map(({ number }) => number)).toEqual([5, 6, 7]);
    expect(sheet.rows.map(({ row: { level1, level2 } }) => `${level1}/${level2}`)).toEqual([
      '最低生活保障/政策法规文件',
      '最低生活保障/审批结果',
      '特困人员救助/办事指南',
    ]);
    expect(
      sheet.rows.map(({ row: { audience, audienceWords, disclosureClass, levels } }) => [
        audience,
        audienceWords,
        disclosureClass,
        levels,
      ]),
    ).toEqual([
      ['全社会', '', '主动公开', '县级、乡级、村级'],
      ['特定群体', '', '主动公开', '乡级、村级'],
      ['特定群体', '本村村民', '依申请公开', '县级'],
    ]);
    expect([sheet.field, sheet.unknownColumns]).toEqual(['socialAssistance', []]);
  });

  test('and are understood, with what a person should look at', () => {
    const parsed = sheet.rows.map(({ row }) => parseCatalogRow(row, DEFAULTS));
    const [first, second, third] = parsed.map((one) => (one.ok ? one.value : null));
    expect(first?.item).toEqual({
      code: '1',
      field: 'socialAssistance',
      level1: '最低生活保障',
      level2: '政策法规文件',
      contentElements: ['国家有关政策', '本地政策'],
      basis: ['《条例》', '《办法》'],
      publicationPeriod: '信息形成之日起20个工作日内',
      responsibleOrgan: '县民政局',
      channels: { must: ['website', 'noticeBoard'], may: ['gazette'], otherWords: '' },
      audience: 'public',
      audienceWords: '',
      disclosureClass: 'proactive',
      levels: ['county', 'township', 'village'],
      validFrom: '2021-01-01',
      validTo: null,
    });
    expect(first?.notes).toEqual([]);
    expect(second?.item.channels).toEqual({ must: ['noticeBoard'], may: ['other'], otherWords: '入户告知' });
    expect(second?.notes).toEqual(['公开对象为特定群体，没有写明是谁。']);
    expect(third?.notes).toEqual(['公开时限“按进度公开”不能识别，按原文显示，不计算到期日。']);
  });
});

describe('headers of other shapes', () => {
  const ROW = ['救助', '标准', '文件', '依据', '长期', '民政局'];
  const shape = (...lines: readonly (readonly string[])[]) => read(...lines).rows[0]?.row;

  test('one heading 公开事项 over both levels, and other names', () => {
    const row = shape(['公开事项', '<', '内容标准', '法律依据', '时限', '责任单位'], ROW);
    expect(row).toMatchObject({
      level1: '救助',
      level2: '标准',
      contentElements: '文件',
      basis: '依据',
      publicationPeriod: '长期',
      responsibleOrgan: '民政局',
    });
  });

  test('channels as columns of ticks, ☑ and ■ and ×', () => {
    const row = shape(
      ['事项名称', '公开内容', '公开时限', '公开主体', '公开渠道', '<', '<'],
      ['^', '^', '^', '^', '政府网站', '两微一端', '村公示栏'],
      ['救助', '文件', '长期', '民政局', '☑', '×', '■'],
    );
    expect(row?.channels).toBe('■政府网站\n■社区/企事业单位/村公示栏（电子屏）');
  });

  test('three rows, levels of 县（区）, 乡镇（街道） and 村（社区）', () => {
    const row = shape(
      ['事项', '<', '公开标准', '<', '<', '公开层级', '<', '<'],
      [
        '一级事项',
        '二级事项',
        '公开内容（要素）',
        '公开时限',
        '公开主体',
        '县（区）级',
        '乡镇（街道）级',
        '村（社区）级',
      ],
      ['救助', '标准', '文件', '长期', '民政局', '√', '', '√'],
    );
    expect([row?.level1, row?.level2, row?.levels]).toEqual(['救助', '标准', '县级、村级']);
  });

  test('a header printed again on the next page is no item, and an unknown column is named', () => {
    const head = ['序号', '一级事项', '二级事项', '公开内容', '公开时限', '公开主体', '咨询电话'];
    const item = (code: string, level1: string) => [code, level1, '标准', '文件', '长期', '民政局', '0000'];
    const sheet = read(head, item('1', '救助'), head, item('2', ''));
    expect(sheet.rows.map(({ row: { code, level1 } }) => `${code} ${level1}`)).toEqual(['1 救助', '2 救助']);
    expect(sheet.rows[1]?.inherited).toEqual(['一级事项']);
    expect(sheet.unknownColumns).toEqual(['咨询电话']);
  });

  test.each([
    [
      [
        ['姓名', '金额', '电话'],
        ['甲某某', '200', '1'],
      ],
      '没有找到标准目录的表头',
    ],
    [[['序号', '一级事项', '公开内容', '公开时限', '公开主体']], '只有表头，没有公开事项'],
    [[['']], '没有找到标准目录的表头'],
  ])('%# is refused in words', (lines, words) => {
    const result = readCatalogSheet(grid(...lines));
    expect(result.ok ? '' : result.error).toContain(words);
  });
});

test('a worksheet keeps blank cells under its merged ones: they hide nothing', () => {
  const lines = [
    ['一级事项', '', '公开内容', '公开时限', '公开主体'],
    ['救助', '标准', '文件', '长期', '民政局'],
    ['', '流程', '图', '长期', '民政局'],
  ];
  const cells = lines.flatMap((line, row) => line.map((text, column) => ({ row, column, text })));
  const merges = [
    { row: 0, column: 0, rowSpan: 1, colSpan: 2 },
    { row: 1, column: 0, rowSpan: 2, colSpan: 1 },
  ];
  const far = { row: 0, column: 16_000, text: '远处' };
  const result = readCatalogSheet(sheetGrid([...cells, far], merges));
  expect(result.ok && result.value.rows.map(({ row }) => `${row.level1}/${row.level2}`)).toEqual([
    '救助/标准',
    '救助/流程',
  ]);
});

test('ten thousand rows are read in a moment', () => {
  const head = ['一级事项', '二级事项', '公开内容', '公开时限', '公开主体'];
  const cells = Array.from({ length: 10_000 }, (_, row) =>
    head.map((title, column) => ({ row, column, text: row === 0 ? title : `${title}${row}` })),
  ).flat();
  const result = readCatalogSheet(sheetGrid(cells, []));
  expect(result.ok && result.value.rows.length).toBe(9999);
});

test('what goes out comes in again the same', () => {
  const words = fc.constantFrom('低保', '政策文件', '办事指南', '昭和县民政局');
  const channel = fc.constantFrom('must', 'may', 'no');
  const items: fc.Arbitrary<CatalogItem> = fc.record({
    code: fc.constantFrom('1', 'A-02'),
    field: fc.option(fc.constantFrom(...PILOT_FIELD_IDS)),
    level1: words,
    level2: fc.oneof(words, fc.constant('')),
    contentElements: fc.uniqueArray(words, { minLength: 1 }),
    basis: fc.uniqueArray(words),
    publicationPeriod: fc.constantFrom('长期公开', '按进度公开', '每年1月31日前'),
    responsibleOrgan: words,
    channels: fc
      .array(channel, { minLength: CHANNEL_IDS.length, maxLength: CHANNEL_IDS.length })
      .map((marks) => ({
        must: CHANNEL_IDS.filter((_, index) => marks[index] === 'must'),
        may: CHANNEL_IDS.filter((_, index) => marks[index] === 'may'),
        otherWords: marks.at(-1) === 'no' ? '' : '村民会议',
      })),
    audience: fc.constantFrom('public', 'specificGroup'),
    audienceWords: fc.constantFrom('', '被征收人'),
    disclosureClass: fc.constantFrom('proactive', 'onApplication'),
    levels: fc.subarray([...ITEM_LEVELS], { minLength: 1 }),
    validFrom: fc.constant(day('2021-03-01')),
    validTo: fc.option(fc.constant(day('2026-12-31'))),
  });
  fc.assert(
    fc.property(items, (item) => {
      const sheet = read(CATALOG_HEADINGS, exportCatalogRow(item));
      const [first] = sheet.rows;
      const parsed = first === undefined ? null : parseCatalogRow(first.row, { ...DEFAULTS, field: null });
      expect(parsed).toMatchObject({ ok: true, value: { item } });
    }),
    { seed: 20_260_131 },
  );
});
