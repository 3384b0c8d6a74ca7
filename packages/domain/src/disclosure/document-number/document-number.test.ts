import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DocumentNumber,
  documentNumberText,
  isSameDocumentNumber,
  normalizeDocumentNumber,
  parseDocumentNumber,
} from './document-number.ts';

describe('a number as people write it', () => {
  test.each([
    ['国办发〔2019〕54号', '国办发〔2019〕54号'],
    ['昭政办发[2023]12号', '昭政办发〔2023〕12号'],
    ['昭政办发［2023］１２号', '昭政办发〔2023〕12号'],
    ['昭政办发【2023】12号', '昭政办发〔2023〕12号'],
    ['昭政办发（2023）12号', '昭政办发〔2023〕12号'],
    ['昭政办发(2023)第012号', '昭政办发〔2023〕12号'],
    [' 昭政 〔２０２３〕 7 号 ', '昭政〔2023〕7号'],
    ['昭政〔二〇二三〕7号', undefined],
    ['国务院令第711号', '国务院令第711号'],
    ['国务院令（第711号）', '国务院令第711号'],
    ['财政部公告2026年第5号', '财政部公告2026年第5号'],
    ['2026年第5号', '2026年第5号'],
    ['昭政办发2023-12号', undefined],
    ['昭政办发〔2023〕12', undefined],
    ['昭政办发〔23〕12号', undefined],
    ['昭政办发〔2023〕0号', undefined],
    ['昭政办发〔2123〕1号', undefined],
    ['根据昭政办发〔2023〕12号文件', undefined],
    ['〔2023〕12号', undefined],
    ['', undefined],
  ])('%s is %s', (text, normal) => {
    expect(normalizeDocumentNumber(text)).toBe(normal);
  });

  test('what is written in the standard way is read back the same', () => {
    const some = fc.record({
      form: fc.constant('ordinary' as const),
      word: fc.constantFrom('国办发', '昭政', '昭府办公复', '示财农', '交公路函'),
      year: fc.integer({ min: 1949, max: 2099 }),
      number: fc.integer({ min: 1, max: 999_999 }),
    });
    fc.assert(
      fc.property(some, (number: DocumentNumber) => {
        expect(parseDocumentNumber(documentNumberText(number))).toEqual(number);
      }),
      { seed: 20_260_131 },
    );
  });
});

test('two writings of one number are the same, two numbers are not, nothing is like nothing', () => {
  expect(isSameDocumentNumber('昭政发[2023]第3号', '昭政发〔2023〕3号')).toBe(true);
  expect(isSameDocumentNumber('昭政发〔2023〕3号', '昭政发〔2023〕13号')).toBe(false);
  expect(isSameDocumentNumber('昭文 7', '昭文7')).toBe(true);
  expect(isSameDocumentNumber('', ' ')).toBe(false);
});
