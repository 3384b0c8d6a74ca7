/** Small PDFs drawn by hand, so that a test decides every stroke and every character. y counts from the bottom. */

export interface DrawnPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
}

/** Text in the Adobe GB1 font that PDF readers must know by name; digits and Latin letters are half an em wide. */
export function text(x: number, y: number, size: number, characters: string): string {
  const codes = Array.from(characters, (character) =>
    (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
  );
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes.join('')}> Tj ET\n`;
}

export function textWidth(size: number, characters: string): number {
  return Array.from(characters, (character) => (character < '\u007f' ? size / 2 : size)).reduce(
    (sum, width) => sum + width,
    0,
  );
}

export function rule(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`;
}

export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** Lines are drawn under each other. */
  readonly text: string;
}

export interface DrawnTable {
  readonly left: number;
  readonly top: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly DrawnCell[];
  readonly size?: number;
  /** Sides of the whole table that are not drawn, as at a page break. */
  readonly open?: readonly ('top' | 'bottom')[];
}

/** A ruled table with centred texts. */
export function table(drawn: DrawnTable): string {
  const { left, top, widths, heights, cells, size = 9, open = [] } = drawn;
  const sum = (list: readonly number[], end: number) => list.slice(0, end).reduce((a, b) => a + b, 0);
  let content = '0.5 w\n';
  for (const cell of cells) {
    const { row, column, rowSpan = 1, colSpan = 1 } = cell;
    const x0 = left + sum(widths, column);
    const x1 = left + sum(widths, column + colSpan);
    const y1 = top - sum(heights, row);
    const y0 = top - sum(heights, row + rowSpan);
    content += rule(x0, y0, x0, y1) + rule(x1, y0, x1, y1);
    if (!(row === 0 && open.includes('top'))) content += rule(x0, y1, x1, y1);
    if (!(row + rowSpan === heights.length && open.includes('bottom'))) content += rule(x0, y0, x1, y0);
    const lines = cell.text === '' ? [] : cell.text.split('\n');
    lines.forEach((line, index) => {
      const x = (x0 + x1 - textWidth(size, line)) / 2;
      const y = (y0 + y1) / 2 + (lines.length / 2 - index - 1) * size * 1.2 + size * 0.3;
      content += text(x, y, size, line);
    });
  }
  return content;
}

/** Rows of single cells, for `table`. */
export function cellsOf(rows: readonly (readonly string[])[], firstRow = 0, firstColumn = 0): DrawnCell[] {
  return rows.flatMap((row, index) =>
    row.map((content, column) => ({ row: firstRow + index, column: firstColumn + column, text: content })),
  );
}

const FONT = [
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>',
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
];

/** A whole file; `trailer` adds entries to the trailer dictionary. */
export function pdfOf(pages: readonly DrawnPage[], trailer = ''): Uint8Array {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', ...FONT];
  const kids: string[] = [];
  for (const { content, width = 595, height = 842, rotate = 0 } of pages) {
    objects.push(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Contents ${objects.length} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file +=
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}` +
    `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
