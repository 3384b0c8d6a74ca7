import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { Select, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usualYear, yearOptions } from './figures.ts';

type Row = RouteOutput<typeof statisticsRoutes.board>['items'][number];

const COUNTS = [
  { name: 'entered', title: '已填报' },
  { name: 'awaiting', title: '待签核' },
  { name: 'missing', title: '未填报' },
] as const;

function OrganLink({ row, year }: { readonly row: Row; readonly year: number }): ReactNode {
  const { regionId, organId, organName } = row;
  return (
    <Link to="/statistics/$regionId/$organId" params={{ regionId, organId }} search={{ year }}>
      {organName}
    </Link>
  );
}

/** How far the organs within reach have come with the figures of a year. */
export function StatisticsBoardPage(): ReactNode {
  const { year = usualYear() } = useSearch({ from: '/frame/statistics' });
  const navigate = useNavigate();
  const pages = usePages(statisticsRoutes.board, { query: { year } });
  const columns: TableColumnsType<Row> = [
    { title: '机关', render: (_value, row) => <OrganLink row={row} year={year} /> },
    ...COUNTS.map(({ name, title }) => ({
      title,
      width: '9rem',
      className: 'figures',
      render: (_value: unknown, { counts }: Row) => `${counts[name]} 个`,
    })),
  ];
  return (
    <>
      <PageHeader
        actions={
          <Select
            className="short-picker"
            aria-label="年度"
            value={year}
            options={yearOptions()}
            onChange={(chosen: number) => void navigate({ to: '/statistics', search: { year: chosen } })}
          />
        }
      />
      <section className="card">
        <DataTable
          caption={`各机关${year}年统计数据`}
          pages={pages}
          columns={columns}
          keyOf={({ organId }) => organId}
          empty="没有可以显示的机关。"
          card={(row) => (
            <>
              <OrganLink row={row} year={year} />
              <p className="quiet">
                {COUNTS.map(({ name, title }) => `${title} ${row.counts[name]} 个`).join('，')}
              </p>
            </>
          )}
        />
      </section>
    </>
  );
}
