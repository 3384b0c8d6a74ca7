import type { DocumentBody, PlainMark } from '@zhaoshi/domain/disclosure/document-body';
import { type BodyWriter, type WrittenCell, writeBlocks } from '@zhaoshi/domain/disclosure/write-body';
import { createElement, type ReactNode } from 'react';
import { keyed } from '../../../ui/keyed.ts';
import './body-view.css';

const TAGS: Readonly<Record<PlainMark, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
};

type AddressOf = (fileId: string) => string;

const cellView = ({ cell: { type, attrs }, inner }: WrittenCell<ReactNode>): ReactNode =>
  createElement(
    type === 'table_header' ? 'th' : 'td',
    { colSpan: attrs.colspan, rowSpan: attrs.rowspan },
    keyed(inner),
  );

const viewWriter = (addressOf: AddressOf): BodyWriter<ReactNode> => ({
  text: (text) => text,
  lineBreak: () => <br />,
  marked: (inner, mark) =>
    mark.type === 'link' ? (
      <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
        {inner}
      </a>
    ) : (
      createElement(TAGS[mark.type], null, inner)
    ),
  paragraph: ({ attrs }, inner) => (
    <p className={`align-${attrs.align} indent-${attrs.indent}`}>{keyed(inner)}</p>
  ),
  heading: ({ attrs }, inner) =>
    // The page's own headings end at the second level.
    createElement(`h${Math.min(attrs.level + 2, 6)}`, { className: `align-${attrs.align}` }, keyed(inner)),
  list: (block, items) => {
    const rows = keyed(items.map((inner) => <li>{keyed(inner)}</li>));
    return block.type === 'bullet_list' ? <ul>{rows}</ul> : <ol start={block.attrs.order}>{rows}</ol>;
  },
  table: (rows) => (
    <div className="table-scroll" role="region" aria-label="正文中的表格" tabIndex={0}>
      <table>
        <tbody>{keyed(rows.map((cells) => <tr>{keyed(cells.map(cellView))}</tr>))}</tbody>
      </table>
    </div>
  ),
  image: ({ fileId, alt }) => <img src={addressOf(fileId)} alt={alt} loading="lazy" />,
  rule: () => <hr />,
});

interface Props {
  readonly body: DocumentBody;
  /** Address of a picture's bytes. */
  readonly addressOf: AddressOf;
}

/** The text of a document as its page will show it. */
export const BodyView = ({ body, addressOf }: Props): ReactNode => (
  <div className="document-body">{keyed(writeBlocks(body.content, viewWriter(addressOf)))}</div>
);
