import { expect, test } from 'vitest';
import { PER_ITEM, PER_PAGE } from './tariff.ts';
import { tariffWords } from './tariff-words.ts';

test('a tariff in the words of a notice', () => {
  expect(tariffWords(PER_PAGE, '页')).toBe(
    '第1至30页不收费；第31至100页，每页10元；第101至200页，每页20元；第201页起，每页40元',
  );
  expect(tariffWords(PER_ITEM, '件')).toBe(
    '第1至10件不收费；第11至30件，每件100元；第31件起，每10件为一档，第一档每件200元，每增加一档提高100元',
  );
});
