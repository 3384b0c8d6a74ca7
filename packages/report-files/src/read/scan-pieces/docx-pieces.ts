import type { ScanPiece, ScanPlace } from '@zhaoshi/domain/disclosure/scan/piece';
import type { Deadline } from '../deadline.ts';
import { findParts, WORD_PREFIXES } from '../docx/parts.ts';
import { atDoor } from '../door.ts';
import { parseXml } from '../xml.ts';
import { openZip } from '../zip.ts';
import { DocxStory } from './docx-story.ts';
import { presencePieces } from './make-pieces.ts';
import { outwardPieces, packagePieces } from './package-parts.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  ...WORD_PREFIXES,
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
};

/** Parts of a Word package that hold text, by the beginning of their names. */
const PARTS: readonly (readonly [RegExp, ScanPlace])[] = [
  [/^word\/(?:header|footer)[^/]*\.xml$/i, { kind: 'header' }],
  [/^word\/(?:footnotes|endnotes)[^/]*\.xml$/i, { kind: 'note' }],
  [/^word\/comments[^/]*\.xml$/i, { kind: 'comment' }],
  [/^word\/glossary\/document\.xml$/i, { kind: 'hiddenText' }],
];

/**
 * All texts of a Word document: body, tables, text boxes, headers, notes, comments, what was deleted, what is hidden,
 * codes of fields, bookmarks, properties, links.
 *
 * @throws ReadFailure
 */
export function docxPieces(bytes: Uint8Array, deadline: Deadline): Promise<readonly ScanPiece[]> {
  return atDoor('Word 文档（.docx）', async () => {
    const zip = await openZip(bytes);
    const { document } = await findParts(zip, deadline);
    const others = zip.names.flatMap((name) => {
      const place = PARTS.find(([pattern]) => pattern.test(name))?.[1];
      return place === undefined || name === document ? [] : [[name, place] as const];
    });
    const pieces: ScanPiece[] = [];
    const present = { revision: 0, hiddenText: 0, comment: 0 };
    for (const [part, place] of [[document, { kind: 'paragraph' }] as const, ...others]) {
      const story = new DocxStory(place);
      parseXml(await zip.read(part), story.handlers(), { prefixes: PREFIXES, deadline });
      pieces.push(...story.pieces, ...(await outwardPieces(zip, part, deadline, story.links)));
      present.revision += story.revisions;
      present.hiddenText += story.hidden;
      present.comment += place.kind === 'comment' ? story.pieces.length : 0;
    }
    return [
      ...pieces,
      ...presencePieces('revision', present.revision),
      ...presencePieces('hiddenText', present.hiddenText),
      ...presencePieces('comment', present.comment),
      ...(await packagePieces(zip, deadline)),
    ];
  });
}
