import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { Pages } from '../app/use-pages.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface Props<Item extends object> {
  /** What the table lists, for people who hear it. */
  readonly caption: string;
  readonly pages: Pages<Item>;
  readonly columns: TableColumnsType<Item>;
  readonly keyOf: (item: Item) => string;
  /** What an empty list means here and what to do. */
  readonly empty: ReactNode;
}

/** A list with its pages; scrolls sideways in itself on a narrow screen. */
export function DataTable<Item extends object>({
  caption,
  pages,
  columns,
  keyOf,
  empty,
}: Props<Item>): ReactNode {
  const { items, page, isLoading, error, previous, next } = pages;
  return (
    <>
      <ProblemAlert error={error} />
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <Table<Item>
          dataSource={[...(items ?? [])]}
          columns={columns}
          rowKey={keyOf}
          loading={isLoading && items === undefined}
          locale={{ emptyText: isLoading ? '正在载入……' : empty }}
          pagination={false}
          aria-busy={isLoading}
        />
      </div>
      {(previous !== null || next !== null) && (
        <nav className="pages" aria-label={`${caption}翻页`}>
          <Button disabled={previous === null} onClick={() => previous?.()}>
            上一页
          </Button>
          <span aria-live="polite">第 {page} 页</span>
          <Button disabled={next === null} onClick={() => next?.()}>
            下一页
          </Button>
        </nav>
      )}
    </>
  );
}
