import { Button, Table, type TableColumnsType, type TableProps } from 'antd';
import type { ReactNode } from 'react';
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
  /** The item on a screen too narrow for the table; without it the table scrolls sideways in itself. */
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

/** A list with its pages. */
export function DataTable<Item extends object>(props: Props<Item>): ReactNode {
  const { caption, pages, columns, keyOf, empty, selection, card } = props;
  const { items, isLoading, error } = pages;
  const isNarrow = useNarrow();
  return (
    <>
      <ProblemAlert error={error} />
      {isNarrow && card !== undefined ? (
        <Cards caption={caption} pages={pages} keyOf={keyOf} empty={empty} card={card} />
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
