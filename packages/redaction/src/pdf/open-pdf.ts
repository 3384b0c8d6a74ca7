import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { RedactionFailure } from '../redaction-error.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** pdf.js wants folders that end in a slash, on every system. */
function folderUrl(name: string): string {
  return `${packageFolder.replaceAll('\\', '/')}/${name}/`;
}

/**
 * Opens a PDF, hands it to `work` and closes it. Nothing is fetched: character maps, fonts and decoders come from the
 * package on disk. What cannot be read is refused instead of skipped: on a released page nothing may be missing
 * without anybody knowing.
 *
 * @throws RedactionFailure `too-many-pages`, and what pdf.js throws
 */
export async function withPdf<Value>(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<Value>,
): Promise<Value> {
  const task = getDocument({
    // pdf.js takes its buffer over, so it gets a copy.
    data: Uint8Array.from(bytes),
    cMapUrl: folderUrl('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderUrl('standard_fonts'),
    wasmUrl: folderUrl('wasm'),
    iccUrl: folderUrl('iccs'),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: true,
    maxImageSize: LIMITS.embeddedPixels,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages) {
      throw new RedactionFailure(
        'too-many-pages',
        `PDF 共 ${document.numPages} 页，超过 ${LIMITS.pages} 页的上限，没有生成任何文件。请拆分后分别处理。`,
      );
    }
    return await work(document);
  } finally {
    await task.destroy();
  }
}

/** The pages one after the other, each let go of before the next. */
export async function eachPage(
  document: PDFDocumentProxy,
  visit: (page: PDFPageProxy) => Promise<void> | void,
): Promise<void> {
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await visit(page);
    page.cleanup();
    // pdf.js waits for nothing but itself: without this no timer would fire before the last page.
    await setImmediate();
  }
}
