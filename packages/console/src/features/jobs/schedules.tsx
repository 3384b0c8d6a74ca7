import { jobRoutes } from '@zhaoshi/contract/routes/jobs';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** Work that runs by the clock, and when next. */
export function Schedules(): ReactNode {
  const { data, error } = useRead(jobRoutes.schedules, {});
  return (
    <section className="card">
      <h2>定时任务</h2>
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <div className="table-scroll" role="region" aria-label="定时任务" tabIndex={0}>
          <table className="plain stacked">
            <thead>
              <tr>
                <th scope="col">任务</th>
                <th scope="col">上次执行</th>
                <th scope="col">下次执行</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ name, title, lastAt, nextAt }) => (
                <tr key={name}>
                  <th scope="row">{title}</th>
                  <td className="figures" data-title="上次执行">
                    {lastAt === null ? '还没有执行过' : shownMoment(lastAt)}
                  </td>
                  <td className="figures" data-title="下次执行">
                    {shownMoment(nextAt)}
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
