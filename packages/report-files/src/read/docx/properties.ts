import type { Deadline } from '../deadline.ts';
import { parseXml } from '../xml.ts';
import type { SafeZip } from '../zip.ts';
import type { WordParts } from './parts.ts';

const CORE_PREFIXES: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': '',
};

const NAMES = new Map([
  ['dc:title', 'title'],
  ['dc:subject', 'subject'],
  ['dc:creator', 'author'],
  ['dc:description', 'comments'],
  ['cp:keywords', 'keywords'],
  ['cp:category', 'category'],
  ['cp:lastModifiedBy', 'lastModifiedBy'],
  ['dcterms:created', 'created'],
  ['dcterms:modified', 'modified'],
  ['Company', 'company'],
  ['Manager', 'manager'],
]);

/** Title, author, company and the like; only those that are filled in. */
export async function readProperties(
  zip: SafeZip,
  parts: WordParts,
  deadline: Deadline,
): Promise<Record<string, string>> {
  const properties: Record<string, string> = {};
  for (const part of [parts.core, parts.app]) {
    if (part === undefined) continue;
    let name: string | undefined;
    let value = '';
    const handlers = {
      open: (element: string) => {
        name = NAMES.get(element);
        value = '';
      },
      close: () => {
        if (name !== undefined && value.trim() !== '') properties[name] ??= value.trim();
        name = undefined;
      },
      text: (text: string) => {
        value += text;
      },
    };
    parseXml(await zip.read(part), handlers, { prefixes: CORE_PREFIXES, deadline });
  }
  return properties;
}
