import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Block } from '../../source-document.ts';
import { Fields } from '../fields.ts';
import { ListCounters } from '../list-counters.ts';
import { raisedDigits } from '../raised-digits.ts';
import type { ReadNotes } from '../read-notes.ts';
import { newStory, type Story, storyBlocks } from '../story.ts';
import type { Numbering } from './numbering.ts';
import { newParagraph, type Paragraph } from './paragraph.ts';
import type { Styles } from './styles.ts';
import { TableReader } from './table.ts';

interface OuterTable {
  readonly table: TableReader | undefined;
  readonly story: Story;
}

interface OuterText {
  readonly paragraph: Paragraph | undefined;
  readonly runHidden: boolean;
  readonly runRaised: boolean;
  readonly runStruck: boolean;
}

/** What the body needs to know about the rest of the package. */
export interface BodyContext {
  readonly numbering: Numbering;
  readonly styles: Styles;
  /** The file marks where Word last broke its pages. */
  readonly paged: boolean;
  readonly notes: ReadNotes;
}

/**
 * Gathers what `document.xml` prints, in one pass. What each element does is in `elements.ts`; this class keeps
 * where in the document we are and what stands there.
 */
export class BodyReader {
  readonly notes: ReadNotes;
  readonly fields = new Fields();
  readonly styles: Styles;
  table: TableReader | undefined;
  paragraph: Paragraph | undefined;
  /** Open elements since one that is left out with all that is in it, that one included. */
  skipping = 0;
  /** The document has a body, so it is a Word document. */
  found = false;
  inText = false;
  inInstruction = false;
  inParagraphProperties = false;
  inRowProperties = false;
  runHidden = false;
  runRaised = false;
  runStruck = false;
  /** Nesting of tracked deletions and of content-control prompts around this place. */
  deletions = 0;
  prompts = 0;
  /** For each open content control: it shows only its prompt. */
  readonly controls: boolean[] = [];
  /** For each open alternative: one of its branches was taken. */
  readonly alternatives: boolean[] = [];
  page = 1;
  private readonly numbering: Numbering;
  private readonly counters = new ListCounters();
  private readonly paged: boolean;
  private readonly outerTables: OuterTable[] = [];
  private readonly outerTexts: OuterText[] = [];
  private readonly cellFields: number[] = [];
  private readonly body = newStory();
  private story = this.body;
  private tables = 0;
  private characters = 0;

  constructor(context: BodyContext) {
    this.notes = context.notes;
    this.numbering = context.numbering;
    this.styles = context.styles;
    this.paged = context.paged;
  }

  text(text: string): void {
    if (this.inText) this.print(text);
    else if (this.inInstruction) this.fields.instruction(text);
  }

  /** Puts text on the page unless it is deleted, hidden or a field's instruction. */
  print(text: string): void {
    const paragraph = this.paragraph;
    if (paragraph === undefined || this.deletions > 0 || this.fields.hidden) return;
    if (this.prompts > 0) {
      this.notes.add('guessed', 'docx.prompt', '有填写框标为未填，其中的文字可能只是填写提示，请核对。');
    }
    if (this.runHidden) {
      this.notes.add('notUnderstood', 'docx.hidden-text', '文件里有隐藏文字，页面上看不到，没有读入。');
      return;
    }
    if (this.runStruck) {
      this.notes.add('guessed', 'docx.struck-text', '文件里有带删除线的文字，按删去处理，没有读入，请核对。');
      return;
    }
    if (paragraph.text === '') paragraph.page = this.page;
    paragraph.text += this.runRaised && paragraph.text !== '' ? raisedDigits(text) : text;
  }

  startParagraph(): void {
    this.paragraph = newParagraph(this.page);
  }

  endParagraph(): void {
    const paragraph = this.paragraph;
    if (paragraph === undefined) return;
    this.paragraph = undefined;
    const text = this.story.carried + paragraph.text;
    this.story.carried = '';
    if (paragraph.markDeleted) {
      this.story.carried = text;
      return;
    }
    const printed = (this.listLabel(paragraph) + text).trim();
    this.characters += printed.length;
    if (this.characters > LIMITS.textCharacters)
      throw new ReadFailure('too-large', '文件文字过多，超出限度，没有读取。请确认这是一份年度报告。');
    this.story.items.push({ text: printed, page: this.paged ? paragraph.page : undefined });
  }

  startTable(): void {
    this.outerTables.push({ table: this.table, story: this.story });
    this.tables += 1;
    this.table = new TableReader(this.tables);
  }

  endTable(): void {
    const outer = this.outerTables.pop();
    if (this.table === undefined || outer === undefined) return;
    const blocks = this.table.finish(this.notes);
    this.table = outer.table;
    this.story = outer.story;
    if (this.deletions === 0 && blocks.length > 0) this.story.items.push(blocks);
  }

  startCell(): void {
    if (this.table === undefined) return;
    this.story = this.table.startCell();
    this.cellFields.push(this.fields.depth);
  }

  endCell(): void {
    if (this.table === undefined) return;
    this.flushCarried();
    this.closeFields(this.cellFields.pop() ?? 0);
    this.table.endCell();
  }

  /** A text box stands inside a run of some paragraph; its own paragraphs come before that one. */
  startTextBox(): void {
    const { paragraph, runHidden, runRaised, runStruck } = this;
    this.outerTexts.push({ paragraph, runHidden, runRaised, runStruck });
    this.paragraph = undefined;
  }

  endTextBox(): void {
    const outer = this.outerTexts.pop();
    if (outer === undefined) return;
    this.paragraph = outer.paragraph;
    this.runHidden = outer.runHidden;
    this.runRaised = outer.runRaised;
    this.runStruck = outer.runStruck;
  }

  /** Blocks of the whole document, after its last element. */
  blocks(): Block[] {
    this.flushCarried();
    this.closeFields(0);
    if (this.fields.contents)
      this.notes.add('normalised', 'docx.contents', '自动目录只是标题的重复，没有作为正文读取。');
    return storyBlocks(this.body);
  }

  private closeFields(depth: number): void {
    if (this.fields.closeTo(depth))
      this.notes.add(
        'notUnderstood',
        'docx.open-field',
        '有域没有结束标记，其中的文字可能没有读全，请核对。',
      );
  }

  private flushCarried(): void {
    if (this.story.carried === '') return;
    this.story.items.push({ text: this.story.carried.trim(), page: undefined });
    this.story.carried = '';
  }

  private listLabel(paragraph: Paragraph): string {
    const styleId = paragraph.styleId ?? this.styles.byDefault;
    const style = styleId === undefined ? undefined : this.styles.get(styleId);
    const numId = paragraph.numId ?? style?.numId;
    if (numId === undefined || numId === '0') return '';
    const use = this.numbering.use(numId);
    if (use === undefined) return '';
    const tied = styleId === undefined ? undefined : this.numbering.levelOfStyle(numId, styleId);
    const level =
      paragraph.level ?? (paragraph.numId === undefined ? (tied ?? style?.level) : undefined) ?? 0;
    return this.counters.next(use, level);
  }
}
