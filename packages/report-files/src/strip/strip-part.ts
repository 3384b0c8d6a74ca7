import { Buffer } from 'node:buffer';
import type { ZipPart } from './write-zip.ts';

const FIRST_ELEMENT = /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s[^<>]*?)?)\/?>/;

/** The part with its root element and nothing in it, so that whatever refers to the part still finds it. */
function emptied(xml: string, inside: (prefix: string) => string = () => ''): string {
  const root = FIRST_ELEMENT.exec(xml);
  if (root === null) return xml;
  const [whole, prefix = '', name = '', attributes = ''] = root;
  const before = xml.slice(0, xml.indexOf(whole));
  return `${before}<${prefix}${name}${attributes}>${inside(prefix)}</${prefix}${name}>`;
}

const element = (name: string): RegExp => new RegExp(`<((?:\\w+:)?${name})\\b[^<>]*(?:/>|></\\1>)`, 'g');

/** Ends and signs of comments in the text; what they enclose stays. */
const COMMENT_SIGNS = ['commentRangeStart', 'commentRangeEnd', 'commentReference'].map(element);

/** Who changed what; Word itself writes a word like this where it takes names out. */
const withoutAuthors = (xml: string): string =>
  xml
    .replaceAll(/(\s\w+:author=)(?:"[^"<>]*"|'[^'<>]*')/g, '$1"作者"')
    .replaceAll(/(\s\w+:initials=)(?:"[^"<>]*"|'[^'<>]*')/g, '$1""');

const wordPart = (xml: string): string =>
  COMMENT_SIGNS.reduce((text, sign) => text.replaceAll(sign, ''), withoutAuthors(xml));

/** Boxes of notes in the drawings of old; other boxes stay. */
const withoutNotes = (vml: string): string =>
  vml.replaceAll(/<(\w+:)?shape\b(?:(?!<\/(?:\w+:)?shape>)[^])*?<\/(?:\w+:)?shape>/g, (shape) =>
    /ObjectType=["']Note["']/.test(shape) ? '' : shape,
  );

/** Where the file lay when it was saved, which names whose desk that was, and who reserved it. */
const withoutPlaces = (xml: string): string =>
  xml
    .replaceAll(/(<(?:\w+:)?absPath\b[^<>]*?\surl=)"[^"<>]*"/g, '$1""')
    .replaceAll(/(<(?:\w+:)?fileSharing\b[^<>]*?\suserName=)"[^"<>]*"/g, '$1""');

const withoutThumbnail = (xml: string): string =>
  xml.replaceAll(/<Relationship\b[^<>]*\bTarget="\/?docProps\/thumbnail[^<>]*\/>/gi, '');

const SPREADSHEET_COMMENTS = (prefix: string): string => `<${prefix}authors/><${prefix}commentList/>`;

/** What is done to parts, by the beginning of their names; the first that fits. */
const STRIPPED: readonly (readonly [RegExp, (xml: string) => string])[] = [
  [/^docprops\/[^/]+\.xml$/i, (xml) => emptied(xml)],
  [/^_rels\/\.rels$/i, withoutThumbnail],
  [/^word\/(?:comments[^/]*|people)\.xml$/i, (xml) => emptied(xml)],
  [/^word\/[^/]+\.xml$/i, wordPart],
  [/^xl\/comments(?:\/[^/]*|[^/]*)\.xml$/i, (xml) => emptied(xml, SPREADSHEET_COMMENTS)],
  [/^xl\/(?:threadedcomments|persons)\/[^/]+\.xml$/i, (xml) => emptied(xml)],
  [/^xl\/drawings\/vmldrawing[^/]*\.vml$/i, withoutNotes],
  [/^xl\/workbook\.xml$/i, withoutPlaces],
];

const isThumbnail = ({ name }: ZipPart): boolean => /^docprops\/thumbnail/i.test(name);

/** Whether a part is text of one byte a letter; Office writes no other, and what is not is left as it is. */
const isUtf8 = (bytes: Uint8Array): boolean => bytes[0] !== 0xfe && bytes[0] !== 0xff && bytes[1] !== 0;

/** The parts of a package without who wrote, saved and commented on it. */
export const stripParts = (parts: readonly ZipPart[]): readonly ZipPart[] =>
  parts
    .filter((part) => !isThumbnail(part))
    .map(({ name, bytes }) => {
      const strip = STRIPPED.find(([pattern]) => pattern.test(name))?.[1];
      if (strip === undefined || !isUtf8(bytes)) return { name, bytes };
      return { name, bytes: Buffer.from(strip(Buffer.from(bytes).toString('utf8')), 'utf8') };
    });
