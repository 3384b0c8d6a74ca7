import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import { COVERAGE_WORDS, type CoverageState } from '@zhaoshi/domain/disclosure/item-catalog/coverage';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

type Row = RouteOutput<typeof coverageRoutes.board>['items'][number];

/** States that a county's desk looks at, worst first. */
const SHOWN: readonly CoverageState[] = ['overdue', 'gap', 'published', 'stated'];

function Count({ row, state }: { readonly row: Row; readonly state: CoverageState }): ReactNode {
  const { regionId, organId, organName, counts } = row;
  const count = counts[state];
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <Link
      to="/coverage/$regionId/$organId"
      params={{ regionId, organId }}
      search={{ state }}
      {...(state === 'overdue' && { className: 'late' })}
      aria-label={`${organName}${COVERAGE_WORDS[state]} ${count} 项`}
    >
      {count}
    </Link>
  );
}

const organLink = ({ regionId, organId, organName }: Row): ReactNode => (
  <Link to="/coverage/$regionId/$organId" params={{ regionId, organId }}>
    {organName}
  </Link>
);

function Documents({ row: { organId, organName, overdueDocuments } }: { readonly row: Row }): ReactNode {
  if (overdueDocuments === 0) return <span className="quiet">0</span>;
  return (
    <Link
      to="/documents"
      search={{ organId, stage: 'overdue' }}
      className="late"
      aria-label={`${organName}逾期未公开的文件 ${overdueDocuments} 件`}
    >
      {overdueDocuments}
    </Link>
  );
}

const columnsWords = ({ emptyColumns, staleColumns }: Row): string =>
  emptyColumns + staleColumns === 0
    ? '都有内容'
    : [
        ...(emptyColumns > 0 ? [`空白 ${emptyColumns} 个`] : []),
        ...(staleColumns > 0 ? [`超期未更新 ${staleColumns} 个`] : []),
      ].join('，');

const COLUMNS: TableColumnsType<Row> = [
  { title: '机关', width: '12rem', render: (_value, row) => organLink(row) },
  ...SHOWN.map((state) => ({
    title: COVERAGE_WORDS[state],
    width: '5.5rem',
    className: 'figures',
    render: (_value: unknown, row: Row) => <Count row={row} state={state} />,
  })),
  {
    title: '逾期未公开的文件',
    width: '7rem',
    className: 'figures',
    render: (_value, row) => <Documents row={row} />,
  },
  { title: '栏目', width: '9rem', render: (_value, row) => columnsWords(row) },
  {
    title: '下一次到期',
    width: '9.5rem',
    className: 'figures',
    render: (_value, { nextDueOn }) => (nextDueOn === null ? '—' : shownDate(nextDueOn)),
  },
];

const card = (row: Row): ReactNode => (
  <>
    {organLink(row)}
    <dl className="facts pairs">
      {SHOWN.map((state) => (
        <div key={state} className="fact">
          <dt>{COVERAGE_WORDS[state]}</dt>
          <dd>
            <Count row={row} state={state} />
          </dd>
        </div>
      ))}
      <div className="fact">
        <dt>逾期未公开的文件</dt>
        <dd>
          <Documents row={row} />
        </dd>
      </div>
    </dl>
    <p className="quiet">
      栏目：{columnsWords(row)}
      {row.nextDueOn !== null && `；下一次到期：${shownDate(row.nextDueOn)}`}
    </p>
  </>
);

/** What the organs within reach owe, have published, lack and are late with. */
export function CoverageBoardPage(): ReactNode {
  const pages = usePages(coverageRoutes.board, { query: {} });
  return (
    <>
      <PageHeader />
      <section className="card">
        <DataTable
          caption="各机关公开情况"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ organId }) => organId}
          card={card}
          empty="没有可以显示的机关。"
        />
      </section>
    </>
  );
}
