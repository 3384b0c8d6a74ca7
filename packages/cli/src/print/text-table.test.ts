import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { textTable, wrap } from './text-table.ts';

describe('wrap', () => {
  test('keeps numbers, dates and codes whole', () => {
    expect(wrap('统计截止2019年12月31日', 12)).toEqual(['统计截止2019', '年12月31日']);
    expect(wrap('落款2019-12-31，统计', 12)).toEqual(['落款', '2019-12-31，', '统计']);
  });

  test('no line begins with a closing mark or ends with an opening one', () => {
    expect(wrap('请将说明移至表注。', 16)).toEqual(['请将说明移至表', '注。']);
    expect(wrap('国办公开办函〔2019〕60号', 14)).toEqual(['国办公开办函', '〔2019〕60号']);
  });

  test('a space at a break is no indent of the next line', () => {
    expect(wrap('行政规范性文件 本年制发件数', 14)).toEqual(['行政规范性文件', '本年制发件数']);
  });

  test('loses nothing but spaces, and no line is wider than asked', () => {
    const texts = fc.string({
      unit: fc.constantFrom('年', '，', '。', '（', '〔', '“', '”', ' ', '1', 'A', '-', '/', '.', '\n'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { seed: 20_260_131 },
    );
  });
});

describe('textTable', () => {
  const columns = [
    { title: '甲', grow: 1, least: 4 },
    { title: '乙', grow: 1, least: 4 },
  ];

  test('width that one column does not need goes to the other', () => {
    const [, rule] = textTable(columns, [['短', '很长很长很长很长很长很长']], 24).split('\n');
    expect(rule).toBe('----  ------------------');
  });

  test('rows stand apart only beside a row of several lines', () => {
    const rows = [
      ['一', '1'],
      ['二', '2'],
      ['三', '3\n3'],
    ];
    expect(textTable(columns, rows, 40).split('\n').slice(2)).toEqual([
      '一    1',
      '二    2',
      '',
      '三    3',
      '      3',
    ]);
  });
});
