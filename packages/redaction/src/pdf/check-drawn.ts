import { createCanvas } from '@napi-rs/canvas';
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { RedactionFailure } from '../redaction-error.ts';
import { notDrawable } from './draw-page.ts';
import type { PageOperators } from './glyphs.ts';
import { itemAt } from './matrix.ts';
import type { Glyph } from './pen.ts';

/**
 * Makes sure that nothing was left out of a drawn page in silence: pictures that could not be decoded, and characters
 * of fonts that are neither in the file nor on this machine.
 *
 * @returns whether fonts of this machine stood in for fonts that are not in the file
 * @throws RedactionFailure `not-drawable`, `font-missing`
 */
export function checkDrawn(page: PDFPageProxy, operators: PageOperators, glyphs: readonly Glyph[]): boolean {
  checkPictures(page, operators);
  const foreign = new Set(
    [...new Set(glyphs.map(({ font }) => font))].filter((name) => isForeign(page, name)),
  );
  if (foreign.size === 0) return false;
  const characters = new Set(
    glyphs.filter(({ font }) => foreign.has(font)).flatMap(({ text }) => Array.from(text)),
  );
  for (const character of characters) {
    if (!isPrintable(character)) throw fontMissing(page);
  }
  return true;
}

/** pdf.js puts `null` in the place of a picture that it cannot decode, and draws nothing there. */
function checkPictures(page: PDFPageProxy, { fnArray, argsArray }: PageOperators): void {
  fnArray.forEach((operator, index) => {
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintImageXObjectRepeat) return;
    const id = itemAt(argsArray[index], 0);
    if (typeof id !== 'string') return;
    const store = id.startsWith('g_') ? page.commonObjs : page.objs;
    if (store.has(id) && store.get(id) === null) throw notDrawable(page);
  });
}

/** Whether the font is not in the file. */
function isForeign(page: PDFPageProxy, name: string): boolean {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
  return typeof font === 'object' && font !== null && 'missingFile' in font && font.missingFile === true;
}

function fontMissing(page: PDFPageProxy): RedactionFailure {
  return new RedactionFailure(
    'font-missing',
    `第 ${page.pageNumber} 页使用了没有嵌入的字体，服务器上也没有可以代替的中文字体，文字会缺失，没有生成任何文件。请在导出 PDF 时选择“嵌入字体”，或请系统管理员在服务器上安装中文字体。`,
  );
}

const SAMPLE_PIXELS = 24;

function imageOf(character: string): string {
  const canvas = createCanvas(SAMPLE_PIXELS, SAMPLE_PIXELS);
  const context = canvas.getContext('2d');
  context.font = '16px serif';
  context.fillText(character, 2, 18);
  return Buffer.from(context.getImageData(0, 0, SAMPLE_PIXELS, SAMPLE_PIXELS).data).toString('base64');
}

/** What is drawn for a character that no font has. */
const NO_CHARACTER = '\u{10fffd}';
let unknown: string | undefined;
const printable = new Map<string, boolean>();

function isPrintable(character: string): boolean {
  if (/^[\p{Cc}\p{Cf}\p{Z}]$/u.test(character)) return true;
  let known = printable.get(character);
  if (known === undefined) {
    unknown ??= imageOf(NO_CHARACTER);
    known = imageOf(character) !== unknown;
    printable.set(character, known);
  }
  return known;
}
