import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { SourceDocument } from '../../source-document.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { blocksOf } from './document-blocks.ts';
import { pdfFailure, startLoading } from './open-pdf.ts';
import { type InterpretedPage, interpretPage } from './page-content.ts';
import { characterNotes } from './page-notes.ts';

/**
 * Reads a PDF in this thread; see `readPdf` for what it gives and throws. The time bound is checked between
 * operators, not inside pdf.js, and pdf.js may leave rejected promises behind: call `readPdf` instead.
 */
export async function parsePdf(bytes: Uint8Array, milliseconds?: number): Promise<SourceDocument> {
  const deadline = createDeadline(milliseconds);
  const task = startLoading(bytes);
  try {
    const document = await task.promise;
    const pages = await interpretPages(document, deadline);
    if (!pages.some((page) => page.content.glyphs.length > 0)) throw withoutText();
    const { blocks, notes } = blocksOf(
      pages.map((page) => page.content),
      deadline,
    );
    return {
      format: 'pdf',
      blocks,
      notes: [...pages.flatMap(characterNotes), ...notes],
      properties: await propertiesOf(document),
    };
  } catch (error) {
    throw pdfFailure(error);
  } finally {
    await task.destroy();
  }
}

/** The contents of all pages, within the bounds of pages, characters and time. */
export async function interpretPages(
  document: PDFDocumentProxy,
  deadline: Deadline,
): Promise<InterpretedPage[]> {
  if (document.numPages > LIMITS.pdfPages) {
    throw new ReadFailure(
      'too-large',
      `PDF 共 ${document.numPages} 页，超过 ${LIMITS.pdfPages} 页的上限，未读取。请只提供年度报告部分。`,
    );
  }
  const pages: InterpretedPage[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const interpreted = await interpretPage(page, deadline);
    page.cleanup();
    characters += interpreted.content.glyphs.length;
    if (characters > LIMITS.textCharacters) {
      throw new ReadFailure('too-large', 'PDF 文字过多，超出可读取的上限。请只提供年度报告部分。');
    }
    pages.push(interpreted);
  }
  return pages;
}

function withoutText(): ReadFailure {
  return new ReadFailure(
    'scanned-pdf',
    '这个 PDF 里没有可读取的文字，通常是扫描件或图片。本工具不做文字识别：请向报送单位索取 Word 原文件或由 Word 直接导出的 PDF，或手工录入表中数字。',
  );
}

/** Entries of the information dictionary that may name people or programs. */
const PROPERTIES = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer'];

async function propertiesOf(document: PDFDocumentProxy): Promise<Record<string, string>> {
  const { info } = await document.getMetadata();
  const properties: Record<string, string> = {};
  for (const name of PROPERTIES) {
    const value: unknown = Reflect.get(info, name);
    if (typeof value === 'string' && value.trim() !== '') properties[name.toLowerCase()] = value.trim();
  }
  return properties;
}
