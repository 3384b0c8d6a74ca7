import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadFailure } from '../../read-error.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Larger pictures are left undecoded: only their presence matters, and decoding is where hostile files cost. */
const MAX_PICTURE_PIXELS = 4_096;

/**
 * Starts loading a PDF in this process. The caller must `destroy()` the task. Character maps and metrics of the
 * standard fonts come from the package on disk, never from the network.
 */
export function startLoading(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    // pdf.js takes its buffer over, so it gets a copy.
    data: bytes.slice(),
    cMapUrl: folderUrl('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderUrl('standard_fonts'),
    wasmUrl: folderUrl('wasm'),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    maxImageSize: MAX_PICTURE_PIXELS,
    enableXfa: false,
  });
}

/** pdf.js wants folders that end in a slash, on every system. */
function folderUrl(name: string): string {
  return `${packageFolder.replaceAll('\\', '/')}/${name}/`;
}

/** The failure that an exception of pdf.js stands for; its own text may quote the file and is not passed on. */
export function pdfFailure(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new ReadFailure(
      'encrypted',
      'PDF 已加密，需要密码才能打开，未读取任何内容。请提供未加密的 PDF，或另存为 .docx 后重试。',
    );
  }
  return new ReadFailure(
    'damaged',
    'PDF 已损坏或不完整，无法打开，未保留任何内容。请重新下载或重新导出后重试。',
  );
}
