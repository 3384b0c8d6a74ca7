import { posix } from 'node:path';
import type { LinkPiece, ScanPiece, ScanPlace } from '@zhaoshi/domain/disclosure/scan/piece';
import type { Deadline } from '../deadline.ts';
import { localName } from '../xlsx/xml-part.ts';
import { parseXml, type XmlAttributes } from '../xml.ts';
import type { SafeZip } from '../zip.ts';
import { presencePieces, textPiece, textPieces } from './make-pieces.ts';

/** What both Word and Excel packages carry beside their text. */
interface Outward {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function linkPiece({ id, target }: Outward, shown: ReadonlyMap<string, string>): LinkPiece {
  const text = shown.get(id);
  const link: LinkPiece = { kind: 'link', text: target, place: { kind: 'file' } };
  return text === undefined ? link : { ...link, shown: text };
}

/** Relationships of a part that lead out of the package. */
async function outwardRelations(zip: SafeZip, part: string, deadline: Deadline): Promise<readonly Outward[]> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const found: Outward[] = [];
  if (!zip.has(name)) return found;
  const open = (tag: string, { Id = '', Type = '', Target = '', TargetMode }: XmlAttributes): void => {
    if (localName(tag) !== 'Relationship' || TargetMode !== 'External') return;
    found.push({ id: Id, type: posix.basename(Type), target: Target });
  };
  parseXml(await zip.read(name), { open }, { deadline });
  return found;
}

/** Links of a part, and what it takes from other files. */
export async function outwardPieces(
  zip: SafeZip,
  part: string,
  deadline: Deadline,
  shown: ReadonlyMap<string, string>,
): Promise<readonly ScanPiece[]> {
  const outward = await outwardRelations(zip, part, deadline);
  const data = outward.filter(({ type }) => type !== 'hyperlink');
  return [...outward.map((one) => linkPiece(one, shown)), ...presencePieces('externalData', data.length)];
}

/** Texts of some elements, and of some attributes, of a part: one piece. */
export async function elementTexts(
  zip: SafeZip,
  part: string,
  place: ScanPlace,
  deadline: Deadline,
  wanted: { readonly elements?: ReadonlySet<string>; readonly attribute?: string },
): Promise<readonly ScanPiece[]> {
  const texts: string[] = [];
  let depth = 0;
  parseXml(
    await zip.read(part),
    {
      open: (tag, attributes) => {
        const isWanted = wanted.elements === undefined || wanted.elements.has(localName(tag));
        if (depth > 0 || (isWanted && wanted.attribute === undefined)) depth += 1;
        const value = wanted.attribute === undefined ? undefined : attributes[wanted.attribute];
        if (isWanted && value !== undefined) texts.push(value, '\n');
      },
      close: () => {
        if (depth === 0) return;
        depth -= 1;
        texts.push('\n');
      },
      text: (text) => {
        if (depth > 0) texts.push(text);
      },
    },
    { deadline },
  );
  return textPieces(texts.join(''), place);
}

/** docProps: title, author, company, and whatever an organ's own system wrote there. */
async function packageProperties(zip: SafeZip, deadline: Deadline): Promise<readonly ScanPiece[]> {
  const pieces: ScanPiece[] = [];
  for (const part of zip.names.filter((name) => /^docprops\/[^/]+\.xml$/i.test(name))) {
    let own = '';
    let text = '';
    const handlers = {
      open: (tag: string, attributes: XmlAttributes) => {
        own = attributes['name'] ?? (localName(tag) === 'lpwstr' ? own : localName(tag));
        text = '';
      },
      text: (more: string) => {
        text += more;
      },
      close: () => {
        pieces.push(...textPieces(text, { kind: 'property', name: own }));
        text = '';
      },
    };
    parseXml(await zip.read(part), handlers, { deadline });
  }
  return pieces;
}

const count = (zip: SafeZip, pattern: RegExp): number =>
  zip.names.filter((name) => pattern.test(name)).length;

/** Texts of drawings, charts and their data, which stand outside the text of the document. */
const DRAWN = /^(?:word|xl)\/(?:charts\/chart|diagrams\/data|drawings\/drawing)[^/]*\.xml$/i;
const DRAWN_TEXTS = new Set(['t', 'v']);

/** What no reader of the file sees at once, or no program can read. */
export async function packagePieces(zip: SafeZip, deadline: Deadline): Promise<readonly ScanPiece[]> {
  const pieces: ScanPiece[] = [...(await packageProperties(zip, deadline))];
  for (const part of zip.names.filter((name) => DRAWN.test(name))) {
    pieces.push(...(await elementTexts(zip, part, { kind: 'textBox' }, deadline, { elements: DRAWN_TEXTS })));
  }
  for (const part of zip.names.filter((name) => /^customxml\/item\d*\.xml$/i.test(name))) {
    pieces.push(...(await elementTexts(zip, part, { kind: 'property', name: 'customXml' }, deadline, {})));
  }
  if (zip.has('xl/workbook.xml')) {
    const saved = { elements: new Set(['absPath']), attribute: 'url' };
    const place: ScanPlace = { kind: 'property', name: 'absPath' };
    pieces.push(...(await elementTexts(zip, 'xl/workbook.xml', place, deadline, saved)));
  }
  const embedded = zip.names.filter((name) => /\/embeddings\//i.test(name));
  return [
    ...pieces,
    ...embedded.map((name) => textPiece(posix.basename(name), { kind: 'attachmentName' })),
    ...presencePieces('embeddedFile', embedded.length),
    ...presencePieces('picture', count(zip, /\/media\//i)),
    ...presencePieces('macro', count(zip, /vbaproject\.bin$/i)),
    ...presencePieces('externalData', count(zip, /\/externallinks\/[^/]+\.xml$/i)),
  ];
}
