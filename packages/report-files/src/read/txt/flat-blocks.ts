import type { Block, ParagraphBlock, ReadNote } from '../../source-document.ts';
import type { Deadline } from '../deadline.ts';
import { FlatTable } from './flat-tables.ts';
import { joinsNextLine } from './joined-paragraphs.ts';
import { mayBelongToCell, type TextLine } from './text-lines.ts';

interface OpenParagraph {
  /** Lines that make it up; joined once at its end, so that a long text costs no more than its length. */
  readonly parts: string[];
  readonly line: number;
}

/** Sorts the lines of a flattened text into paragraphs and tables; one object a text. */
class BlockSorter {
  readonly blocks: Block[] = [];
  joined = 0;
  pushed = 0;
  pageMarks = 0;
  private table = new FlatTable();
  private tables = 0;
  private paragraph: OpenParagraph | undefined;
  /** Blank lines since the last cell: the end of a row, or a cell whose text was pushed down. */
  private gap = false;
  /** How the table's last line was written. */
  private style: 'cell' | 'row' = 'cell';

  add(line: TextLine, next: TextLine | undefined): void {
    switch (line.kind) {
      case 'pageMark':
        if (line.text !== '') this.pageMarks++;
        this.gap = true;
        break;
      case 'blank':
        this.gap = true;
        break;
      case 'cell':
        this.endParagraph();
        if (this.gap || this.style === 'row') this.table.endRow();
        this.table.addCell(line.text, line.number);
        this.touchTable('cell');
        break;
      case 'row':
        this.addRow(line);
        break;
      case 'text':
        if (!this.continueTable(line, next)) this.addText(line);
        break;
    }
  }

  end(): void {
    this.endTable();
    this.endParagraph();
  }

  private touchTable(style: 'cell' | 'row'): void {
    this.style = style;
    this.gap = false;
  }

  private addRow(line: TextLine): void {
    this.endParagraph();
    this.table.endRow();
    for (const cell of line.cells) this.table.addCell(cell, line.number);
    this.touchTable('row');
  }

  /** A line without a tab inside a table: a further line of a cell, a pushed-down cell, or a label cut in two. */
  private continueTable(line: TextLine, next: TextLine | undefined): boolean {
    if (this.table.isEmpty || !mayBelongToCell(line)) return false;
    if (this.style === 'row') {
      if (this.gap && next?.kind !== 'row') return false;
      this.table.endRow();
      this.table.addCell(line.text.trim(), line.number);
      this.touchTable('row');
      return true;
    }
    const last = this.table.lastCell;
    if (last === undefined) return false;
    if (this.gap) {
      const nextIsTable = next?.kind === 'cell';
      if (last.text.trim() !== '' || !nextIsTable) return false;
      this.pushed++;
    }
    this.table.continueCell(line.text);
    this.gap = false;
    return true;
  }

  private addText(line: TextLine): void {
    this.endTable();
    const text = line.text.trim();
    const last = this.paragraph?.parts.at(-1);
    if (this.paragraph && last !== undefined && joinsNextLine(last, text)) {
      this.joined++;
      this.paragraph.parts.push(text);
    } else {
      this.endParagraph();
      this.paragraph = { parts: [text], line: line.number };
    }
    this.gap = false;
  }

  private endParagraph(): void {
    if (!this.paragraph) return;
    const block: ParagraphBlock = {
      kind: 'paragraph',
      text: this.paragraph.parts.join(''),
      place: { line: this.paragraph.line },
    };
    this.blocks.push(block);
    this.paragraph = undefined;
  }

  private endTable(): void {
    if (this.table.isEmpty) return;
    this.tables++;
    this.blocks.push(this.table.toBlock(this.tables));
    this.table = new FlatTable();
  }

  notes(): ReadNote[] {
    const notes: ReadNote[] = [];
    if (this.tables > 0) {
      notes.push({
        kind: 'normalised',
        code: 'txt.flattened',
        message: '文本中没有表格线，已按制表符和换行还原单元格。',
      });
    }
    if (this.pushed > 0) {
      notes.push({
        kind: 'normalised',
        code: 'txt.cell-pushed',
        message: `有 ${this.pushed} 个单元格的内容落在空行之后，已放回原单元格。`,
      });
    }
    if (this.joined > 0) {
      notes.push({
        kind: 'guessed',
        code: 'txt.paragraphs-joined',
        message: `有 ${this.joined} 处段落被分页或换行截断，已连成一段，请核对。`,
      });
    }
    if (this.pageMarks > 0) {
      notes.push({
        kind: 'normalised',
        code: 'txt.page-marks',
        message: `去掉了 ${this.pageMarks} 处页码。`,
      });
    }
    return notes;
  }
}

/** The next line that is neither blank nor a page mark, for every line. */
function nextLines(lines: readonly TextLine[]): (TextLine | undefined)[] {
  const next = Array.from<TextLine | undefined>({ length: lines.length });
  let following: TextLine | undefined;
  for (let index = lines.length - 1; index >= 0; index--) {
    next[index] = following;
    const line = lines[index];
    if (line && line.kind !== 'blank' && line.kind !== 'pageMark') following = line;
  }
  return next;
}

/** Paragraphs and ragged tables of a flattened text, in reading order, with what was done to get them. */
export function flatBlocks(
  lines: readonly TextLine[],
  deadline: Deadline,
): { readonly blocks: readonly Block[]; readonly notes: readonly ReadNote[] } {
  const sorter = new BlockSorter();
  const next = nextLines(lines);
  for (const [index, line] of lines.entries()) {
    deadline.check();
    sorter.add(line, next[index]);
  }
  sorter.end();
  return { blocks: sorter.blocks, notes: sorter.notes() };
}
