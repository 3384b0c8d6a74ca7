import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { RedactionFailure } from '../redaction-error.ts';
import { compose, IDENTITY, itemAt, type Matrix, matrixFrom, numberAt } from './matrix.ts';
import { type Glyph, movePen, newPen, type Pen, penAt, showText } from './pen.ts';

/** Operators of one page as pdf.js gives them. */
export type PageOperators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

interface GraphicsState {
  readonly ctm: Matrix;
  readonly pen: Pen;
}

/** A page that nests deeper than this is not written by any producer. */
const MAX_SAVED_STATES = 10_000;

/**
 * Every character of a page with its exact box, hidden ones too, in the order of the file. Taken from the drawing
 * operators and not from `getTextContent`, whose items give only their total width: a box placed by proportion leaves
 * the edge of a number to be read.
 *
 * @throws RedactionFailure `too-complex`
 */
export function glyphsOf(page: PDFPageProxy, operators: PageOperators): readonly Glyph[] {
  const player = new GlyphPlayer(matrixFrom(page.getViewport({ scale: 1 }).transform), (name) =>
    glyphScale(page, name),
  );
  operators.fnArray.forEach((operator, index) => player.play(operator, operators.argsArray[index]));
  return player.glyphs;
}

/** Type3 fonts have their own glyph space; all others measure in thousandths. */
function glyphScale(page: PDFPageProxy, fontName: string): number {
  const font: unknown = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null;
  if (typeof font !== 'object' || font === null || !('isType3Font' in font) || font.isType3Font !== true) {
    return 0.001;
  }
  const scale = 'fontMatrix' in font ? Math.abs(numberAt(font.fontMatrix, 0)) : 0;
  return scale > 0 ? scale : 0.001;
}

class GlyphPlayer {
  readonly glyphs: Glyph[] = [];
  private readonly base: Matrix;
  private readonly scaleOf: (fontName: string) => number;
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];

  constructor(base: Matrix, scaleOf: (fontName: string) => number) {
    this.base = base;
    this.scaleOf = scaleOf;
    this.state = { ctm: base, pen: newPen() };
  }

  play(operator: number, args: unknown): void {
    if (operator === OPS.showText) {
      showText(this.state.pen, this.state.ctm, args, (glyph) => this.add(glyph));
    } else if (!this.playState(operator, args)) this.playText(operator, args);
  }

  private add(glyph: Glyph): void {
    if (this.glyphs.length >= LIMITS.pageCharacters) {
      throw new RedactionFailure(
        'too-complex',
        '文件过于复杂，单页文字过多，没有生成任何文件。请检查文件是否正常，或打印后扫描再重试。',
      );
    }
    this.glyphs.push(glyph);
  }

  private playState(operator: number, args: unknown): boolean {
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        this.save();
        return true;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.state = this.saved.pop() ?? this.state;
        return true;
      case OPS.transform:
        this.concat(matrixFrom(args));
        return true;
      case OPS.paintFormXObjectBegin:
        this.save();
        this.concat(matrixFrom(itemAt(args, 0)));
        return true;
      case OPS.beginAnnotation:
        this.save();
        this.state = { ctm: this.base, pen: newPen() };
        this.concat(matrixFrom(itemAt(args, 2)));
        this.concat(matrixFrom(itemAt(args, 3)));
        return true;
      case OPS.setGState:
        this.applyGraphicsState(itemAt(args, 0));
        return true;
      default:
        return false;
    }
  }

  private playText(operator: number, args: unknown): void {
    const { pen } = this.state;
    const first = numberAt(args, 0);
    switch (operator) {
      case OPS.beginText:
        Object.assign(pen, penAt(IDENTITY));
        break;
      case OPS.setTextMatrix: {
        const nested = itemAt(args, 0);
        Object.assign(pen, penAt(matrixFrom(typeof nested === 'number' ? args : (nested ?? args))));
        break;
      }
      case OPS.setFont:
        this.setFont(itemAt(args, 0), numberAt(args, 1));
        break;
      case OPS.moveText:
        movePen(pen, first, numberAt(args, 1));
        break;
      case OPS.setLeadingMoveText:
        pen.leading = numberAt(args, 1);
        movePen(pen, first, numberAt(args, 1));
        break;
      case OPS.nextLine:
        movePen(pen, 0, pen.leading);
        break;
      case OPS.setLeading:
        // TL is a positive distance downwards; the pen moves along −y.
        pen.leading = -first;
        break;
      case OPS.setCharSpacing:
        pen.charSpacing = first;
        break;
      case OPS.setWordSpacing:
        pen.wordSpacing = first;
        break;
      case OPS.setHScale:
        pen.horizontalScale = first / 100;
        break;
      case OPS.setTextRise:
        pen.rise = first;
        break;
      default:
    }
  }

  private save(): void {
    if (this.saved.length >= MAX_SAVED_STATES) return;
    this.saved.push(this.state);
    this.state = { ctm: this.state.ctm, pen: { ...this.state.pen } };
  }

  private concat(matrix: Matrix): void {
    this.state = { ctm: compose(this.state.ctm, matrix), pen: this.state.pen };
  }

  private setFont(name: unknown, size: number): void {
    const { pen } = this.state;
    pen.fontSize = size;
    if (typeof name !== 'string') return;
    pen.font = name;
    pen.glyphScale = this.scaleOf(name);
  }

  /** ExtGState may carry the font. */
  private applyGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      if (itemAt(entry, 0) !== 'Font') continue;
      const font = itemAt(entry, 1);
      this.setFont(itemAt(font, 0), numberAt(font, 1));
    }
  }
}
