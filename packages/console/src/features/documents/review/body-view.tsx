import type {
  BodyBlock,
  BodyCell,
  BodyInline,
  BodyListItem,
  BodyMark,
  BodyRow,
  DocumentBody,
  PlainMark,
} from '@zhaoshi/domain/disclosure/document-body';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import { createElement, Fragment, type ReactNode } from 'react';
import './body-view.css';

const TAGS: Readonly<Record<PlainMark, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
};

const marked = (inner: ReactNode, mark: BodyMark): ReactNode =>
  mark.type === 'link' ? (
    <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
      {inner}
    </a>
  ) : (
    createElement(TAGS[mark.type], null, inner)
  );

/** Nodes of a text have no names; where they stand is what tells them apart. */
const keyed = (nodes: readonly ReactNode[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the text is shown as a whole and never reordered.
  nodes.map((node, index) => <Fragment key={index}>{node}</Fragment>);

const inlines = (content: readonly BodyInline[] = []): ReactNode =>
  keyed(
    content.map((node) =>
      node.type === 'hard_break' ? <br /> : (node.marks ?? []).reduce<ReactNode>(marked, node.text),
    ),
  );

type AddressOf = (fileId: string) => string;

function cell({ type, attrs, content }: BodyCell, addressOf: AddressOf): ReactNode {
  return createElement(
    type === 'table_header' ? 'th' : 'td',
    { colSpan: attrs.colspan, rowSpan: attrs.rowspan },
    blocks(content, addressOf),
  );
}

const table = (rows: readonly BodyRow[], addressOf: AddressOf): ReactNode => (
  <div className="table-scroll" role="region" aria-label="正文中的表格" tabIndex={0}>
    <table>
      <tbody>
        {keyed(rows.map(({ content }) => <tr>{keyed(content.map((each) => cell(each, addressOf)))}</tr>))}
      </tbody>
    </table>
  </div>
);

const items = (content: readonly BodyListItem[], addressOf: AddressOf): ReactNode =>
  keyed(content.map((item) => <li>{blocks(item.content, addressOf)}</li>));

function block(one: BodyBlock, addressOf: AddressOf): ReactNode {
  switch (one.type) {
    case 'paragraph':
      return <p className={`align-${one.attrs.align} indent-${one.attrs.indent}`}>{inlines(one.content)}</p>;
    case 'heading':
      // The page's own headings end at the second level.
      return createElement(
        `h${Math.min(one.attrs.level + 2, 6)}`,
        { className: `align-${one.attrs.align}` },
        inlines(one.content),
      );
    case 'bullet_list':
      return <ul>{items(one.content, addressOf)}</ul>;
    case 'ordered_list':
      return <ol start={one.attrs.order}>{items(one.content, addressOf)}</ol>;
    case 'table':
      return table(one.content, addressOf);
    case 'image':
      return <img src={addressOf(one.attrs.fileId)} alt={one.attrs.alt} loading="lazy" />;
    case 'horizontal_rule':
      return <hr />;
    default:
      return assertNever(one);
  }
}

const blocks = (content: readonly BodyBlock[], addressOf: AddressOf): ReactNode =>
  keyed(content.map((one) => block(one, addressOf)));

interface Props {
  readonly body: DocumentBody;
  /** Address of a picture's bytes. */
  readonly addressOf: AddressOf;
}

/** The text of a document as its page will show it. */
export const BodyView = ({ body, addressOf }: Props): ReactNode => (
  <div className="document-body">{blocks(body.content, addressOf)}</div>
);
