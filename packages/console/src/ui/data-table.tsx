import { Button, Table, type TableColumnsType, type TableProps } from 'antd';
import { isValidElement, type ReactNode } from 'react';
import type { Pages } from '../app/use-pages.ts';
import './data-table.css';
import { ProblemAlert } from './problem-alert.tsx';
import { useNarrow } from './use-narrow.ts';

interface Props<Item extends object> {
  /** What the table lists, for people who hear it. */
  readonly caption: string;
  readonly pages: Pages<Item>;
  readonly columns: TableColumnsType<Item>;
  readonly keyOf: (item: Item) => string;
  /** What an empty list means here and what to do. */
  readonly empty: ReactNode;
  readonly selection?: TableProps<Item>['rowSelection'];
  /** The item on a screen too narrow for the table; without it it is told column by column. */
  readonly card?: (item: Item) => ReactNode;
}

/** From one page to another. */
function PageTurner({ caption, pages }: { readonly caption: string; readonly pages: Pages<unknown> }) {
  const { page, previous, next } = pages;
  if (previous === null && next === null) return null;
  return (
    <nav className="pages" aria-label={`${caption}翻页`}>
      <Button disabled={previous === null} onClick={() => previous?.()}>
        上一页
      </Button>
      <span aria-live="polite">第 {page} 页</span>
      <Button disabled={next === null} onClick={() => next?.()}>
        下一页
      </Button>
    </nav>
  );
}

interface CardsProps<Item extends object> extends Pick<Props<Item>, 'caption' | 'pages' | 'keyOf' | 'empty'> {
  readonly card: (item: Item) => ReactNode;
}

function Cards<Item extends object>({ caption, pages, keyOf, empty, card }: CardsProps<Item>): ReactNode {
  const { items = [], isLoading } = pages;
  if (items.length === 0) return <div className="no-cards quiet">{isLoading ? '正在载入……' : empty}</div>;
  return (
    <ul className="cards" aria-label={caption} aria-busy={isLoading}>
      {items.map((item) => (
        <li key={keyOf(item)}>{card(item)}</li>
      ))}
    </ul>
  );
}

/** The library's older way of saying what a cell shows. */
const isCell = (shown: unknown): shown is { readonly children?: ReactNode } =>
  typeof shown === 'object' && shown !== null && 'props' in shown && !isValidElement(shown);

function cellOf<Item extends object>(column: TableColumnsType<Item>[number], item: Item): ReactNode {
  if ('children' in column) return null;
  const { dataIndex, render } = column;
  const value: unknown = typeof dataIndex === 'string' ? Reflect.get(item, dataIndex) : undefined;
  if (render === undefined) return typeof value === 'string' || typeof value === 'number' ? value : null;
  const shown = render(value, item, 0);
  return isCell(shown) ? shown.children : shown;
}

/** What the columns say of an item: the first is its name, the others follow under their titles. */
function ColumnCard<Item extends object>({
  item,
  columns,
}: Pick<Props<Item>, 'columns'> & { readonly item: Item }): ReactNode {
  const [first, ...others] = columns;
  return (
    <>
      {first !== undefined && <div className="card-name">{cellOf(first, item)}</div>}
      <dl className="card-facts">
        {others.map((column, index) => (
          // Columns never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no id of its own
          <div key={index}>
            <dt>{typeof column.title === 'function' ? null : column.title}</dt>
            <dd>{cellOf(column, item)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A list with its pages. */
export function DataTable<Item extends object>(props: Props<Item>): ReactNode {
  const { caption, pages, columns, keyOf, empty, selection, card } = props;
  const { items, isLoading, error } = pages;
  const isNarrow = useNarrow();
  const byColumns = (item: Item): ReactNode => <ColumnCard item={item} columns={columns} />;
  return (
    <>
      <ProblemAlert error={error} />
      {isNarrow && (card !== undefined || selection === undefined) ? (
        <Cards caption={caption} pages={pages} keyOf={keyOf} empty={empty} card={card ?? byColumns} />
      ) : (
        <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
          <Table<Item>
            dataSource={[...(items ?? [])]}
            columns={columns}
            rowKey={keyOf}
            loading={isLoading && items === undefined}
            locale={{ emptyText: isLoading ? '正在载入……' : empty }}
            pagination={false}
            {...(selection !== undefined && { rowSelection: selection })}
            aria-busy={isLoading}
          />
        </div>
      )}
      <PageTurner caption={caption} pages={pages} />
    </>
  );
}
