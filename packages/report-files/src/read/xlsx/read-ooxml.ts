import { posix } from 'node:path';
import { ReadFailure } from '../../read-error.ts';
import type { Deadline } from '../deadline.ts';
import type { XmlAttributes } from '../xml.ts';
import type { SafeZip } from '../zip.ts';
import { readSharedStrings } from './ooxml-strings.ts';
import { type CellStyles, NO_STYLES, readStyles } from './ooxml-styles.ts';
import { readWorksheet } from './ooxml-worksheet.ts';
import type { Sheet, Workbook } from './sheet.ts';
import { localName, parsePart } from './xml-part.ts';

const WORKBOOK = 'xl/workbook.xml';

interface Relation {
  readonly type: string;
  readonly part: string;
}

async function readRelations(zip: SafeZip, part: string, deadline: Deadline): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return relations;
  parsePart(await zip.read(name), deadline, {
    open(tag, { Id, Type, Target }) {
      if (localName(tag) !== 'Relationship' || Id === undefined || Target === undefined) return;
      const target = posix.join('/', posix.dirname(part), Target);
      relations.set(Id, {
        type: posix.basename(Type ?? ''),
        part: (Target.startsWith('/') ? posix.normalize(Target) : target).slice(1),
      });
    },
  });
  return relations;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function relationId(attributes: XmlAttributes): string | undefined {
  return attributes['r:id'] ?? Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

function readWorkbookPart(
  bytes: Uint8Array,
  deadline: Deadline,
): { entries: SheetEntry[]; date1904: boolean } {
  const entries: SheetEntry[] = [];
  let date1904 = false;
  parsePart(bytes, deadline, {
    open(tag, attributes) {
      const name = localName(tag);
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      const relation = name === 'sheet' ? relationId(attributes) : undefined;
      if (relation === undefined) return;
      entries.push({
        name: attributes['name'] ?? `工作表 ${entries.length + 1}`,
        hidden: attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden',
        relation,
      });
    },
  });
  return { entries, date1904 };
}

async function readProperties(zip: SafeZip, deadline: Deadline): Promise<Record<string, string>> {
  const properties: Record<string, string> = {};
  if (!zip.has('docProps/core.xml')) return properties;
  let name = '';
  parsePart(await zip.read('docProps/core.xml'), deadline, {
    open(tag) {
      name = localName(tag);
    },
    text(text) {
      if (name !== '' && text.trim() !== '') properties[name] = (properties[name] ?? '') + text;
    },
    close() {
      name = '';
    },
  });
  return properties;
}

/**
 * Reads an Office Open XML workbook (.xlsx, .et of WPS since 2012).
 *
 * @throws ReadFailure as `openZip` and `parsePart`, `damaged` without a workbook part
 */
export async function readOoxml(zip: SafeZip, deadline: Deadline): Promise<Workbook> {
  if (!zip.has(WORKBOOK)) {
    const binary = zip.has('xl/workbook.bin');
    throw binary
      ? new ReadFailure(
          'unsupported-format',
          '这是二进制工作簿（.xlsb），暂不支持。请用 Excel 或 WPS 另存为 .xlsx 后重试。',
        )
      : new ReadFailure(
          'damaged',
          '电子表格缺少工作簿内容，可能已损坏。请用 Excel 或 WPS 打开后另存一份再试。',
        );
  }
  const relations = await readRelations(zip, WORKBOOK, deadline);
  const { entries, date1904 } = readWorkbookPart(await zip.read(WORKBOOK), deadline);
  const partOf = (type: string): string | undefined => {
    const found = [...relations.values()].find((relation) => relation.type === type)?.part;
    return found !== undefined && zip.has(found) ? found : undefined;
  };
  const stylesPart = partOf('styles');
  const stringsPart = partOf('sharedStrings');
  const styles: CellStyles =
    stylesPart === undefined ? NO_STYLES : readStyles(await zip.read(stylesPart), deadline);
  const strings = stringsPart === undefined ? [] : readSharedStrings(await zip.read(stringsPart), deadline);
  const sheets: Sheet[] = [];
  for (const entry of entries) {
    const part = relations.get(entry.relation);
    // Chart sheets and macro sheets hold no cells.
    if (part === undefined || part.type !== 'worksheet' || !zip.has(part.part)) continue;
    sheets.push(readWorksheet(await zip.read(part.part), entry, { strings, styles, date1904 }, deadline));
  }
  return { sheets, properties: await readProperties(zip, deadline) };
}
