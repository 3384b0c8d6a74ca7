import { Link } from '@tanstack/react-router';
import { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { BOARD_STATE_IDS, BOARD_STATES } from '@zhaoshi/domain/annual-report/work/board';
import { type ReactNode, useId } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** How many units of a region stand where with their reports of a year; each tile opens the board at them. */
export function StatesCard({
  regionId,
  year,
}: {
  readonly regionId: string;
  readonly year: number;
}): ReactNode {
  const id = useId();
  const { data, error } = useRead(annualReportBoardRoutes.read, { params: { regionId, reportYear: year } });
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{year}年度各单位的报送情况</h2>
        <Link to="/annual-reports/board" search={{ regionId, year }}>
          每个单位一块的图和表
        </Link>
      </div>
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && !data.hasList && <p>还没有{year}年度的报送单位名单。</p>}
      {data?.hasList === true && (
        <ul className="state-tiles" aria-label="各状态的单位数">
          {BOARD_STATE_IDS.map((state) => {
            const count = data.units.filter((unit) => unit.state === state).length;
            return (
              <li key={state}>
                <Link to="/annual-reports/board" search={{ regionId, year, view: state }}>
                  <strong>{count}</strong>
                  <span>{BOARD_STATES[state]}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
