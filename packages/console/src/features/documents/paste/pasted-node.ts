/** What was pasted, without anything of a browser: elements by their names in lower case, texts, no comments. */
export type PastedNode = PastedElement | string;

export interface PastedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PastedNode[];
}

export const isElement = (node: PastedNode): node is PastedElement => typeof node !== 'string';

/** All text below. */
export const textBelow = (node: PastedNode): string =>
  isElement(node) ? node.children.map(textBelow).join('') : node;

function fromNode(node: ChildNode): readonly PastedNode[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  return [
    {
      name: node.localName.toLowerCase(),
      attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
      children: [...node.childNodes].flatMap(fromNode),
    },
  ];
}

export interface PastedPage {
  readonly styles: string;
  readonly nodes: readonly PastedNode[];
}

/** HTML of the clipboard. It is parsed into a document of its own that loads nothing and runs nothing. */
export function pastedPage(html: string): PastedPage {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return {
    styles: [...page.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n'),
    nodes: [...page.body.childNodes].flatMap(fromNode),
  };
}
