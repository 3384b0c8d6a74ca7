import type { Buffer } from 'node:buffer';
import type { TableLayout } from '@zhaoshi/domain/annual-report/forms/form';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { makeZip, type ZipEntry } from './make-zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface DocxParts {
  /** What stands inside `w:body`. */
  readonly body: string;
  /** What stands inside `w:numbering`. */
  readonly numbering?: string;
  /** What stands inside `w:styles`. */
  readonly styles?: string;
  /** What stands inside `cp:coreProperties`. */
  readonly core?: string;
}

/** Entries of a small Word document, so that a test can add to them or bend them. */
export function docxEntries(parts: DocxParts): ZipEntry[] {
  const own: [string, string, string][] = [];
  if (parts.numbering !== undefined)
    own.push(['numbering', 'numbering.xml', `<w:numbering ${W}>${parts.numbering}</w:numbering>`]);
  if (parts.styles !== undefined)
    own.push(['styles', 'styles.xml', `<w:styles ${W}>${parts.styles}</w:styles>`]);
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const root =
    relationship(1, `${OFFICE}/officeDocument`, 'word/document.xml') +
    (parts.core === undefined ? '' : relationship(2, core, 'docProps/core.xml'));
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', data: contentTypes(own.map(([kind]) => kind)) },
    { name: '_rels/.rels', data: relationships(root) },
    { name: 'word/document.xml', data: documentXml(parts.body) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relationships(
        own.map(([kind, name], index) => relationship(index + 1, `${OFFICE}/${kind}`, name)).join(''),
      ),
    },
    ...own.map(([, name, xml]) => ({ name: `word/${name}`, data: DECLARATION + xml })),
  ];
  if (parts.core !== undefined) {
    const open =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">';
    entries.push({
      name: 'docProps/core.xml',
      data: `${DECLARATION}${open}${parts.core}</cp:coreProperties>`,
    });
  }
  return entries;
}

export function makeDocx(parts: DocxParts): Buffer {
  return makeZip(docxEntries(parts));
}

export function documentXml(body: string): string {
  return `${DECLARATION}<w:document ${W} ${MORE}><w:body>${body}</w:body></w:document>`;
}

/** A paragraph of one run; `properties` stands inside `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

/** A run; `properties` stands inside `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell; `content` is paragraphs, `properties` stands inside `w:tcPr`. */
export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

/** @param widths of the grid columns, in twips */
export function table(rows: readonly string[], widths: readonly number[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** An official form with figures in it, its merges written as Word writes them. */
export function formTableXml(layout: TableLayout, figure: (id: CellId) => string): string {
  const below = new Map<number, { left: number; span: number }>();
  const rows = layout.rows.map((cells) => {
    const waiting = [...cells];
    const written: string[] = [];
    for (let column = 0; column < layout.columns; ) {
      const above = below.get(column);
      if (above !== undefined && above.left > 0) {
        above.left -= 1;
        written.push(cell(paragraph(''), span(above.span, '<w:vMerge/>')));
        column += above.span;
        continue;
      }
      const next = waiting.shift();
      if (next === undefined) break;
      if (next.rowSpan > 1) below.set(column, { left: next.rowSpan - 1, span: next.colSpan });
      const text = next.cell === undefined ? (next.text ?? '') : figure(next.cell);
      written.push(
        cell(paragraph(text), span(next.colSpan, next.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '')),
      );
      column += next.colSpan;
    }
    return row(written);
  });
  return table(
    rows,
    Array.from({ length: layout.columns }, () => Math.floor(9000 / layout.columns)),
  );
}

function span(columns: number, more: string): string {
  return (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '') + more;
}

function relationships(content: string): string {
  return `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${content}</Relationships>`;
}

function relationship(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
}

function contentTypes(kinds: readonly string[]): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const parts =
    type('/word/document.xml', 'document.main') +
    kinds.map((kind) => type(`/word/${kind}.xml`, kind)).join('');
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts}</Types>`;
}
