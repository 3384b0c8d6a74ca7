import type { ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Deadline } from '../deadline.ts';
import { attribute, type HtmlElement, isElement, isHiddenElement, isText } from '../html/html-elements.ts';
import { parseHtml } from '../html/parse-html.ts';
import { decodePage, readHtml } from '../html/read-html.ts';
import { blockPieces, presencePieces, textPieces } from './make-pieces.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const SCRIPTS = new Set(['script', 'object', 'embed', 'applet']);
const PICTURES = new Set(['img', 'picture', 'svg', 'canvas', 'image']);
/** Attributes that say something to people. */
const SPOKEN = ['alt', 'title', 'placeholder', 'value', 'content', 'aria-label'];

/** What the page holds beside its printed text. */
class Beside {
  readonly pieces: ScanPiece[] = [];
  pictures = 0;
  scripts = 0;
  comments = 0;
  hidden = 0;

  comment(text: string): void {
    this.comments += 1;
    this.pieces.push(...textPieces(text, { kind: 'comment', number: this.comments }));
  }

  element(element: HtmlElement): void {
    if (SCRIPTS.has(element.tagName)) this.scripts += 1;
    if (PICTURES.has(element.tagName)) this.pictures += 1;
    for (const name of SPOKEN) {
      this.pieces.push(...textPieces(attribute(element, name) ?? '', { kind: 'property', name }));
    }
    const link = attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'action');
    if (link === undefined || link === '' || PICTURES.has(element.tagName)) return;
    const shown = element.childNodes.map((child) => (isText(child) ? child.value : '')).join('');
    this.pieces.push({ kind: 'link', text: link, shown, place: { kind: 'file' } });
  }

  /** Text of an element that readers do not see, or that is no paragraph of the page. */
  unseen(text: string): void {
    if (text.trim() === '') return;
    this.hidden += 1;
    this.pieces.push(...textPieces(text, { kind: 'hiddenText', number: this.hidden }));
  }
}

const UNSEEN = new Set([
  'del',
  's',
  'strike',
  'template',
  'noscript',
  'textarea',
  'option',
  'title',
  'script',
]);

/** Every node in order with a stack of its own: pages nest deeper than the call stack. */
function visit(root: DefaultTreeAdapterTypes.ParentNode, deadline: Deadline, beside: Beside): void {
  const stack: { readonly node: Node; readonly unseen: boolean }[] = [];
  const push = (nodes: readonly Node[], unseen: boolean): void => {
    for (const node of nodes.toReversed()) stack.push({ node, unseen });
  };
  push(root.childNodes, false);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    deadline.check();
    const { node } = next;
    if ('data' in node) beside.comment(node.data);
    else if (isText(node)) {
      if (next.unseen) beside.unseen(node.value);
    } else if (isElement(node)) {
      beside.element(node);
      push(node.childNodes, next.unseen || UNSEEN.has(node.tagName) || isHiddenElement(node));
    }
  }
}

/**
 * All texts of a web page: paragraphs and tables as visitors see them, then what they do not see — hidden elements,
 * comments, alternative texts, metadata — and the links.
 *
 * @throws ReadFailure
 */
export async function htmlPieces(bytes: Uint8Array, deadline: Deadline): Promise<readonly ScanPiece[]> {
  const { blocks } = await readHtml(bytes, deadline);
  const beside = new Beside();
  visit(parseHtml(decodePage(bytes).text, deadline), deadline, beside);
  return [
    ...blockPieces(blocks),
    ...beside.pieces,
    ...presencePieces('comment', beside.comments),
    ...presencePieces('hiddenText', beside.hidden),
    ...presencePieces('macro', beside.scripts),
    ...presencePieces('picture', beside.pictures),
  ];
}
