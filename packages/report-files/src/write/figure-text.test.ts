import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import { describe, expect, test } from 'vitest';
import { figureNumber, figureText } from './figure-text.ts';

describe('figureText', () => {
  test.each(['7777166', '39573802895.90元', '2648-18538'])(
    'glued figures %s are no figure when read again',
    (raw) => {
      const text = figureText({ state: 'text', value: null, raw });
      expect(text).toContain(raw);
      expect(parseCell(text, 'count')).toMatchObject({ state: 'text', value: null });
      // Written a second time they are marked once.
      expect(figureText(parseCell(text, 'count'))).toBe(text);
    },
  );

  test('words and marks stay as they were', () => {
    for (const raw of ['见附件', '/']) {
      expect(figureText(parseCell(raw, 'count'))).toBe(raw);
      expect(figureNumber(parseCell(raw, 'count'))).toBeNull();
    }
  });
});
