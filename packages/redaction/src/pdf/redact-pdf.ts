import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type MarkedText, markedText, repeatedTexts } from '../find/under-marks.ts';
import { LIMITS } from '../limits.ts';
import { checkMarks, type Mark } from '../mark.ts';
import { type Burnt, burn } from '../raster/burn.ts';
import { encodePage } from '../raster/encode-page.ts';
import { rasterOf, release } from '../raster/raster.ts';
import type { Redacted } from '../redacted.ts';
import { RedactionFailure } from '../redaction-error.ts';
import { isSearchable } from '../verify/search-bytes.ts';
import { verifyPdf } from '../verify/verify-pdf.ts';
import { assemblePdf, type ReleasedPage } from './assemble.ts';
import { checkDrawn } from './check-drawn.ts';
import { drawPage, pixelsOf, RELEASE_SCALE, sizeOf } from './draw-page.ts';
import { glyphsOf } from './glyphs.ts';
import { eachPage, withPdf } from './open-pdf.ts';
import { sourceNotes } from './source-notes.ts';

/** One page drawn, with its marks burnt in. */
interface RedactedPage {
  readonly released: ReleasedPage;
  readonly burnt: Burnt;
  readonly text: MarkedText;
  readonly standInFonts: boolean;
}

const TEXT_GONE =
  '为确保遮盖有效，所有页面已转为图片，文字不可选取和检索；需要无障碍文本的申请人，请另行提供。';

/**
 * All pages, not only those with marks, are drawn anew: what lies beside the pages of a PDF (layers, shared objects,
 * earlier versions) cannot be told apart by page.
 */
export async function redactPdf(bytes: Uint8Array, marks: readonly Mark[]): Promise<Redacted> {
  const { pages, notes } = await withPdf(bytes, async (document) => {
    checkMarks(marks, document.numPages);
    await checkAmount(document);
    return { notes: await sourceNotes(document), pages: await redactPages(document, marks) };
  });
  const released = assemblePdf(pages.map((page) => page.released));
  const words = [...new Set(pages.flatMap(({ text }) => text.words))].filter(isSearchable);
  await verifyPdf(
    released,
    pages.map((page) => ({ pixels: page.released, burnt: page.burnt })),
    words,
  );
  return {
    bytes: released,
    mediaType: 'application/pdf',
    report: {
      pages: pages.length,
      marks: pages.flatMap(({ burnt }) => burnt.marks),
      repeated: repeatedTexts(pages.map(({ text }) => text)),
      notes: [TEXT_GONE, ...notes, ...fontNotes(pages)],
      searchedWords: words.length,
    },
  };
}

/** Before anything is drawn: whether the pages are not too many for their size. */
async function checkAmount(document: PDFDocumentProxy): Promise<void> {
  let pixels = 0;
  await eachPage(document, (page) => {
    const { width, height } = pixelsOf(page, RELEASE_SCALE);
    pixels += width * height;
    if (pixels > LIMITS.totalPixels) {
      throw new RedactionFailure(
        'too-many-pages',
        'PDF 页数多、版面大，合计超出一次可处理的范围，没有生成任何文件。请拆分后分别处理。',
      );
    }
  });
}

async function redactPages(
  document: PDFDocumentProxy,
  marks: readonly Mark[],
): Promise<readonly RedactedPage[]> {
  const pages: RedactedPage[] = [];
  let characters = 0;
  await eachPage(document, async (page) => {
    const redacted = await redactPage(
      page,
      marks.filter((mark) => mark.page === page.pageNumber),
    );
    characters += redacted.text.text.text.length;
    if (characters > LIMITS.textCharacters) {
      throw new RedactionFailure(
        'too-complex',
        '文件过于复杂，文字过多，没有生成任何文件。请拆分后分别处理。',
      );
    }
    pages.push(redacted);
  });
  return pages;
}

async function redactPage(page: PDFPageProxy, marks: readonly Mark[]): Promise<RedactedPage> {
  const canvas = await drawPage(page, RELEASE_SCALE);
  const operators = await page.getOperatorList();
  const glyphs = glyphsOf(page, operators);
  const standInFonts = checkDrawn(page, operators, glyphs);
  const burnt = burn(canvas, marks);
  const size = sizeOf(page);
  const encoded = encodePage(canvas, rasterOf(canvas));
  release(canvas);
  return {
    released: { ...encoded, size },
    burnt,
    text: markedText(page.pageNumber, glyphs, marks, size),
    standInFonts,
  };
}

function fontNotes(pages: readonly RedactedPage[]): readonly string[] {
  const numbers = pages.flatMap(({ standInFonts }, index) => (standInFonts ? [index + 1] : []));
  if (numbers.length === 0) return [];
  return [
    `第 ${numbers.join('、')} 页有未嵌入的字体，已用服务器上的字体代替，字形可能与原件略有不同，请核对。`,
  ];
}
