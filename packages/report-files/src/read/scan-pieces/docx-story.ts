import type { ScanPiece, ScanPlace } from '@zhaoshi/domain/disclosure/scan/piece';
import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import { isOn } from '../docx/styles.ts';
import { symbolText } from '../symbols.ts';
import type { XmlAttributes, XmlHandlers } from '../xml.ts';
import { textPieces } from './make-pieces.ts';

/** What a paragraph says, by who is asked. */
interface Paragraph {
  /** As printed once all changes are accepted. */
  shown: string;
  /** With hidden text. */
  full: string;
  /** As it was before the changes. */
  original: string;
  code: string;
}

const newParagraph = (): Paragraph => ({ shown: '', full: '', original: '', code: '' });

/** What several paragraphs make up together: a cell, a text box, a comment, a note. */
interface Container {
  readonly place: ScanPlace;
  readonly paragraphs: Paragraph[];
}

interface OpenTable {
  readonly number: number;
  row: number;
  column: number;
}

type Mode = 'text' | 'code' | undefined;

const CONTAINERS: ReadonlyMap<string, ScanPlace['kind']> = new Map([
  ['w:comment', 'comment'],
  ['w:footnote', 'note'],
  ['w:endnote', 'note'],
  ['w:txbxContent', 'textBox'],
]);

const BREAKS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);

/**
 * Everything that a part of a Word document says, printed or not: unlike the reader of reports, which keeps what is
 * on the page, it keeps deletions, hidden text and the codes of fields apart, each with its place.
 */
