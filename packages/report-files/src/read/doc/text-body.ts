import type { Block } from '../../source-document.ts';
import type { Deadline } from '../deadline.ts';
import { Fields } from '../fields.ts';
import { ListCounters, type ListUse } from '../list-counters.ts';
import { raisedDigits } from '../raised-digits.ts';
import type { ReadNotes } from '../read-notes.ts';
import { newStory, storyBlocks } from '../story.ts';
import type { Mark } from './marks.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import { TableStack } from './table-stack.ts';

/** Control characters of Word's text. */
const CODE = {
  picture: 0x01,
  note: 0x02,
  comment: 0x05,
  cell: 0x07,
  drawing: 0x08,
  tab: 0x09,
  lineBreak: 0x0b,
  page: 0x0c,
  paragraph: 0x0d,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  fixedHyphen: 0x1e,
  firstPrintable: 0x20,
} as const;

/** What the body needs from the rest of the file. */
export interface TextBodyContext {
  readonly text: string;
  /** Marked characters in the order of the document. */
  readonly marks: readonly Mark[];
  /** Formatting of the paragraph whose end mark is this character. */
  formatAt(character: number): ParagraphFormat;
  /** Whether a page break character ends its paragraph (a section) or only stands in it. */
  endsParagraph(character: number): boolean;
  readonly lists: readonly ListUse[];
  readonly notes: ReadNotes;
  readonly deadline: Deadline;
}

/** Reads a stretch of the document's text, paragraph by paragraph, into blocks. */
export class TextBody {
  private readonly context: TextBodyContext;
  private readonly fields = new Fields();
  private readonly counters = new ListCounters();
  private readonly body = newStory();
  private readonly tables: TableStack;
  private mark = 0;
  private line = '';
  private carried = '';
  private markDeleted = false;

  constructor(context: TextBodyContext) {
    this.context = context;
    this.tables = new TableStack(this.body, context.notes);
  }

