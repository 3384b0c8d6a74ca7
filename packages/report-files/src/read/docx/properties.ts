import type { Deadline } from '../deadline.ts';
import { parseXml } from '../xml.ts';
import type { SafeZip } from '../zip.ts';
import type { WordParts } from './parts.ts';

const CORE_PREFIXES: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
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
]);

/** Title, author and the like; only those that are filled in. */
export async function readProperties(
  zip: SafeZip,
  parts: WordParts,
  deadline: Deadline,
): Promise<Record<string, string>> {
  const properties: Record<string, string> = {};
  if (parts.core === undefined) return properties;
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
  parseXml(await zip.read(parts.core), handlers, { prefixes: CORE_PREFIXES, deadline });
  return properties;
}
