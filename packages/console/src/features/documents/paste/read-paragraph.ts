import type { BodyBlock, TextAlign } from '@zhaoshi/domain/disclosure/document-body';
import type { PasteContext } from './paste-context.ts';
import { isElement, type PastedElement } from './pasted-node.ts';
import { readLine } from './read-inline.ts';
import { type Declarations, declared, points } from './style-rules.ts';

const ALIGNMENTS: Readonly<Record<string, TextAlign>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  justify: 'justify',
};

export const alignOf = (element: PastedElement, style: Declarations): TextAlign | null => {
  const said = (style.get('text-align') ?? element.attributes['align'] ?? '').toLowerCase();
  return ALIGNMENTS[said] ?? null;
};

/** 五号, which text has when nothing says otherwise. */
const USUAL_POINTS = 10.5;
const MOST_INDENT = 8;

/** The size of the first letters that name one. */
function sizeIn(element: PastedElement, context: PasteContext): number | null {
  const own = points(declared(element, context.rules).get('font-size'));
  for (const child of element.children) {
    const inside = isElement(child) ? sizeIn(child, context) : null;
    if (inside !== null) return inside;
  }
  return own;
}

/** How many characters the first line is indented. */
function indentOf(element: PastedElement, context: PasteContext): number {
  const style = declared(element, context.rules);
  const counted = Number.parseFloat(style.get('mso-char-indent-count') ?? '0');
  const length = points(style.get('text-indent')) ?? 0;
  const characters =
    counted > 0 ? counted : length > 0 ? length / (sizeIn(element, context) ?? USUAL_POINTS) : 0;
  return Math.min(Math.round(characters), MOST_INDENT);
}

const LEVELS: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

/** The level of a heading; 0 for a paragraph. */
function levelOf(element: PastedElement, style: Declarations): number {
  const byName = LEVELS[element.name];
  if (byName !== undefined) return byName;
  if (/\bMso(?:Title|Subtitle)\b/.test(element.attributes['class'] ?? '')) return 1;
  const outline = Number.parseInt(style.get('mso-outline-level') ?? '', 10);
  if (outline >= 1 && outline <= 9) return Math.min(outline, 4);
  const named = /(?:标题|heading)\s*([1-9])/i.exec(style.get('mso-style-name') ?? '')?.[1];
  return named === undefined ? 0 : Math.min(Number(named), 4);
}

/** A paragraph or a heading; `text` stands before its words. */
export function readParagraph(
  element: PastedElement,
  context: PasteContext,
  around: TextAlign | null,
  text = '',
): BodyBlock {
  const style = declared(element, context.rules);
  const { content, blanks } = readLine(element.children, context);
  const words = text === '' ? content : [{ type: 'text', text } as const, ...content];
  const given = words.length > 0 && { content: words };
  const align = alignOf(element, style) ?? around ?? 'justify';
  const level = levelOf(element, style);
  if (level > 0 && words.length > 0) return { type: 'heading', attrs: { level, align }, ...given };
  const isIndentable = align === 'justify' || align === 'left';
  // Indented by typing blanks, or by a style: the same to readers.
  const byHand = blanks >= 2 ? Math.min(blanks, MOST_INDENT) : 0;
  const indent = isIndentable ? indentOf(element, context) || byHand : 0;
  return { type: 'paragraph', attrs: { align, indent }, ...given };
}