  /** Reads the characters from `first` up to `end`; what is left open at the end is closed there. */
  read(first: number, end: number): void {
    const { text, deadline } = this.context;
    this.mark = 0;
    let start = first;
    for (let at = first; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= CODE.firstPrintable) continue;
      const isEnd =
        code === CODE.paragraph ||
        code === CODE.cell ||
        (code === CODE.page && this.context.endsParagraph(at));
      if (!isEnd) continue;
      deadline.check();
      this.print(start, at);
      this.markDeleted = this.markAt(at)?.deleted === true;
      this.endParagraph(this.context.formatAt(at), code);
      start = at + 1;
    }
    this.print(start, end);
    if (this.line !== '' || this.carried !== '') this.tables.paragraph(this.carried + this.line, undefined);
    this.line = '';
    this.carried = '';
    this.tables.closeTo(0);
    if (this.fields.closeTo(0))
      this.context.notes.add(
        'notUnderstood',
        'doc.open-field',
        '有域没有结束标记，其中的文字可能没有读全，请核对。',
      );
  }

  blocks(): Block[] {
    if (this.fields.contents)
      this.context.notes.add('normalised', 'doc.contents', '自动目录只是标题的重复，没有作为正文读取。');
    return storyBlocks(this.body);
  }

  private endParagraph(format: ParagraphFormat, code: number): void {
    const text = this.carried + this.line;
    this.line = '';
    this.carried = '';
    const place = placeOf(format, code);
    this.tables.enter(place.depth);
    if (place.rowEnd) {
      this.tables.endRow(format.row, this.markDeleted);
      return;
    }
    if (this.markDeleted && !place.cellEnd) {
      this.carried = text;
      return;
    }
    this.tables.paragraph((this.label(format) + text).trim(), place.cellEnd ? 'cell' : undefined);
  }

  private label(format: ParagraphFormat): string {
    const list = format.list ?? 0;
    const use = list > 0 ? this.context.lists[list - 1] : undefined;
    return use === undefined ? '' : this.counters.next(use, format.level ?? 0);
  }

  /** Puts a stretch within one paragraph on the page, minding the marks over it. */
  private print(first: number, end: number): void {
    let at = first;
    while (at < end) {
      const mark = this.markAt(at);
      const until = Math.min(
        end,
        mark === undefined ? (this.context.marks[this.mark]?.first ?? end) : mark.end,
      );
      this.printPart(at, Math.max(until, at + 1), mark);
      at = Math.max(until, at + 1);
    }
  }

  private markAt(character: number): Mark | undefined {
    const { marks } = this.context;
    while ((marks[this.mark]?.end ?? Number.POSITIVE_INFINITY) <= character) this.mark += 1;
    const mark = marks[this.mark];
    return mark !== undefined && mark.first <= character ? mark : undefined;
  }

  private printPart(first: number, end: number, mark: Mark | undefined): void {
    const { text, notes } = this.context;
    if (mark?.deleted === true || mark?.inserted === true) {
      notes.add(
        'guessed',
        'doc.tracked-changes',
        '文件里有未定稿的修订：插入的已保留，删除的已去掉，请核对后定稿。',
      );
    }
    if (mark?.deleted === true) return;
    let from = first;
    for (let at = first; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= CODE.firstPrintable && mark?.symbol === undefined) continue;
      this.show(text.slice(from, at), mark);
      this.control(code, mark);
      from = at + 1;
    }
    this.show(text.slice(from, end), mark);
  }

  private show(text: string, mark: Mark | undefined): void {
    if (text === '') return;
    this.fields.instruction(text);
    if (this.fields.hidden) return;
    if (mark?.hidden === true)
      this.context.notes.add(
        'notUnderstood',
        'doc.hidden-text',
        '文件里有隐藏文字，页面上看不到，没有读入。',
      );
    else if (mark?.struck === true)
      this.context.notes.add(
        'guessed',
        'doc.struck-text',
        '文件里有带删除线的文字，按删去处理，没有读入，请核对。',
      );
    else this.line += mark?.raised === true && this.line !== '' ? raisedDigits(text) : text;
  }

  private control(code: number, mark: Mark | undefined): void {
    const { notes } = this.context;
    switch (code) {
      case CODE.fieldBegin:
        this.fields.begin();
        return;
      case CODE.fieldSeparator:
        this.fields.separate();
        return;
      case CODE.fieldEnd:
        this.fields.end();
        return;
      case CODE.tab:
        this.show('\t', mark);
        return;
      case CODE.lineBreak:
        this.show('\n', mark);
        return;
      case CODE.fixedHyphen:
        this.show('-', mark);
        return;
      case CODE.picture:
        if (!this.fields.hidden)
          notes.add('notUnderstood', 'doc.picture', '文件里有图片，图片里的文字没有读入。');
        return;
      case CODE.note:
        notes.add('notUnderstood', 'doc.note', '文件里有脚注或尾注，注码已去掉，注文没有读入。');
        return;
      default:
        if (mark?.symbol === '')
          notes.add('notUnderstood', 'doc.symbol', '有符号只在其字体里才有含义，没有读入。');
        else if (mark?.symbol !== undefined) this.show(mark.symbol, mark);
    }
  }
}

interface ParagraphPlace {
  readonly depth: number;
  readonly cellEnd: boolean;
  readonly rowEnd: boolean;
}

/** Tables inside tables end their cells and rows with paragraph marks and say so in the formatting. */
function placeOf(format: ParagraphFormat, code: number): ParagraphPlace {
  const marked = code === CODE.cell;
  const depth = format.inTable || marked ? Math.max(format.depth, 1) : 0;
  return {
    depth,
    cellEnd: depth > 1 ? format.innerCell : marked && !format.rowEnd,
    rowEnd: depth > 1 ? format.innerRowEnd : marked && format.rowEnd,
  };
}
