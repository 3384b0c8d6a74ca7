import { useNavigate } from '@tanstack/react-router';
import { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import { cellId, type TableThreeColumn } from '@zhaoshi/domain/annual-report/ids';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { RegisterCard, registerColumns } from './register-list.tsx';
import { type StatisticsSearch, withoutCell } from './statistics-search.ts';

interface Props {
  readonly params: { readonly regionId: string; readonly organId: string };
  readonly query: {
    readonly from: string;
    readonly to: string;
    readonly form: '2019' | '2021';
    readonly below?: 'true';
  };
  readonly search: StatisticsSearch;
  readonly row: `t3.${string}`;
  readonly column: TableThreeColumn;
}

/** The cases that a cell counts. */
export function StatisticsCell({ params, query, search, row, column }: Props): ReactNode {
  const { organ } = useSession();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
    heading.current?.focus();
  }, [row, column]);
  const pages = usePages(applicationStatisticsRoutes.cellCases, { params, query: { ...query, row, column } });
  const name = cellName(cellId(row, column));
  return (
    <section className="card register" aria-labelledby="statistics-cell">
      <div className="statistics-cell-head">
        <h2 id="statistics-cell" ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <Button
          onClick={() => void navigate({ to: '/applications/statistics', search: withoutCell(search) })}
        >
          收起
        </Button>
      </div>
      <DataTable
        caption={`${name}的案件`}
        pages={pages}
        columns={registerColumns({
          outcomes: true,
          organs: pages.items?.some(({ organId }) => organId !== organ?.organId) ?? false,
        })}
        keyOf={({ applicationId }) => applicationId}
        empty="这一格没有案件。"
        card={(one) => <RegisterCard row={one} select={null} />}
      />
    </section>
  );
}
