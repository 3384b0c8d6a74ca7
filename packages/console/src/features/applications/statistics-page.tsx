import { DownloadOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useDownload } from '../../app/use-download.ts';
import { useRead } from '../../app/use-route.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './register.css';
import './statistics.css';
import { Loading } from '../../ui/loading.tsx';
import { StatisticsCell } from './statistics-cell.tsx';
import { StatisticsChart } from './statistics-chart.tsx';
import { StatisticsScope } from './statistics-scope.tsx';
import { askedDays, type StatisticsSearch } from './statistics-search.ts';
import { StatisticsTable } from './statistics-table.tsx';

/** What the address asks for, as the routes take it. */
function useAsked(search: StatisticsSearch, thisYear: number) {
  const { organ } = useSession();
  const days = askedDays(search, thisYear);
  const regionId = search.regionId ?? organ?.regionId ?? '';
  const organId = search.organId ?? organ?.organId ?? '';
  return {
    days,
    params: { regionId, organId },
    query: { ...days, ...(search.below === true && { below: 'true' as const }) },
    isKnown: organId !== '',
  };
}

/** Table three counted from the cases as they are now, and the cases behind each of its figures. */
export function StatisticsPage(): ReactNode {
  const search = useSearch({ from: '/frame/applications/statistics' });
  const navigate = useNavigate();
  const thisYear = yearOf(civilDateAt(new Date()));
  const { days, params, query, isKnown } = useAsked(search, thisYear);
  const { data, error } = useRead(
    applicationStatisticsRoutes.statistics,
    { params, query },
    { enabled: isKnown },
  );
  const download = useDownload(applicationStatisticsRoutes.statisticsFile);
  const row = formTable('t3', days.form).rows.find(({ id }) => id === search.row);
  return (
    <>
      <PageHeader
        actions={
          <Button
            icon={<DownloadOutlined aria-hidden />}
            loading={download.isPending}
            disabled={data === undefined}
            onClick={() => download.mutate({ params, query })}
          >
            下载表三
          </Button>
        }
      />
      <section className="card">
        <StatisticsScope
          search={search}
          thisYear={thisYear}
          onSearch={(next) => void navigate({ to: '/applications/statistics', search: next })}
        />
        <ProblemAlert error={error ?? download.error} />
        {data === undefined ? (
          error === null && <Loading rows={12} />
        ) : (
          <>
            <p className="quiet" role="status">
              {data.organs === 1 ? '' : `${data.organs} 个机关，`}
              {days.from} 至 {days.to}；点数字查看所计的案件。
            </p>
            <StatisticsTable
              form={days.form}
              figures={data.figures}
              search={search}
              caption="收到和处理政府信息公开申请情况"
            />
          </>
        )}
      </section>
      {row !== undefined && search.column !== undefined && isKnown && (
        <StatisticsCell
          params={params}
          query={query}
          search={search}
          row={row.id as `t3.${string}`}
          column={search.column}
        />
      )}
      {data !== undefined && <StatisticsChart months={data.months} />}
    </>
  );
}
