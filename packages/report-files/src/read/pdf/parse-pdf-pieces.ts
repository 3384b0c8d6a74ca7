import type { ScanPiece, ScanPlace } from '@zhaoshi/domain/disclosure/scan/piece';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createDeadline, type Deadline } from '../deadline.ts';
import {
  blockPieces,
  presencePiece,
  presencePieces,
  textPiece,
  textPieces,
} from '../scan-pieces/make-pieces.ts';
import { blocksOf } from './document-blocks.ts';
import { pdfFailure, startLoading } from './open-pdf.ts';
import type { InterpretedPage } from './page-content.ts';
import { findFurniture } from './page-furniture.ts';
import { interpretPages } from './parse-pdf.ts';
import { linesOf } from './text-lines.ts';

/** See `readPdfPieces`, which calls this in a thread of its own. */
export async function parsePdfPieces(
  bytes: Uint8Array,
  milliseconds?: number,
): Promise<readonly ScanPiece[]> {
  const deadline = createDeadline(milliseconds);
  const task = startLoading(bytes);
  try {
    const document = await task.promise;
    const pages = await interpretPages(document, deadline);
    const { blocks } = blocksOf(
      pages.map((page) => page.content),
      deadline,
    );
    return [
      ...blockPieces(blocks),
      ...headerPieces(pages),
      ...pages.flatMap(pagePieces),
      ...picturePieces(bytes, pages.filter(({ hasImages }) => hasImages).length),
      ...(await annotationPieces(document, deadline)),
      ...(await attachmentPieces(document)),
      ...(await propertyPieces(document)),
    ];
  } catch (error) {
    throw pdfFailure(error);
  } finally {
    await task.destroy();
  }
}

/** Running titles and page numbers, which the running text leaves out. */
function headerPieces(pages: readonly InterpretedPage[]): readonly ScanPiece[] {
  const furniture = findFurniture(
    pages.map((page) => page.content),
    () => [],
  );
  return [...furniture].flatMap(([page, found]) =>
    found.flatMap(({ glyphs }) =>
      linesOf(glyphs).flatMap(({ text }) => textPieces(text, { kind: 'header', page })),
    ),
  );
}

function pagePieces({ content, hasImages, offPage, offPageText }: InterpretedPage): readonly ScanPiece[] {
  const { page } = content;
  const place: ScanPlace = { kind: 'file', page };
  return [
    ...textPieces(offPageText, { kind: 'hiddenText', page }),
    ...(offPage > 0 ? [presencePiece('hiddenText', 1, place)] : []),
    ...(hasImages ? [presencePiece('picture', 1, place)] : []),
  ];
}

const IMAGE = /\/Subtype\s*\/Image(?![A-Za-z])/g;

/**
 * Pictures too large to be decoded here, which pdf.js leaves out of the page without a word: scanned pages are such.
 * Their dictionaries always stand in the file as they are.
 */
function picturePieces(bytes: Uint8Array, shown: number): readonly ScanPiece[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pictures = [...file.matchAll(IMAGE)].length;
  return pictures > shown ? presencePieces('picture', pictures) : [];
}

/** Text of a property of one of pdf.js' untyped objects; `{ str }` as its text objects have it. */
function stringAt(value: unknown, ...path: readonly string[]): string {
  let at: unknown = value;
  for (const name of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
  return typeof at === 'string' ? at.trim() : '';
}

function annotationTexts(annotation: unknown, page: number, number: number): readonly ScanPiece[] {
  const place: ScanPlace = { kind: 'annotation', page, number };
  const link = stringAt(annotation, 'unsafeUrl') || stringAt(annotation, 'url');
  const texts = [
    stringAt(annotation, 'contentsObj', 'str'),
    stringAt(annotation, 'fieldValue'),
    stringAt(annotation, 'alternativeText'),
  ];
  const file = stringAt(annotation, 'file', 'filename');
  return [
    ...[...new Set(texts)].flatMap((text) => textPieces(text, place)),
    ...(link === '' ? [] : [{ kind: 'link' as const, text: link, place }]),
    ...textPieces(file, { kind: 'attachmentName', page }),
    ...(file === '' ? [] : [presencePiece('attachment', 1, place)]),
  ];
}

/** Words of a link are read aloud in its place and are no comment: whoever makes accessible PDFs gives every link some. */
const isNote = (annotation: unknown): boolean =>
  stringAt(annotation, 'subtype') !== 'Link' && stringAt(annotation, 'contentsObj', 'str') !== '';

async function annotationPieces(
  document: PDFDocumentProxy,
  deadline: Deadline,
): Promise<readonly ScanPiece[]> {
  const pieces: ScanPiece[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page: PDFPageProxy = await document.getPage(number);
    const annotations: readonly unknown[] = await page.getAnnotations();
    for (const [index, annotation] of annotations.entries()) {
      deadline.check();
      pieces.push(...annotationTexts(annotation, number, index + 1));
    }
    const notes = annotations.filter(isNote).length;
    if (notes > 0) pieces.push(presencePiece('comment', notes, { kind: 'file', page: number }));
    page.cleanup();
  }
  return pieces;
}

async function attachmentPieces(document: PDFDocumentProxy): Promise<readonly ScanPiece[]> {
  const attachments = await document.getAttachments();
  const scripts = await document.getJSActions();
  const names = [...(attachments ?? [])].map(([key, file]) => stringAt(file, 'filename') || key);
  const place: ScanPlace = { kind: 'file' };
  return [
    ...names.map((name) => textPiece(name, { kind: 'attachmentName' })),
    ...(names.length > 0 ? [presencePiece('attachment', names.length, place)] : []),
    ...(scripts === null ? [] : [presencePiece('macro', 1, place)]),
  ];
}

const withoutTags = (xml: string): string =>
  xml
    .replaceAll(/<[^<>]{0,500}>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Every entry of the information dictionary, and the metadata stream as it is written. */
async function propertyPieces(document: PDFDocumentProxy): Promise<readonly ScanPiece[]> {
  const { info, metadata } = await document.getMetadata();
  const entries: readonly (readonly [string, unknown])[] = Object.entries(info);
  const custom: unknown = Reflect.get(info, 'Custom');
  const more = custom instanceof Map ? [...custom] : [];
  const raw: unknown = metadata === null ? '' : Reflect.get(metadata, 'getRaw');
  const stream = typeof raw === 'function' ? String(raw.call(metadata)) : '';
  const creators: unknown = metadata?.get('dc:creator') ?? [];
  const writers = (Array.isArray(creators) ? creators : [creators]).map(String);
  return [
    ...[...entries, ...more].flatMap(([name, value]) =>
      typeof value === 'string' ? textPieces(value, { kind: 'property', name }) : [],
    ),
    ...writers
      .filter((writer) => writer !== Reflect.get(info, 'Author'))
      .flatMap((writer) => textPieces(writer, { kind: 'property', name: 'creator' })),
    ...textPieces(withoutTags(stream), { kind: 'property', name: 'XMP' }),
  ];
}
