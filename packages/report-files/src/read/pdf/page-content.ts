import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Deadline } from '../deadline.ts';
import { GlyphCollector } from './glyph-collector.ts';
import { itemAt, matrixFrom, numberAt, subPathsFrom } from './operator-arguments.ts';
import {
  applyMatrix,
  boxAround,
  compose,
  IDENTITY,
  type Matrix,
  type PageContent,
  type RulingLine,
} from './page-geometry.ts';
import { uprightPage } from './reading-angle.ts';
import { filledLines, strokedLines, thinBoxLines } from './ruling-lines.ts';
import { initialTextState, moveText, showText, type TextState, textOrigin } from './text-state.ts';

interface GraphicsState {
  ctm: Matrix;
  lineWidth: number;
  text: TextState;
}

export interface InterpretedPage {
  readonly content: PageContent;
  /** Characters that were replaced because they were look-alike radicals. */
  readonly foldedRadicals: number;
  /** Characters that the font does not explain. */
  readonly unmapped: number;
  /** Characters beyond the edge of the paper. */
  readonly offPage: number;
  /** They themselves, in the order in which they are drawn. */
  readonly offPageText: string;
  readonly hasImages: boolean;
}

const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);
const FILL_STROKES: ReadonlySet<number> = new Set([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.paintSolidColorImageMask,
]);

/**
 * Plays the drawing operators of one page and keeps what a table reader needs: every printed character with its
 * exact box, and the ruling lines. Text is taken from here and not from `getTextContent`, whose items give only
 * their total width, so that a run crossing a cell border could only be cut by guessing.
 */
export async function interpretPage(page: PDFPageProxy, deadline: Deadline): Promise<InterpretedPage> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const player = new OperatorPlayer(matrixFrom(viewport.transform) ?? IDENTITY, (fontName) =>
    type3Scale(page, fontName),
  );
  for (let index = 0; index < operators.fnArray.length; index++) {
    deadline.check();
    player.play(operators.fnArray[index] ?? 0, operators.argsArray[index]);
  }
  const glyphs = player.glyphs.within(viewport.width, viewport.height);
  return {
    content: uprightPage({
      page: page.pageNumber,
      width: viewport.width,
      height: viewport.height,
      glyphs,
      lines: player.lines,
    }),
    foldedRadicals: player.glyphs.foldedRadicals,
    unmapped: player.glyphs.unmapped,
    offPage: player.glyphs.visibleCount - glyphs.filter(({ text }) => text.trim() !== '').length,
    offPageText: player.glyphs.beyond(viewport.width, viewport.height),
    hasImages: player.hasImages,
  };
}

/** Type3 fonts have their own glyph space; all others measure in thousandths. */
function type3Scale(page: PDFPageProxy, fontName: string): number {
  if (!page.commonObjs.has(fontName)) return 0.001;
  const font: unknown = page.commonObjs.get(fontName);
  if (typeof font !== 'object' || font === null || !('isType3Font' in font) || font.isType3Font !== true) {
    return 0.001;
  }
  const scale = 'fontMatrix' in font ? Math.abs(numberAt(font.fontMatrix, 0)) : 0;
  return scale > 0 ? scale : 0.001;
}

/** A page that nests deeper than this is not a report. */
const MAX_SAVED_STATES = 10_000;

