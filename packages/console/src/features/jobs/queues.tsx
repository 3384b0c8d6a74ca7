import { jobRoutes } from '@zhaoshi/contract/routes/jobs';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface CountProps {
  readonly title: string;
  readonly count: number;
  readonly isLate?: boolean;
}

function Count({ title, count, isLate = false }: CountProps): ReactNode {
  const className = `figures${count === 0 ? ' none' : ''}${isLate ? ' late' : ''}`;
  return (
    <td className={className} data-title={title}>
      {count}
    </td>
  );
}

/** How many jobs of each kind wait, run and failed. */
export function Queues(): ReactNode {
  const { data, error } = useRead(jobRoutes.queues, {});
  return (
    <section className="card">
      <h2>各类任务</h2>
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <div className="table-scroll" role="region" aria-label="各类任务的数量" tabIndex={0}>
          <table className="plain stacked">
            <thead>
              <tr>
                <th scope="col">任务</th>
                <th scope="col">等待执行</th>
                <th scope="col">等待重试或未到时间</th>
                <th scope="col">正在执行</th>
                <th scope="col">需要处理</th>
                <th scope="col">等待最久的排队于</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ kind, title, waiting, deferred, active, failed, oldestWaitingSince }) => (
                <tr key={kind}>
                  <th scope="row">{title}</th>
                  <Count title="等待执行" count={waiting} />
                  <Count title="等待重试或未到时间" count={deferred} />
                  <Count title="正在执行" count={active} />
                  <Count title="需要处理" count={failed} isLate={failed > 0} />
                  <td
                    className={oldestWaitingSince === null ? 'none' : 'figures'}
                    data-title="等待最久的排队于"
                  >
                    {oldestWaitingSince === null ? '—' : shownMoment(oldestWaitingSince)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
