import { assertNever } from '../kernel/assert-never.ts';
import { html, type SafeHtml } from '../kernel/html.ts';
import type {
  BodyBlock,
  BodyCell,
  BodyHeading,
  BodyInline,
  BodyList,
  BodyMark,
  BodyParagraph,
  BodyPicture,
  PlainMark,
} from './document-body.ts';

/** A cell with what was written of its blocks. */
export interface WrittenCell<T> {
  readonly cell: BodyCell;
  readonly inner: readonly T[];
}

/**
 * How one kind of page writes each thing of a body; `T` is what it makes, markup or elements. What is inside a thing is
 * written before it.
 */
export interface BodyWriter<T> {
  readonly text: (text: string) => T;
  readonly lineBreak: () => T;
  readonly marked: (inner: T, mark: BodyMark) => T;
  readonly paragraph: (block: BodyParagraph, inner: readonly T[]) => T;
  readonly heading: (block: BodyHeading, inner: readonly T[]) => T;
  readonly list: (block: BodyList, items: readonly (readonly T[])[]) => T;
  readonly table: (rows: readonly (readonly WrittenCell<T>[])[]) => T;
  readonly image: (picture: BodyPicture) => T;
  readonly rule: () => T;
}

const inlines = <T>(content: readonly BodyInline[] = [], writer: BodyWriter<T>): readonly T[] =>
  content.map((node) =>
    node.type === 'hard_break'
      ? writer.lineBreak()
      : (node.marks ?? []).reduce(writer.marked, writer.text(node.text)),
  );

function writeBlock<T>(block: BodyBlock, writer: BodyWriter<T>): T {
  switch (block.type) {
    case 'paragraph':
      return writer.paragraph(block, inlines(block.content, writer));
    case 'heading':
      return writer.heading(block, inlines(block.content, writer));
    case 'bullet_list':
    case 'ordered_list':
      return writer.list(
        block,
        block.content.map(({ content }) => writeBlocks(content, writer)),
      );
    case 'table':
      return writer.table(
        block.content.map((row) =>
          row.content.map((cell) => ({ cell, inner: writeBlocks(cell.content, writer) })),
        ),
      );
    case 'image':
      return writer.image(block.attrs);
    case 'horizontal_rule':
      return writer.rule();
    default:
      return assertNever(block);
  }
}

/** The blocks of a body in their order: the one walk that every page of it takes. */
export const writeBlocks = <T>(blocks: readonly BodyBlock[], writer: BodyWriter<T>): readonly T[] =>
  blocks.map((block) => writeBlock(block, writer));

/** Elements of the marks that have nothing of their own, for pages that are markup. */
export const MARK_HTML: Readonly<Record<PlainMark, (inner: SafeHtml) => SafeHtml>> = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strike: (inner) => html`<s>${inner}</s>`,
  sub: (inner) => html`<sub>${inner}</sub>`,
  sup: (inner) => html`<sup>${inner}</sup>`,
};
