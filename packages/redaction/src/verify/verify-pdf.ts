import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawPage, type Size } from '../pdf/draw-page.ts';
import { itemAt } from '../pdf/matrix.ts';
import { eachPage, withPdf } from '../pdf/open-pdf.ts';
import type { Burnt } from '../raster/burn.ts';
import { rasterOf, release } from '../raster/raster.ts';
import { isBlack } from './blackness.ts';
import { pdfStreams } from './pdf-streams.ts';
import { pictureHoldsWord, textHoldsWord } from './search-bytes.ts';
import { verificationFailed } from './verification-failed.ts';

/** What a page of the released file has to be. */
export interface ExpectedPage {
  readonly pixels: Size;
  readonly burnt: Burnt;
}

/**
 * Reads the released file again, as a stranger would: no text, no fonts, nothing beside the pages, one picture on each
 * page, every mark black in it, and none of the words that lay under marks anywhere in the bytes.
 *
 * @throws RedactionFailure `verification-failed`
 */
export async function verifyPdf(
  released: Uint8Array,
  pages: readonly ExpectedPage[],
  words: readonly string[],
): Promise<void> {
  checkBytes(Buffer.from(released.buffer, released.byteOffset, released.length), words);
  await withPdf(released, async (document) => {
    await checkDocument(document, pages.length);
    await eachPage(document, (page) => checkPage(page, pages[page.pageNumber - 1]));
  });
}

/** Names of everything that can carry something besides the pictures. */
const FORBIDDEN =
  /\/(?:Font|EmbeddedFiles?|Filespec|Annots?|AcroForm|XFA|JavaScript|JS|OpenAction|AA|Launch|OCG|OCProperties|RichMedia|PieceInfo|Thumb|ToUnicode|ActualText|Author|Subject|Keywords|Prev|Encrypt)(?![A-Za-z])/;

function checkBytes(file: Buffer, words: readonly string[]): void {
  checkText(outsideStreams(file), words);
  // The file as it is, too: bytes that belong to no stream and no object.
  checkPicture(file, words);
  for (const { isPicture, content } of pdfStreams(file)) {
    if (isPicture) checkPicture(content, words);
    else checkText(content, words);
  }
}

function checkText(text: Uint8Array, words: readonly string[]): void {
  if (FORBIDDEN.test(Buffer.from(text).toString('latin1'))) throw verificationFailed('文件结构');
  if (words.some((word) => textHoldsWord(text, word))) throw verificationFailed('遮盖的文字');
}

function checkPicture(bytes: Uint8Array, words: readonly string[]): void {
  if (words.some((word) => pictureHoldsWord(bytes, word))) throw verificationFailed('遮盖的文字');
}

/** The objects without the contents of streams, in whose bytes any short name may stand by chance. */
function outsideStreams(file: Buffer): Buffer {
  const text = file.toString('latin1').replace(/\bstream\r?\n[^]*?endstream/g, '');
  return Buffer.from(text, 'latin1');
}

async function checkDocument(document: PDFDocumentProxy, pages: number): Promise<void> {
  const { info, metadata } = await document.getMetadata();
  const named = ['Title', 'Author', 'Subject', 'Keywords'].some((name) => Reflect.get(info, name));
  const described = metadata !== null && ['dc:title', 'dc:creator'].some((name) => metadata.get(name));
  const carried = [
    await document.getAttachments(),
    await document.getFieldObjects(),
    await document.getOutline(),
    await document.getOpenAction(),
  ].some((part) => part !== null);
  const layers = [...(await document.getOptionalContentConfig())].length;
  if (document.numPages !== pages) throw verificationFailed('页数');
  if (named || described) throw verificationFailed('文件属性');
  if (carried || layers > 0 || (await document.hasJSActions())) throw verificationFailed('附带内容');
}

/** Operators that place the picture; everything else draws something we did not put there. */
const PLACING: ReadonlySet<number> = new Set([
  OPS.clip,
  OPS.dependency,
  OPS.save,
  OPS.restore,
  OPS.transform,
  OPS.setGState,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
]);

async function checkPage(page: PDFPageProxy, expected: ExpectedPage | undefined): Promise<void> {
  if (!expected) throw verificationFailed('页数');
  const { items } = await page.getTextContent();
  const annotations = await page.getAnnotations();
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn = fnArray.filter((operator, index) => {
    // The path by which the picture is cut to the page is drawn by nobody.
    const cuts = operator === OPS.constructPath && itemAt(argsArray[index], 0) === OPS.endPath;
    return !cuts && !PLACING.has(operator);
  });
  const onePicture = drawn.length === 1 && drawn[0] === OPS.paintImageXObject;
  if (items.length > 0) throw verificationFailed('文字层');
  if (annotations.length > 0 || !onePicture) throw verificationFailed('页面内容');
  if (expected.burnt.boxes.length === 0) return;
  // At the very resolution of the picture, so that pixel meets pixel.
  const canvas = await drawPage(page, expected.pixels.width / page.getViewport({ scale: 1 }).width);
  const same = canvas.width === expected.pixels.width && canvas.height === expected.pixels.height;
  if (!same) throw verificationFailed('页面尺寸');
  if (!isBlack(rasterOf(canvas), expected.burnt)) throw verificationFailed('遮盖框颜色');
  release(canvas);
}
