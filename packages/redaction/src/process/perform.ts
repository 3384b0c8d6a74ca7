import { findInPdf } from '../find/find-text.ts';
import { LIMITS } from '../limits.ts';
import { checkFile, type RedactableMediaType } from '../media-type.ts';
import { drawPage, sizeOf } from '../pdf/draw-page.ts';
import { eachPage, withPdf } from '../pdf/open-pdf.ts';
import { redactPdf } from '../pdf/redact-pdf.ts';
import { decodePicture, pictureSize } from '../picture/decode-picture.ts';
import { redactPicture, redrawPicture } from '../picture/redact-picture.ts';
import { encodePng } from '../raster/png.ts';
import { rasterOf, whiteCanvas } from '../raster/raster.ts';
import type { PageSize } from '../redacted.ts';
import { RedactionFailure } from '../redaction-error.ts';
import { stripPdf } from '../strip/strip-pdf.ts';
import type { Answers, Task } from './task.ts';

/**
 * Does one task in this process.
 *
 * @throws RedactionFailure, or what a library throws
 */
export async function perform(task: Task): Promise<Answers[Task['kind']]> {
  const mediaType = checkFile(task.bytes, task.mediaType);
  switch (task.kind) {
    case 'redact':
      return mediaType === 'application/pdf'
        ? await redactPdf(task.bytes, task.marks)
        : await redactPicture(task.bytes, mediaType, task.marks);
    case 'redrawPicture':
      if (mediaType === 'application/pdf')
        throw new RedactionFailure('unsupported-format', '这里只接收 JPEG 和 PNG 图片，没有生成任何文件。');
      return await redrawPicture(task.bytes, mediaType);
    case 'strip':
      return mediaType === 'application/pdf'
        ? await stripPdf(task.bytes)
        : await redrawPicture(task.bytes, mediaType);
    case 'listPages':
      return await pageSizes(task.bytes, mediaType);
    case 'renderPage':
      return await pageImage(task.bytes, mediaType, task.page, task.width);
    default:
      // A picture has no text to look for.
      return mediaType === 'application/pdf'
        ? await findInPdf(task.bytes, task.words)
        : { areas: [], unsearchedPages: [1] };
  }
}

async function pageSizes(bytes: Uint8Array, mediaType: RedactableMediaType): Promise<readonly PageSize[]> {
  if (mediaType !== 'application/pdf') return [{ page: 1, ...pictureSize(bytes, mediaType) }];
  const pages: PageSize[] = [];
  await withPdf(bytes, (document) =>
    eachPage(document, (page) => {
      pages.push({ page: page.pageNumber, ...sizeOf(page) });
    }),
  );
  return pages;
}

function checkView(page: number, pages: number, width: number): void {
  const exists = Number.isInteger(page) && page >= 1 && page <= pages;
  if (!exists || !Number.isInteger(width) || width < 1 || width > LIMITS.viewWidth) {
    throw new RedactionFailure(
      'invalid-request',
      `没有第 ${page} 页（文件共 ${pages} 页），或显示宽度超出 1 至 ${LIMITS.viewWidth} 像素。请刷新页面后重试。`,
    );
  }
}

async function pageImage(
  bytes: Uint8Array,
  mediaType: RedactableMediaType,
  number: number,
  width: number,
): Promise<Uint8Array> {
  if (mediaType === 'application/pdf') {
    return await withPdf(bytes, async (document) => {
      checkView(number, document.numPages, width);
      const page = await document.getPage(number);
      return encodePng(rasterOf(await drawPage(page, width / sizeOf(page).width)));
    });
  }
  checkView(number, 1, width);
  const picture = await decodePicture(bytes, mediaType);
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  const canvas = whiteCanvas(width, height);
  canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
  return encodePng(rasterOf(canvas));
}
