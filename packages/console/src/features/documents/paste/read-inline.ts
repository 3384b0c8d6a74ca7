import type { BodyInline, BodyMark, PlainMark } from '@zhaoshi/domain/disclosure/document-body';
import { isPublicHref } from '@zhaoshi/domain/disclosure/read-body';
import { isInsertion, isLeftOut, type PasteContext } from './paste-context.ts';
import { isElement, type PastedElement, type PastedNode, textBelow } from './pasted-node.ts';
import { declared } from './style-rules.ts';

type Marks = ReadonlyMap<BodyMark['type'], BodyMark>;

const BY_NAME: Readonly<Record<string, PlainMark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'sub',
  sup: 'sup',
};

/** Marks by the styles that Word and WPS write; `null` takes one away that stands around. */
function byStyle(style: ReadonlyMap<string, string>): readonly (readonly [PlainMark, boolean])[] {
  const weight = style.get('font-weight');
  const slant = style.get('font-style');
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  const height = style.get('vertical-align');
  return [
    ...(weight === undefined ? [] : [['strong', /^bold|^[6-9]00$/.test(weight)] as const]),
    ...(slant === undefined ? [] : [['em', slant === 'italic' || slant === 'oblique'] as const]),
    ...(line?.includes('underline') === true ? [['underline', true] as const] : []),
    ...(line?.includes('line-through') === true ? [['strike', true] as const] : []),
    ...(height === 'super' ? [['sup', true] as const] : []),
    ...(height === 'sub' ? [['sub', true] as const] : []),
  ];
}

/** A link with its address; one that leads into the text itself or to this computer is only text. */
function linkMark(element: PastedElement, { note }: PasteContext): BodyMark | null {
  const href = element.attributes['href']?.trim();
  if (element.name !== 'a' || href === undefined || href === '' || href.startsWith('#')) return null;
  if (isPublicHref(href)) return { type: 'link', attrs: { href } };
  note('link');
  return null;
}

function marksOf(element: PastedElement, around: Marks, context: PasteContext): Marks {
  const marks = new Map(around);
  const set = (type: PlainMark, isOn: boolean): void => {
    if (isOn) marks.set(type, { type });
    else marks.delete(type);
  };
  const named = BY_NAME[element.name];
  if (named !== undefined && !isInsertion(element)) set(named, true);
  for (const [type, isOn] of byStyle(declared(element, context.rules))) set(type, isOn);
  if (marks.has('sub') && marks.has('sup')) marks.delete('sub');
  const link = linkMark(element, context);
  if (link !== null) marks.set('link', link);
  // Links are drawn with a line; that is no underlining.
  if (marks.has('link')) marks.delete('underline');
  return marks;
}

const CJK = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f]';
const BROKEN_LINE = new RegExp(`(?<=${CJK})[ \\t]*[\\r\\n]+[ \\t]*(?=${CJK})`, 'gu');

/** Line ends of the source are no line ends of the text; between two Chinese characters they are not even a space. */
const plain = (text: string): string => text.replaceAll(BROKEN_LINE, '').replaceAll(/[\t\r\n ]+/g, ' ');

/** The number or sign that Word draws before an item of a list. */
export const isListMarker = (element: PastedElement): boolean =>
  /mso-list\s*:\s*ignore/i.test(element.attributes['style'] ?? '');

function inlinesOf(node: PastedNode, marks: Marks, context: PasteContext): readonly BodyInline[] {
  if (!isElement(node)) {
    const text = plain(node);
    return text === '' ? [] : [{ type: 'text', text, ...(marks.size > 0 && { marks: [...marks.values()] }) }];
  }
  if (isListMarker(node) || isLeftOut(node, context)) return [];
  const style = declared(node, context.rules);
  if (node.name === 'br') {
    const isPageEnd = style.has('page-break-before') || style.get('mso-special-character') === 'page-break';
    return isPageEnd ? [] : [{ type: 'hard_break' }];
  }
  if (node.name === 'o:p' && textBelow(node).trim() === '') return [];
  // As wide as it happened to be; what it parts stays apart.
  if (style.has('mso-tab-count')) return [{ type: 'text', text: '\u3000' }];
  const inside = marksOf(node, marks, context);
  return node.children.flatMap((child) => inlinesOf(child, inside, context));
}

const sameMarks = (one: BodyInline, other: BodyInline): boolean =>
  one.type === 'text' &&
  other.type === 'text' &&
  JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);

/** Neighbours with the same marks as one; a page of Word has hundreds of spans a paragraph. */
function joined(parts: readonly BodyInline[]): readonly BodyInline[] {
  const done: BodyInline[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (last?.type === 'text' && part.type === 'text' && sameMarks(last, part)) {
      done[done.length - 1] = { ...last, text: last.text + part.text };
    } else done.push(part);
  }
  return done;
}

const BLANK = /^[ \u00a0\u3000]*$/;
const isBlank = (part: BodyInline | undefined): boolean =>
  part !== undefined && (part.type === 'hard_break' || BLANK.test(part.text));

export interface ReadLine {
  readonly content: readonly BodyInline[];
  /** Characters of blank that stood before the first word: how the first line was indented by hand. */
  readonly blanks: number;
}

/** The words of a paragraph, without blanks at its ends. */
export function readLine(nodes: readonly PastedNode[], context: PasteContext): ReadLine {
  let parts = joined(nodes.flatMap((node) => inlinesOf(node, new Map(), context)));
  let blanks = 0;
  const width = (text: string): number =>
    Array.from(text).reduce((sum, one) => sum + (one === '\u3000' ? 1 : 0.5), 0);
  while (isBlank(parts[0])) {
    const [first] = parts;
    blanks += first?.type === 'text' ? width(first.text) : 0;
    parts = parts.slice(1);
  }
  while (isBlank(parts.at(-1))) parts = parts.slice(0, -1);
  const [first, ...rest] = parts;
  if (first?.type === 'text') {
    const text = first.text.replace(/^[ \u00a0\u3000]+/, '');
    blanks += width(first.text.slice(0, first.text.length - text.length));
    parts = [{ ...first, text }, ...rest];
  }
  const content = trimmedEnd(parts).map((part, at, all) => spaced(part, all[at - 1]?.type === 'hard_break'));
  return { content, blanks: Math.floor(blanks) };
}

function trimmedEnd(parts: readonly BodyInline[]): readonly BodyInline[] {
  const last = parts.at(-1);
  if (last?.type !== 'text') return parts;
  return [...parts.slice(0, -1), { ...last, text: last.text.replace(/[ \u00a0\u3000]+$/, '') }];
}

/** One blank where there were several, which stood for a distance on paper; none at the beginning of a line. */
function spaced(part: BodyInline, beginsLine: boolean): BodyInline {
  if (part.type !== 'text') return part;
  const text = part.text.replaceAll(/[ \u00a0]+/g, ' ');
  return { ...part, text: beginsLine ? text.trimStart() : text };
}
