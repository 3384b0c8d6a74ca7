import { plainText } from '../../annual-report/rules/identity.ts';

/**
 * How a 发文字号 is written: 代字〔年〕号; an order counted without years (国务院令第711号); an announcement whose year
 * stands in words (2026年第5号).
 */
export type DocumentNumberForm = 'ordinary' | 'order' | 'announcement';

export interface DocumentNumber {
  readonly form: DocumentNumberForm;
  /** 机关代字 or the name before the number: 国办发, 国务院令, 财政部公告. */
  readonly word: string;
  /** `null` for orders. */
  readonly year: number | null;
  readonly number: number;
}

const WORD = '[\\p{Script=Han}]{1,24}?';
/** The brackets of GB/T 9704-2012 7.2.5 are 〔〕; files and web pages have all of these. */
const OPEN = '[〔\\[［【（(﹝〖]';
const CLOSE = '[〕\\]］】）)﹞〗]';
const YEAR = '(?:19[4-9]|20\\d)\\d';

const ORDINARY = new RegExp(`^(${WORD})${OPEN}(${YEAR})年?${CLOSE}第?0*([1-9]\\d{0,5})号$`, 'u');
const ORDER = new RegExp(`^(${WORD}令)(?:第|${OPEN}第?)0*([1-9]\\d{0,4})号${CLOSE}?$`, 'u');
const ANNOUNCEMENT = new RegExp(`^(${WORD}(?:公告|通告|令))?(${YEAR})年第?0*([1-9]\\d{0,4})号$`, 'u');

/** With spaces inside; anything longer is a text. */
const LONGEST_NUMBER = 100;

/**
 * Reads a document number that stands by itself: any of the brackets in use, full-width digits, spaces inside, 第 before
 * the number, leading zeros. `undefined` when the text is anything else or more than a number.
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const plain = plainText(text);
  const [, word = '', year, number] = ORDINARY.exec(plain) ?? [];
  if (number !== undefined) return { form: 'ordinary', word, year: Number(year), number: Number(number) };
  const [, order = '', orderNumber] = ORDER.exec(plain) ?? [];
  if (orderNumber !== undefined)
    return { form: 'order', word: order, year: null, number: Number(orderNumber) };
  const [, named = '', ofYear, count] = ANNOUNCEMENT.exec(plain) ?? [];
  if (count === undefined) return undefined;
  return { form: 'announcement', word: named, year: Number(ofYear), number: Number(count) };
}

/** The number as GB/T 9704-2012 writes it: 国办发〔2019〕54号, without 第 and leading zeros. */
export function documentNumberText({ form, word, year, number }: DocumentNumber): string {
  if (form === 'order') return `${word}第${number}号`;
  return form === 'announcement' ? `${word}${year}年第${number}号` : `${word}〔${year}〕${number}号`;
}

/** A number in its standard writing; `undefined` when it cannot be read, and should then stay as it is. */
export function normalizeDocumentNumber(text: string): string | undefined {
  const read = parseDocumentNumber(text);
  return read === undefined ? undefined : documentNumberText(read);
}

/** Whether two writings name the same number (check 10 of publication.md §9); unreadable ones must be equal but for spaces. */
export function isSameDocumentNumber(a: string, b: string): boolean {
  const [left, right] = [
    normalizeDocumentNumber(a) ?? plainText(a),
    normalizeDocumentNumber(b) ?? plainText(b),
  ];
  return left !== '' && left === right;
}
