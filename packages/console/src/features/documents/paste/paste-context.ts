import type { BodyBlock, TextAlign } from '@zhaoshi/domain/disclosure/document-body';
import type { PasteNoteKind } from './paste-notes.ts';
import { isElement, type PastedElement, type PastedNode, textBelow } from './pasted-node.ts';
import { type Declarations, declared, type StyleRules } from './style-rules.ts';

/** What reading a pasted text needs everywhere. */
export interface PasteContext {
  readonly rules: StyleRules;
  /** Something was left out. */
  readonly note: (kind: PasteNoteKind) => void;
}

/** Blocks of pasted nodes; `around` is the alignment that what stands around them says. */
export type ReadBlocks = (
  nodes: readonly PastedNode[],
  context: PasteContext,
  around: TextAlign | null,
) => readonly BodyBlock[];

/** Nothing of these is text. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  'head',
  'link',
  'meta',
  'noscript',
  'script',
  'style',
  'template',
  'title',
  'xml',
]);

const EMBEDDED: ReadonlySet<string> = new Set([
  'audio',
  'button',
  'canvas',
  'embed',
  'iframe',
  'input',
  'math',
  'object',
  'select',
  'svg',
  'textarea',
  'video',
]);

const picturesIn = (node: PastedNode): number => {
  if (!isElement(node)) return 0;
  return (node.name === 'img' ? 1 : 0) + node.children.reduce((sum, child) => sum + picturesIn(child), 0);
};

const isFloating = (style: Declarations): boolean =>
  style.get('position') === 'absolute' ||
  style.get('float') === 'left' ||
  style.get('float') === 'right' ||
  (style.get('mso-ignore') ?? '').startsWith('vglayout');

const isHidden = (style: Declarations): boolean =>
  style.get('display') === 'none' || style.get('mso-hide') === 'all' || style.get('visibility') === 'hidden';

/** A deletion or an insertion that somebody tracked, not a text that is struck out. */
const isTracked = ({ attributes: { cite, datetime, class: named } }: PastedElement): boolean =>
  cite !== undefined || datetime !== undefined || /\bmso(?:Del|Ins)\b/.test(named ?? '');

function isComment({ attributes }: PastedElement, style: Declarations): boolean {
  return (
    style.get('mso-element') === 'comment-list' ||
    style.get('mso-element') === 'comment' ||
    style.get('mso-special-character') === 'comment' ||
    /\bmsocom/i.test(attributes['class'] ?? '')
  );
}

function pictureKind(element: PastedElement, style: Declarations): PasteNoteKind {
  if (isFloating(style)) return 'seal';
  const { src = '' } = element.attributes;
  return /^file:|^[a-z]:[\\/]|ksohtml|^cid:|^blob:/i.test(src) ? 'localPicture' : 'webPicture';
}

/** Whether an element is left out with everything in it, which is then noted. */
export function isLeftOut(element: PastedElement, { rules, note }: PasteContext): boolean {
  if (WITHOUT_TEXT.has(element.name)) return true;
  const style = declared(element, rules);
  const leave = (kind: PasteNoteKind): true => {
    note(kind);
    return true;
  };
  if (isComment(element, style)) return leave('comment');
  if (isHidden(style)) return textBelow(element).trim() === '' || leave('hidden');
  if (element.name === 'del' && isTracked(element)) return leave('deletion');
  if (element.name === 'img') return leave(pictureKind(element, style));
  if (EMBEDDED.has(element.name)) return leave('embedded');
  if (!isFloating(style) || picturesIn(element) === 0) return false;
  for (let left = picturesIn(element); left > 0; left--) note('seal');
  // What floats with words in it is a text box.
  return textBelow(element).trim() === '';
}

export const isInsertion = (element: PastedElement): boolean => element.name === 'ins' && isTracked(element);
