import { Link } from '@tanstack/react-router';
import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { WORK_KINDS } from '@zhaoshi/domain/work-register/work-kinds';
import { type ReactNode, useId } from 'react';
import { useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly year: number;
}

/** What the year came to; each figure opens the records that it counts. */
export function TotalsCard({ organ, year }: Props): ReactNode {
  const headingId = useId();
  const { data, error } = useRead(workRecordRoutes.totals, { params: organ, query: { year } });
  const figure = (
    kind: NonNullable<typeof data>['kinds'][number]['kind'],
    state: 'done' | 'open' | 'overdue',
    count: number,
  ): ReactNode => (
    <Link to="/work-records" search={{ kind, year, state, organId: organ.organId }}>
      {count}
    </Link>
  );
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{year}年合计</h2>
      <ProblemAlert error={error} />
      {data !== undefined && (
        <div className="table-scroll" role="region" aria-label="各类工作的合计表" tabIndex={0}>
          <table className="plain work-totals">
            <thead>
              <tr>
                <th scope="col">类别</th>
                <th scope="col">已完成</th>
                <th scope="col">未完成</th>
                <th scope="col">其中逾期</th>
                <th scope="col">参加人次</th>
                <th scope="col">学时</th>
              </tr>
            </thead>
            <tbody>
              {data.kinds.map(({ kind, done, open, overdue, persons, hours }) => (
                <tr key={kind}>
                  <th scope="row">{WORK_KINDS[kind].title}</th>
                  <td>{figure(kind, 'done', done)}</td>
                  <td>{figure(kind, 'open', open)}</td>
                  <td>{figure(kind, 'overdue', overdue)}</td>
                  <td>{'persons' in WORK_KINDS[kind].fields ? persons : '—'}</td>
                  <td>{'hours' in WORK_KINDS[kind].fields ? hours : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
