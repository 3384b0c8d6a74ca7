import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarityPercent } from './similarity.ts';

const REPORT =
  '2023年，我局认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息1234条，收到政府信息公开申请12件，均按期答复。';

test.each([
  ['equal', REPORT, REPORT],
  [
    'other figures and another year',
    REPORT,
    REPORT.replace('2023', '2024').replace('1234', '2').replace('12件', '305件'),
  ],
  ['other punctuation, spaces and widths', REPORT, REPORT.replaceAll('，', ', ').replace('1234', '１２３４')],
  ['both empty', '', ''],
  ['nothing but punctuation', '。', '…'],
])('%s: 100', (_, a, b) => {
  expect(similarityPercent(a, b)).toBe(100);
});

test.each([
  ['nothing in common', REPORT, '甲乙丙丁戊己庚辛'],
  ['one side empty', REPORT, ''],
  ['short and unlike', '无', '有'],
])('%s: 0', (_, a, b) => {
  expect(similarityPercent(a, b)).toBe(0);
});

test('one sentence of two kept: about half', () => {
  const kept = '深入推进政务公开标准化规范化建设，完善基层公开目录，';
  const a = `${kept}开展业务培训三次并组织考核评比通报结果。`;
  const b = `${kept}新建线下查阅点位五处方便老年群众就近办理。`;
  expect(similarityPercent(a, b)).toBeGreaterThan(40);
  expect(similarityPercent(a, b)).toBeLessThan(65);
});

test('the same both ways round, between 0 and 100', () => {
  const text = fc.string({ unit: fc.constantFrom(...'公开信息政府条例12 。，a'.split('')), maxLength: 60 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const percent = similarityPercent(a, b);
      expect(percent).toBe(similarityPercent(b, a));
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
      expect(similarityPercent(a, a)).toBe(100);
    }),
    { numRuns: 2000, seed: 20_260_131 },
  );
});

test('longer copies are more alike', () => {
  const other = '围绕群众关切开展政策解读，线上线下同步发布惠企便民措施，持续优化平台检索功能和栏目设置。';
  const shares = [0, 10, 20, 40, 60].map((length) =>
    similarityPercent(REPORT, REPORT.slice(0, length) + other),
  );
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(new Set(shares).size).toBeGreaterThan(3);
});
