import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../../setting/catalogue.ts';
import { formatIndexNumber, type IndexParts, parseIndexNumber, seriesOf } from './index-number.ts';
import { type IndexPattern, parseIndexPattern } from './pattern.ts';

function patternOf(source: string): IndexPattern {
  const parsed = parseIndexPattern(source);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const parts = (more: Partial<IndexParts> = {}): IndexParts => ({
  organCode: '000014349',
  category: null,
  year: 2017,
  month: null,
  serial: 110,
  ...more,
});

const DEFAULT = SETTINGS['publication.indexNumberPattern'].defaultValue;

describe('index numbers as they are in use', () => {
  test.each([
    [DEFAULT, parts(), '000014349/2017-00110'],
    [DEFAULT, parts({ organCode: '0142768-8', year: 2022, serial: 185 }), '0142768-8/2022-00185'],
    [
      '{organCode}-{category}-{year}-{serial:4}',
      parts({ category: '05', serial: 7 }),
      '000014349-05-2017-0007',
    ],
    ['昭公开〔{year}〕{serial:1}', parts({ organCode: null, serial: 12 }), '昭公开〔2017〕12'],
    ['{organCode}/{year}{month}{serial:3}', parts({ month: 3, serial: 9 }), '000014349/201703009'],
    [DEFAULT, parts({ serial: 123_456 }), '000014349/2017-123456'],
  ])('%s of %j is %s', (source, of, text) => {
    const pattern = patternOf(source);
    expect(formatIndexNumber(pattern, of)).toEqual({ ok: true, value: text });
    expect(parseIndexNumber(pattern, ` ${text} `)).toEqual(of);
  });
});

test('what is printed is read back, and no two numbers are the same', () => {
  const code = fc.stringMatching(/^[0-9A-Za-z](?:[0-9A-Za-z-]{0,8}[0-9A-Za-z])?$/);
  const some = fc.record({
    organCode: code,
    category: code,
    year: fc.integer({ min: 1949, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    serial: fc.integer({ min: 1, max: 999_999_999 }),
  });
  const pattern = patternOf('{organCode}-{category}/{year}{month}-{serial:5}');
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [first, second] = [formatIndexNumber(pattern, a), formatIndexNumber(pattern, b)];
      if (first.ok) expect(parseIndexNumber(pattern, first.value)).toEqual(a);
      if (first.ok && second.ok && first.value === second.value) expect(a).toEqual(b);
    }),
    { seed: 20_260_131 },
  );
});

test.each([
  ['{organCode}/{year}', '索引号编排必须有流水号 {serial}'],
  ['{year}-{number}', '“{number}”不认识'],
  ['{year:4}-{serial}', '只有流水号可以写位数'],
  ['{serial:0}', '流水号的位数应为 1 至 9'],
  ['{serial}-{serial}', '每一项只能出现一次'],
  ['{month}-{serial}', '有月份的，必须有年份'],
  ['{organCode}{serial}', '应有“/”“-”等分隔'],
  ['{category}{year}/{serial}', '应有“/”“-”等分隔'],
  ['{year}?{serial}', '含有不能使用的字符'],
  ['{year} {serial', '含有不能使用的字符'],
  ['', '索引号编排必须有流水号 {serial}'],
])('the pattern %s is refused: %s', (source, words) => {
  const parsed = parseIndexPattern(source);
  expect(parsed.ok ? '' : parsed.error).toContain(words);
  expect(SETTINGS['publication.indexNumberPattern'].parse(source).ok).toBe(false);
});

test.each([
  [parts({ organCode: null }), '索引号需要机构代码，本机关没有设置'],
  [parts({ organCode: '昭 县' }), '含有索引号不能使用的字符'],
  [parts({ year: 17 }), '索引号需要四位年份'],
  [parts({ serial: 0 }), '大于 0 的整数'],
])('%j gets no index number: %s', (of, words) => {
  const made = formatIndexNumber(patternOf(DEFAULT), of);
  expect(made.ok ? '' : made.error).toContain(words);
});

test('a number that would be read in two ways is not given out', () => {
  const pattern = patternOf('{organCode}-{category}-{serial:2}');
  expect(formatIndexNumber(pattern, parts({ organCode: 'a-b', category: 'c' })).ok).toBe(true);
  expect(formatIndexNumber(pattern, parts({ organCode: 'a', category: 'b-c' })).ok).toBe(false);
});

describe('a number is never used again', () => {
  const pattern = patternOf(DEFAULT);

  test('each organ and year counts for itself', () => {
    expect(seriesOf(pattern, parts())).toBe('000014349/2017-#');
    expect(seriesOf(pattern, parts({ year: 2018 }))).not.toBe(seriesOf(pattern, parts()));
  });
});
