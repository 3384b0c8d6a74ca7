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
    const numbering =
      parts.numbering === undefined ? NO_NUMBERING : readNumbering(await zip.read(parts.numbering), deadline);
    const styles = await usefulStyles(zip, parts, numbering, deadline);
    const document = await zip.read(parts.document);
    const paged = mentions(document, 'lastRenderedPageBreak');
    const body = new BodyReader({ numbering, styles, paged, notes });
    parseXml(document, bodyHandlers(body), { prefixes: WORD_PREFIXES, deadline });
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

/** Styles are worth parsing only when they number or hide something: a search of the bytes is far cheaper. */
async function usefulStyles(
  zip: SafeZip,
  parts: WordParts,
  numbering: Numbering,
  deadline: Deadline,
): Promise<Styles> {
  if (parts.styles === undefined) return NO_STYLES;
  const bytes = await zip.read(parts.styles);
  const useful = mentions(bytes, 'vanish') || (numbering !== NO_NUMBERING && mentions(bytes, 'numPr'));
  return useful ? readStyles(bytes, deadline) : NO_STYLES;
}

function mentions(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word);
}
