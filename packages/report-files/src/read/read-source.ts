import type { FileFormat, SourceDocument } from '../source-document.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { withoutDirections } from './directions.ts';
import { extensionNotes } from './sniff.ts';

/** Formats that hold a document; JSON holds a report that was already read. */
export type DocumentFormat = Exclude<FileFormat, 'json'>;

type Reader = (bytes: Uint8Array, deadline: Deadline) => Promise<SourceDocument>;

/** Readers are loaded when first needed: a .docx must not wait for pdf.js and a spreadsheet library. */
const READERS: Readonly<Record<DocumentFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  doc: async () => (await import('./doc/read-doc.ts')).readDoc,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  xlsx: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  txt: async () => (await import('./txt/read-txt.ts')).readTxt,
};

/**
 * Reads a file of any supported document format into the model between files and cells.
 *
 * @param format as found by `sniffFormat`
 * @param name file name, only for the note that its extension does not fit
 * @throws ReadFailure
 */
export async function readSourceAs(
  format: DocumentFormat,
  bytes: Uint8Array,
  name?: string,
  deadline: Deadline = createDeadline(),
): Promise<SourceDocument> {
  const read = await READERS[format]();
  // A Buffer is a Uint8Array that some libraries refuse and whose `slice` does not copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source = withoutDirections(await read(plain, deadline));
  const notes = extensionNotes(format, name);
  return notes.length === 0 ? source : { ...source, notes: [...notes, ...source.notes] };
}
