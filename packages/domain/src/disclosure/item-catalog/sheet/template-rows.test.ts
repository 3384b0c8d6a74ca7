import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { CATALOG_COLUMN_IDS, type CatalogSheetRow } from './columns.ts';
import { type CatalogDefaults, parseCatalogRow } from './parse-row.ts';

const day = (text: string): CivilDate => text as CivilDate;
const DEFAULTS: CatalogDefaults = {
  field: 'socialAssistance',
  validFrom: day('2021-01-01'),
  levels: ['county'],
  code: '12',
};

describe('a row of the template', () => {
  const blank = Object.fromEntries(CATALOG_COLUMN_IDS.map((id) => [id, ''])) as CatalogSheetRow;
  const good: CatalogSheetRow = {
    ...blank,
    level1: '救助',
    contentElements: '文件',
    publicationPeriod: '长期',
    responsibleOrgan: '民政局',
  };

  test('without more takes what the import sets, and says so', () => {
    const parsed = parseCatalogRow(good, DEFAULTS);
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        item: { code: '12', field: 'socialAssistance', audience: 'public', levels: ['county'] },
        notes: [
          '公开对象没有填写，按全社会。',
          '公开方式没有填写，按主动公开。',
          '公开层级没有填写，按导入时的选择。',
        ],
      },
    });
  });

  test('tells everything that is wrong with it at once', () => {
    const wrong = {
      ...good,
      level1: '',
      field: '天文',
      audience: '大家',
      disclosureClass: '不予公开',
      levels: '省里',
      validFrom: '2026-02-30',
      validTo: '2020-01-01',
      level2: 'a\u200Bb',
    };
    const parsed = parseCatalogRow(wrong, DEFAULTS);
    expect(parsed.ok ? [] : parsed.error).toEqual([
      '领域“天文”不认识，可填26个试点领域之一，或者空着。',
      '一级事项没有填写。',
      '二级事项含有看不见的字符，请重新录入。',
      '公开对象“大家”不认识，可填：全社会、特定群体。',
      '公开方式“不予公开”不认识，可填：主动公开、依申请公开。不予公开的不列入目录。',
      '公开层级“省里”不认识，可填：县级、乡级、村级。',
      '生效日期“2026-02-30”不是日期，应写成 2025-03-01。',
      '失效日期（2020-01-01）不能早于生效日期（2021-01-01）。',
    ]);
  });
});
