import type { DefaultTreeAdapterTypes } from 'parse5';
import { ReadFailure } from '../../read-error.ts';
import type { ReadNote, SourceDocument } from '../../source-document.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { raisedDigits } from '../raised-digits.ts';
import { sniffText } from '../sniff-text.ts';
import { type DecodedText, decodeText } from '../text-encoding.ts';
import { BlockCollector } from './block-collector.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  integerAttribute,
  isBlockElement,
  isDeletedElement,
  isElement,
  isHiddenElement,
  isRaisedElement,
  isText,
  isUnreadElement,
} from './html-elements.ts';
import { ListMarks } from './list-marks.ts';
import { pageOfMhtml } from './mhtml.ts';
import { parseHtml } from './parse-html.ts';

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Page data that content systems keep in `<meta name>`. */
const META_PROPERTIES = new Set([
  'author',
  'generator',
  'articletitle',
  'pubdate',
  'contentsource',
  'keywords',
]);

interface Frame {
  readonly node: ParentNode;
  next: number;
}

/**
 * Visits the tree in document order with a stack of its own, since a page may nest deeper than the call stack.
 * `enter` returns false to skip what is inside; `leave` is called for every element that was entered.
 */
function walk(
  root: ParentNode,
  deadline: Deadline,
  visit: { enter: (node: HtmlNode) => boolean; leave: (element: HtmlElement) => void },
): void {
  const stack: Frame[] = [{ node: root, next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    deadline.check();
    const child = frame.node.childNodes[frame.next++];
    if (child === undefined) {
      stack.pop();
      if ('tagName' in frame.node) visit.leave(frame.node);
    } else if (visit.enter(child) && isElement(child)) {
      stack.push({ node: child, next: 0 });
    }
  }
}

/** Tables that hold another table lay out the page; their text is read as if they were not there. */
function findLayoutTables(root: ParentNode, deadline: Deadline): Set<HtmlElement> {
  const layout = new Set<HtmlElement>();
  const open: HtmlElement[] = [];
  walk(root, deadline, {
    enter(node) {
      if (!isElement(node) || isUnreadElement(node) || isHiddenElement(node)) return false;
      if (node.tagName !== 'table') return true;
      const outer = open.at(-1);
      if (outer !== undefined) layout.add(outer);
      open.push(node);
      return true;
    },
    leave(element) {
      if (element.tagName === 'table') open.pop();
    },
  });
  return layout;
}

/** Turns the tree into blocks; one object a page. */
class PageReader {
  readonly collector = new BlockCollector();
  readonly properties: Record<string, string> = {};
  hidden = 0;
  deleted = 0;
  private preformatted = 0;
  private raised = 0;
  private readonly marks = new ListMarks();
  private readonly layout: ReadonlySet<HtmlElement>;
  /** Open tables, innermost last: true for a table of data, false for one that lays out the page. */
  private readonly tables: boolean[] = [];

  constructor(layout: ReadonlySet<HtmlElement>) {
    this.layout = layout;
  }

  private get inDataTable(): boolean {
    return this.tables.at(-1) === true;
  }

  enter(node: HtmlNode): boolean {
    if (isText(node)) {
      const text = this.raised > 0 && this.collector.inParagraph ? raisedDigits(node.value) : node.value;
      this.collector.addText(text, this.preformatted > 0);
      return false;
    }
    if (!isElement(node)) return false;
    this.readProperty(node);
    if (isUnreadElement(node)) return node.tagName === 'head';
    if (isHiddenElement(node)) {
      this.hidden++;
      // A hidden row still takes its place under a rowspan.
      if (node.tagName === 'tr' && this.inDataTable) this.collector.openRow();
      return false;
    }
    if (isDeletedElement(node)) {
      this.deleted++;
      return false;
    }
    if (isBlockElement(node)) this.collector.endParagraph();
    this.open(node);
    return true;
  }

  private open(element: HtmlElement): void {
    if (isRaisedElement(element)) this.raised++;
    switch (element.tagName) {
      case 'pre':
        this.preformatted++;
        break;
      case 'ol':
        this.marks.enterList(element);
        break;
      case 'li':
        this.collector.addText(this.marks.markOf(element), false);
        break;
      case 'table':
        this.tables.push(!this.layout.has(element));
        if (this.inDataTable) this.collector.openTable();
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        if (this.inDataTable) this.collector.openRowGroup();
        break;
      case 'tr':
        if (this.inDataTable) this.collector.openRow();
        break;
      case 'td':
      case 'th':
        if (this.inDataTable) {
          this.collector.openCell(
            integerAttribute(element, 'colspan', 1),
            integerAttribute(element, 'rowspan', 1),
          );
        }
        break;
    }
  }

  leave(element: HtmlElement): void {
    if (isRaisedElement(element)) this.raised--;
    if (element.tagName === 'caption') this.collector.endCaption();
    else if (isBlockElement(element)) this.collector.endParagraph();
    switch (element.tagName) {
      case 'pre':
        this.preformatted--;
        break;
      case 'ol':
        this.marks.leaveList();
        break;
      case 'table':
        if (this.inDataTable) this.collector.closeTable();
        this.tables.pop();
        break;
      case 'td':
      case 'th':
        if (this.inDataTable) this.collector.closeCell();
        break;
    }
  }

  private readProperty(element: HtmlElement): void {
    if (element.tagName === 'title') {
      const first = element.childNodes[0];
      if (first !== undefined && isText(first) && first.value.trim() !== '') {
        this.properties['title'] ??= first.value.trim();
      }
    } else if (element.tagName === 'meta') {
      const name = attribute(element, 'name')?.toLowerCase();
      const content = attribute(element, 'content')?.trim();
      if (name !== undefined && content && META_PROPERTIES.has(name)) this.properties[name] ??= content;
    }
  }

  notes(): ReadNote[] {
    const notes: ReadNote[] = [];
    if (this.hidden > 0) {
      notes.push({
        kind: 'normalised',
        code: 'html.hidden',
        message: `网页中有 ${this.hidden} 处隐藏内容，读者看不到，未读取。`,
      });
    }
    if (this.deleted > 0) {
      notes.push({
        kind: 'guessed',
        code: 'html.deleted',
        message: `网页中有 ${this.deleted} 处标为“已删除”或带删除线的内容，未读取，请核对原文。`,
      });
    }
    return notes;
  }
}

/** The page itself: of a page packed as a message, the part that holds it. */
export function decodePage(bytes: Uint8Array): DecodedText {
  if (sniffText(bytes) !== 'mhtml') return decodeText(bytes, { html: true });
  const part = pageOfMhtml(bytes);
  if (part === undefined) {
    throw new ReadFailure(
      'damaged',
      '单文件网页（.mht）中没有找到网页正文，可能已损坏。请另存为 .html 或 .docx 后重试。',
    );
  }
  return decodeText(part.bytes, { html: true, ...(part.charset !== undefined && { charset: part.charset }) });
}

/**
 * Reads a web page: paragraphs and tables in document order, as a visitor sees them.
 *
 * @throws ReadFailure `too-large`, `too-complex`, `damaged`
 */
export async function readHtml(
  bytes: Uint8Array,
  deadline: Deadline = createDeadline(),
): Promise<SourceDocument> {
  const { text, notes } = decodePage(bytes);
  const document = parseHtml(text, deadline);
  const page = new PageReader(findLayoutTables(document, deadline));
  walk(document, deadline, {
    enter: (node) => page.enter(node),
    leave: (element) => page.leave(element),
  });
  page.collector.endParagraph();
  return {
    format: 'html',
    blocks: page.collector.blocks,
    notes: [...notes, ...page.notes()],
    properties: page.properties,
  };
}
