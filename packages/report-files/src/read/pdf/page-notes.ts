import type { ReadNote } from '../../source-document.ts';
import type { PageTable } from './cell-text.ts';
import type { InterpretedPage } from './page-content.ts';
import type { Furniture } from './page-furniture.ts';

type Kind = ReadNote['kind'];

function pageNote(kind: Kind, code: string, page: number, message: string): ReadNote {
  return { kind, code, message, place: { page } };
}

/** What a person should know about the characters of a page. */
export function characterNotes(page: InterpretedPage): ReadNote[] {
  const { page: number, glyphs } = page.content;
  const notes: ReadNote[] = [];
  if (page.foldedRadicals > 0) {
    const message = `第${number}页有${page.foldedRadicals}个异体编码字符（部首形、竖排标点）已换成通用字符。`;
    notes.push(pageNote('normalised', 'pdf.radicals', number, message));
  }
  if (page.offPage > 0) {
    const message = `第${number}页有${page.offPage}个字符超出纸张边缘，打印时看不到，未读取。`;
    notes.push(pageNote('notUnderstood', 'pdf.text-off-page', number, message));
  }
  if (page.unmapped > 0) {
    const message = `第${number}页有${page.unmapped}个字符缺少文字编码，未能识别，请对照原件。`;
    notes.push(pageNote('notUnderstood', 'pdf.unmapped-characters', number, message));
  }
  if (glyphs.some((glyph) => glyph.invisible)) {
    const message = `第${number}页的文字是扫描识别软件加的隐藏文字层，可能有识别错误，请逐格核对。`;
    notes.push(pageNote('guessed', 'pdf.recognised-text', number, message));
  }
  if (glyphs.length === 0 && page.hasImages) {
    notes.push(
      pageNote('notUnderstood', 'pdf.page-without-text', number, `第${number}页只有图片没有文字，未能读取。`),
    );
  }
  return notes;
}

/** What was supplied or cut while a table was rebuilt. */
export function tableNotes(table: PageTable): ReadNote[] {
  const { page, lattice } = table;
  const notes: ReadNote[] = [];
  if (lattice.closedEdges > 0) {
    notes.push(
      pageNote('normalised', 'pdf.edge-closed', page, `第${page}页表格缺少外边线，已按其余框线补齐。`),
    );
  }
  if (lattice.cutAreas > 0) {
    notes.push(pageNote('guessed', 'pdf.area-cut', page, `第${page}页表格框线不完整，单元格划分请核对。`));
  }
  if (table.crossings > 0) {
    notes.push(
      pageNote('guessed', 'pdf.text-crossing', page, `第${page}页有文字压住框线，归入哪一格请核对。`),
    );
  }
  if (table.doubtfulBreaks > 0) {
    const message = `第${page}页有单元格的数字分在两行，是一个数还是两个数请核对。`;
    notes.push(pageNote('guessed', 'pdf.digits-on-two-lines', page, message));
  }
  return notes;
}

export function borderlessNote(page: number): ReadNote {
  const message = `第${page}页的表格没有框线，按数字的排列推定行列，请逐格核对。`;
  return pageNote('guessed', 'pdf.borderless-table', page, message);
}

/** What was left out because it belongs to the page and not to the report. */
export function furnitureNotes(page: number, furniture: readonly Furniture[]): ReadNote[] {
  return furniture.map(({ kind, insideTable }) => {
    if (kind === 'running-title') {
      return pageNote('normalised', 'pdf.running-title-dropped', page, `第${page}页的页眉或页脚已略去。`);
    }
    const where = insideTable ? '表格中的页码' : '页码';
    return pageNote('normalised', 'pdf.page-number-dropped', page, `第${page}页${where}已略去。`);
  });
}
