import { ReadFailure } from '../../read-error.ts';
import type { Deadline } from '../deadline.ts';
import { parseXml, type XmlAttributes } from '../xml.ts';
import type { SafeZip } from '../zip.ts';

/** Names of the parts a report needs, found by relationship; a producer may call them what it likes. */
export interface WordParts {
  readonly document: string;
  readonly numbering: string | undefined;
  readonly styles: string | undefined;
  readonly core: string | undefined;
}

/** WordprocessingML in both its spellings, under the prefix that everybody uses. */
export const WORD_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

const PACKAGE_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
};

const MAIN_PART =
  /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.[\w.]*main\+xml$/;

/**
 * Finds the parts of a Word package.
 *
 * @throws ReadFailure `unsupported-format` when the archive is not a Word document
 */
export async function findParts(zip: SafeZip, deadline: Deadline): Promise<WordParts> {
  const root = await relationships(zip, '', deadline);
  const document = present(zip, root.get('officeDocument')) ?? (await mainPartByType(zip, deadline));
  if (document === undefined) throw notWord();
  const own = await relationships(zip, document, deadline);
  return {
    document,
    numbering: present(zip, own.get('numbering')),
    styles: present(zip, own.get('styles')),
    core: present(zip, root.get('core-properties')),
  };
}

/** The archive is none of Word's. */
export function notWord(): ReadFailure {
  return new ReadFailure(
    'unsupported-format',
    '这个文件包不是 Word 文档（没有正文部分）。请确认文件，或用 Word、WPS 另存为 .docx 后重试。',
  );
}

function present(zip: SafeZip, name: string | undefined): string | undefined {
  return name !== undefined && zip.has(name) ? name : undefined;
}

/** Targets of a part's relationships by the last word of their type; the first of a type counts. */
async function relationships(zip: SafeZip, part: string, deadline: Deadline): Promise<Map<string, string>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const targets = new Map<string, string>();
  if (!zip.has(name)) return targets;
  const open = (element: string, attributes: XmlAttributes) => {
    const { Type, Target, TargetMode } = attributes;
    if (element !== 'Relationship' || Type === undefined || Target === undefined || TargetMode === 'External')
      return;
    const type = Type.slice(Type.lastIndexOf('/') + 1);
    if (!targets.has(type)) targets.set(type, resolved(folder, Target));
  };
  parseXml(await zip.read(name), { open }, { prefixes: PACKAGE_PREFIXES, deadline });
  return targets;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function mainPartByType(zip: SafeZip, deadline: Deadline): Promise<string | undefined> {
  if (!zip.has('[Content_Types].xml')) return undefined;
  let found: string | undefined;
  const open = (element: string, attributes: XmlAttributes) => {
    const { ContentType = '', PartName = '' } = attributes;
    if (element === 'Override' && MAIN_PART.test(ContentType)) found ??= resolved('', PartName);
  };
  parseXml(await zip.read('[Content_Types].xml'), { open }, { prefixes: PACKAGE_PREFIXES, deadline });
  return present(zip, found);
}
