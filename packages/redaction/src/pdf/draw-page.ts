import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { whiteCanvas } from '../raster/raster.ts';
import { RedactionFailure } from '../redaction-error.ts';

const POINTS_PER_INCH = 72;

/** Pixels for each point of a released page. */
export const RELEASE_SCALE = LIMITS.dotsPerInch / POINTS_PER_INCH;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size in points as it is seen: cropped, turned, in the page's own unit. */
export function sizeOf(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

/**
 * Whole pixels of a page at a scale.
 *
 * @throws RedactionFailure `page-too-large`
 */
export function pixelsOf(page: PDFPageProxy, scale: number): Size {
  const { width, height } = sizeOf(page);
  const pixels = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const fits =
    pixels.width <= LIMITS.side &&
    pixels.height <= LIMITS.side &&
    pixels.width * pixels.height <= LIMITS.pagePixels;
  if (!fits) {
    throw new RedactionFailure(
      'page-too-large',
      `第 ${page.pageNumber} 页的版面过大（${Math.round(width)}×${Math.round(height)} 点，大于 A1），没有生成任何文件。请缩小版面或拆分后重试。`,
    );
  }
  return pixels;
}

/**
 * The page as a viewer shows it, with the visible appearances of annotations (seals, signatures, filled fields).
 *
 * @throws RedactionFailure `page-too-large`, `not-drawable`
 */
export async function drawPage(page: PDFPageProxy, scale: number): Promise<Canvas> {
  const { width, height } = pixelsOf(page, scale);
  const canvas = whiteCanvas(width, height);
  try {
    await page.render({ canvas, viewport: page.getViewport({ scale }) }).promise;
  } catch {
    throw notDrawable(page);
  }
  return canvas;
}

export function notDrawable(page: PDFPageProxy): RedactionFailure {
  return new RedactionFailure(
    'not-drawable',
    `第 ${page.pageNumber} 页有无法还原的内容（已损坏或格式特殊），没有生成任何文件。请把原文件重新打印为 PDF，或打印后扫描，再重试。`,
  );
}