class OperatorPlayer {
  readonly lines: RulingLine[] = [];
  readonly glyphs = new GlyphCollector();
  hasImages = false;
  private readonly base: Matrix;
  private readonly scaleOfFont: (fontName: string) => number;
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];

  constructor(base: Matrix, scaleOfFont: (fontName: string) => number) {
    this.base = base;
    this.scaleOfFont = scaleOfFont;
    this.state = { ctm: base, lineWidth: 1, text: initialTextState() };
  }

  play(operator: number, args: unknown): void {
    if (operator === OPS.constructPath) this.drawPath(args);
    else if (operator === OPS.showText) this.show(args);
    else if (IMAGES.has(operator)) this.drawImage();
    else if (!this.playState(operator, args)) this.playText(operator, args);
  }

  private show(args: unknown): void {
    showText(this.state.text, this.state.ctm, args, (glyph) => this.glyphs.add(glyph));
  }

  private playState(operator: number, args: unknown): boolean {
    switch (operator) {
      case OPS.save:
        this.save();
        return true;
      case OPS.restore:
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
        this.state = { ctm: this.base, lineWidth: 1, text: initialTextState() };
        this.concat(matrixFrom(itemAt(args, 2)));
        this.concat(matrixFrom(itemAt(args, 3)));
        return true;
      case OPS.setLineWidth:
        this.state.lineWidth = numberAt(args, 0);
        return true;
      case OPS.setGState:
        this.applyGraphicsState(itemAt(args, 0));
        return true;
      default:
        return false;
    }
  }

  private playText(operator: number, args: unknown): void {
    const { text } = this.state;
    switch (operator) {
      case OPS.beginText:
        Object.assign(text, textOrigin(IDENTITY));
        break;
      case OPS.setTextMatrix:
        Object.assign(text, textOrigin(matrixFrom(itemAt(args, 0)) ?? matrixFrom(args) ?? IDENTITY));
        break;
      case OPS.setFont:
        this.setFont(itemAt(args, 0), numberAt(args, 1));
        break;
      case OPS.moveText:
        moveText(text, numberAt(args, 0), numberAt(args, 1));
        break;
      case OPS.setLeadingMoveText:
        text.leading = numberAt(args, 1);
        moveText(text, numberAt(args, 0), numberAt(args, 1));
        break;
      case OPS.nextLine:
        moveText(text, 0, text.leading);
        break;
      case OPS.setLeading:
        // TL is a positive distance downwards; the pen moves along −y.
        text.leading = -numberAt(args, 0);
        break;
      case OPS.setCharSpacing:
        text.charSpacing = numberAt(args, 0);
        break;
      case OPS.setWordSpacing:
        text.wordSpacing = numberAt(args, 0);
        break;
      case OPS.setHScale:
        text.horizontalScale = numberAt(args, 0) / 100;
        break;
      case OPS.setTextRise:
        text.rise = numberAt(args, 0);
        break;
      case OPS.setTextRenderingMode:
        text.renderingMode = numberAt(args, 0);
        break;
      default:
    }
  }

  private save(): void {
    if (this.saved.length >= MAX_SAVED_STATES) return;
    this.saved.push(this.state);
    this.state = { ...this.state, text: { ...this.state.text } };
  }

  private concat(matrix: Matrix | undefined): void {
    if (matrix) this.state.ctm = compose(this.state.ctm, matrix);
  }

  private setFont(name: unknown, size: number): void {
    this.state.text.fontSize = size;
    if (typeof name === 'string') this.state.text.glyphScale = this.scaleOfFont(name);
  }

  /** ExtGState may carry the pen width (LW) and the font (Font). */
  private applyGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      if (itemAt(entry, 0) === 'LW') this.state.lineWidth = numberAt(entry, 1);
      if (itemAt(entry, 0) === 'Font') {
        const font = itemAt(entry, 1);
        this.setFont(itemAt(font, 0), numberAt(font, 1));
      }
    }
  }

  private drawPath(args: unknown): void {
    const operator = numberAt(args, 0);
    const strokes = STROKES.has(operator) || FILL_STROKES.has(operator);
    const fills = FILLS.has(operator) || FILL_STROKES.has(operator);
    if (!strokes && !fills) return;
    const paths = subPathsFrom(itemAt(itemAt(args, 1), 0), this.state.ctm);
    if (strokes) this.addLines(strokedLines(paths, this.state.lineWidth * penScale(this.state.ctm)));
    if (fills) this.addLines(filledLines(paths));
  }

  /** Pictures are not read, but a picture squeezed to a line is a ruling line in some producers. */
  private drawImage(): void {
    this.hasImages = true;
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([x = 0, y = 0]) => applyMatrix(this.state.ctm, x, y));
    this.addLines(thinBoxLines(boxAround(corners)));
  }

  private addLines(lines: readonly RulingLine[]): void {
    for (const line of lines) this.lines.push(line);
  }
}

function penScale([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
