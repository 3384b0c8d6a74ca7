import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Elements that start a new paragraph before and after themselves. */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section ' +
    'summary table tbody td tfoot th thead tr ul br'
  ).split(' '),
);

/** Elements whose content a reader of the page never sees as its text. */
const UNREAD_ELEMENTS = new Set(
  (
    'applet area audio base button canvas col colgroup datalist embed frame frameset head iframe img input link ' +
    'map math meta nav noframes noscript object option param rp rt script select source style svg template textarea ' +
    'title track video xml'
  ).split(' '),
);

const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])/i;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text' && 'value' in node;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function isBlockElement(element: HtmlElement): boolean {
  return BLOCK_ELEMENTS.has(element.tagName);
}

export function isUnreadElement(element: HtmlElement): boolean {
  return UNREAD_ELEMENTS.has(element.tagName);
}

/** Hidden by attribute or inline style; style sheets are not applied. */
export function isHiddenElement(element: HtmlElement): boolean {
  return element.attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && HIDING_STYLE.test(value.slice(0, 2_000))),
  );
}

const DELETED_ELEMENTS = new Set(['del', 's', 'strike']);
const DELETING_STYLE = /text-decoration(?:-line)?\s*:[^;]{0,40}line-through/i;
const RAISING_STYLE = /vertical-align\s*:\s*super/i;

function hasStyle(element: HtmlElement, pattern: RegExp): boolean {
  return pattern.test(attribute(element, 'style')?.slice(0, 2_000) ?? '');
}

/** Marked as deleted, or struck out, which says the same to the eye. */
export function isDeletedElement(element: HtmlElement): boolean {
  return DELETED_ELEMENTS.has(element.tagName) || hasStyle(element, DELETING_STYLE);
}

/** Set above the line, as the mark of a note is. */
export function isRaisedElement(element: HtmlElement): boolean {
  return element.tagName === 'sup' || hasStyle(element, RAISING_STYLE);
}

/** A whole number from an attribute such as colspan; `fallback` when it is missing or no number. */
export function integerAttribute(element: HtmlElement, name: string, fallback: number): number {
  const number = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(number) ? fallback : number;
}