export class DocxStory {
  readonly pieces: ScanPiece[] = [];
  /** Shown text of hyperlinks by the id of their relationship. */
  readonly links = new Map<string, string>();
  revisions = 0;
  hidden = 0;
  private readonly place: ScanPlace;
  private readonly containers: Container[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly counts = new Map<ScanPlace['kind'], number>();
  private readonly boxes = new Set<string>();
  private tableCount = 0;
  private characters = 0;
  private mode: Mode;
  private inParagraphProperties = 0;
  private runHidden = false;
  private inserted = 0;
  private deleted = 0;
  private link: string | undefined;

  /** @param place of its own paragraphs: paragraphs of the body, headers, notes */
  constructor(place: ScanPlace) {
    this.place = place;
  }

  handlers(): XmlHandlers {
    return {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.mode !== undefined) this.add(text);
      },
    };
  }

  private open(name: string, attributes: XmlAttributes): void {
    const container = CONTAINERS.get(name);
    if (container !== undefined) this.startContainer({ kind: container, number: this.next(container) });
    const sign = BREAKS.get(name);
    if (sign !== undefined && this.inParagraphProperties === 0) this.put(sign);
    switch (name) {
      case 'w:p':
        this.paragraphs.push(newParagraph());
        break;
      case 'w:pPr':
        this.inParagraphProperties += 1;
        break;
      case 'w:r':
        this.runHidden = false;
        break;
      case 'w:vanish':
      case 'w:webHidden':
        if (this.inParagraphProperties === 0) this.runHidden = isOn(attributes['w:val']);
        break;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.mode = 'text';
        break;
      case 'w:instrText':
      case 'w:delInstrText':
        this.mode = 'code';
        break;
      case 'w:fldSimple':
        this.put(` ${attributes['w:instr'] ?? ''} `, 'code');
        break;
      case 'w:sym':
        this.put(symbolText(attributes['w:char'] ?? '') ?? '');
        break;
      default:
        this.openStructure(name, attributes);
    }
  }

  private openStructure(name: string, attributes: XmlAttributes): void {
    const table = this.tables.at(-1);
    switch (name) {
      case 'w:ins':
      case 'w:moveTo':
        this.inserted += 1;
        this.revisions += 1;
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.deleted += 1;
        this.revisions += 1;
        break;
      case 'w:tbl':
        this.tableCount += 1;
        this.tables.push({ number: this.tableCount, row: 0, column: 0 });
        break;
      case 'w:tr':
        if (table !== undefined) Object.assign(table, { row: table.row + 1, column: 0 });
        break;
      case 'w:tc':
        if (table !== undefined) this.startCell(table);
        break;
      case 'w:gridSpan':
        if (table !== undefined)
          table.column += Math.min(Number(attributes['w:val']) || 1, LIMITS.gridColumns) - 1;
        break;
      case 'w:hyperlink':
        this.link = attributes['r:id'];
        break;
      case 'w:bookmarkStart':
        this.pieces.push(...textPieces(attributes['w:name'] ?? '', { kind: 'bookmark' }));
        break;
    }
  }

  private close(name: string): void {
    switch (name) {
      case 'w:p':
        this.endParagraph();
        break;
      case 'w:pPr':
        this.inParagraphProperties -= 1;
        break;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
      case 'w:instrText':
      case 'w:delInstrText':
        this.mode = undefined;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.inserted -= 1;
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.deleted -= 1;
        break;
      case 'w:tbl':
        this.tables.pop();
        break;
      case 'w:hyperlink':
        this.link = undefined;
        break;
      default:
        if (name === 'w:tc' || CONTAINERS.has(name)) this.endContainer();
    }
  }

  private next(kind: ScanPlace['kind']): number {
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    return number;
  }

  private startCell(table: OpenTable): void {
    table.column += 1;
    const isBody = this.place.kind === 'paragraph';
    const place: ScanPlace = { kind: 'tableCell', table: table.number, row: table.row, column: table.column };
    this.startContainer(isBody ? place : { ...this.place, number: this.next(this.place.kind) });
  }

  private startContainer(place: ScanPlace): void {
    this.containers.push({ place, paragraphs: [] });
  }

  private add(text: string): void {
    this.put(text, this.mode === 'code' ? 'code' : undefined);
  }

  private put(text: string, as?: 'code'): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    this.characters += text.length;
    if (this.characters > LIMITS.textCharacters) {
      throw new ReadFailure(
        'too-large',
        '文件文字过多，超出限度，没有扫描。请拆分后分别发布，或者人工审查。',
      );
    }
    if (as === 'code') paragraph.code += text;
    else this.putText(paragraph, text);
  }

  private putText(paragraph: Paragraph, text: string): void {
    if (this.inserted === 0) paragraph.original += text;
    if (this.deleted > 0) return;
    paragraph.full += text;
    if (this.runHidden) this.hidden += 1;
    else paragraph.shown += text;
    if (this.link !== undefined) this.links.set(this.link, (this.links.get(this.link) ?? '') + text);
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    const container = this.containers.at(-1);
    if (container !== undefined) container.paragraphs.push(paragraph);
    else this.emit([paragraph], { ...this.place, number: this.next(this.place.kind) });
  }

  private endContainer(): void {
    const container = this.containers.pop();
    if (container === undefined) return;
    const text = container.paragraphs.map(({ full }) => full).join('\n');
    // A text box is written twice, for new and for old programs.
    if (container.place.kind === 'textBox' && this.boxes.has(text)) return;
    if (container.place.kind === 'textBox') this.boxes.add(text);
    this.emit(container.paragraphs, container.place);
  }

  private emit(paragraphs: readonly Paragraph[], place: ScanPlace): void {
    const joined = (read: (paragraph: Paragraph) => string): string => paragraphs.map(read).join('\n');
    const shown = joined((one) => one.shown);
    const full = joined((one) => one.full);
    const original = joined((one) => one.original);
    this.pieces.push(...textPieces(shown, place));
    if (full !== shown) this.pieces.push(...textPieces(full, { ...place, kind: 'hiddenText' }));
    if (original !== full) this.pieces.push(...textPieces(original, { ...place, kind: 'revision' }));
    this.pieces.push(
      ...textPieces(
        joined((one) => one.code),
        { ...place, kind: 'fieldCode' },
      ),
    );
  }
}
