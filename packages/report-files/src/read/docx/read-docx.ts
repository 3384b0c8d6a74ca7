import { Buffer } from 'node:buffer';
import type { SourceDocument } from '../../source-document.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { atDoor } from '../door.ts';
import { ReadNotes } from '../read-notes.ts';
import { parseXml } from '../xml.ts';
import { openZip, type SafeZip } from '../zip.ts';
import { BodyReader } from './body.ts';
import { bodyHandlers } from './elements.ts';
import { NO_NUMBERING, type Numbering, readNumbering } from './numbering.ts';
import { findParts, notWord, WORD_PREFIXES, type WordParts } from './parts.ts';
import { readProperties } from './properties.ts';
import { NO_STYLES, readStyles, type Styles } from './styles.ts';
import { withoutLooks } from './without-looks.ts';

/**
 * Reads a Word document (.docx): paragraphs with their automatic numbers and tables with their merges, in
 * reading order; headers and footers are left out.
 *
 * @throws ReadFailure for whatever keeps the file from being read; nothing else
 */
export function readDocx(bytes: Uint8Array, deadline: Deadline = createDeadline()): Promise<SourceDocument> {
  return atDoor('Word 文档（.docx）', async () => {
    const notes = new ReadNotes();
    const zip = await openZip(bytes);
    const parts = await findParts(zip, deadline);
    const document = await zip.read(parts.document);
    const { numbering, styles } = await formatting(zip, parts, document, deadline);
    const paged = mentions(document, 'lastRenderedPageBreak');
    const body = new BodyReader({ numbering, styles, paged, notes });
    parseXml(document, bodyHandlers(body), { prefixes: WORD_PREFIXES, deadline, prepare: withoutLooks });
    if (!body.found) throw notWord();
    const blocks = body.blocks();
    return {
      format: 'docx',
      blocks,
      notes: notes.all(),
      properties: await readProperties(zip, parts, deadline),
    };
  });
}

/** Lists and styles are worth parsing only when something uses them: a search of the bytes is far cheaper. */
async function formatting(
  zip: SafeZip,
  parts: WordParts,
  document: Uint8Array,
  deadline: Deadline,
): Promise<{ numbering: Numbering; styles: Styles }> {
  const sheet = parts.styles === undefined ? undefined : await zip.read(parts.styles);
  const styleLists = sheet !== undefined && mentions(sheet, 'numPr');
  const lists = parts.numbering !== undefined && (styleLists || mentions(document, 'numPr'));
  const useful = sheet !== undefined && ((lists && styleLists) || mentions(sheet, 'vanish'));
  return {
    numbering: lists ? readNumbering(await zip.read(parts.numbering), deadline) : NO_NUMBERING,
    styles: useful ? readStyles(sheet, deadline) : NO_STYLES,
  };
}

function mentions(bytes: Uint8Array, word: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // In UTF-16, of either order, the word's own bytes stand in a row as little-endian ones do, give or take one.
  return buffer.includes(word) || (buffer.subarray(0, 4).includes(0) && buffer.includes(word, 0, 'utf16le'));
}
