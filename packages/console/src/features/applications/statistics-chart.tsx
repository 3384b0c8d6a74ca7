import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import {
  RESULT_GROUP_NAMES,
  RESULT_GROUPS,
  type ResultGroup,
} from '@zhaoshi/domain/application/result-groups';
import type { ReactNode } from 'react';

type Month = RouteOutput<typeof applicationStatisticsRoutes.statistics>['months'][number];

const HEIGHT = 160;
const BAR = 18;
const STEP = 52;
const LEFT = 36;
const BASE = HEIGHT + 12;

/** Told apart by lightness and by pattern, not by colour alone; the table below has every figure. */
const FILLS: Readonly<Record<ResultGroup, string>> = {
  granted: '#0b4f9e',
  partiallyGranted: '#5b93d6',
  refused: '#8a3b12',
  unavailable: '#d08a4e',
  notProcessed: '#5b626d',
  otherHandling: '#b9c0ca',
};

const resultsOf = ({ results }: Month, group: ResultGroup): number => results[group] ?? 0;
const concluded = (month: Month): number =>
  RESULT_GROUP_NAMES.reduce((sum, group) => sum + resultsOf(month, group), 0);

const monthName = (month: string): string => `${Number(month.slice(5))}月`;

/** One month: what was received, and beside it how cases ended, on top of one another. */
function Bars({
  month,
  place,
  most,
}: {
  readonly month: Month;
  readonly place: number;
  readonly most: number;
}) {
  const x = LEFT + place * STEP;
  const high = (figure: number): number => (figure / most) * HEIGHT;
  let y = BASE;
  return (
    <g>
      <rect
        x={x}
        y={BASE - high(month.received)}
        width={BAR}
        height={high(month.received)}
        className="chart-received"
      />
      {RESULT_GROUP_NAMES.map((group) => {
        const height = high(resultsOf(month, group));
        y -= height;
        return <rect key={group} x={x + BAR + 2} y={y} width={BAR} height={height} fill={FILLS[group]} />;
      })}
      <text x={x + BAR} y={BASE + 16} textAnchor="middle">
        {monthName(month.month)}
      </text>
    </g>
  );
}

function Legend(): ReactNode {
  return (
    <ul className="chart-legend" aria-hidden>
      <li>
        <span className="chart-key chart-received-key" />
        收到
      </li>
      {RESULT_GROUP_NAMES.map((group) => (
        <li key={group}>
          <span className="chart-key" style={{ background: FILLS[group] }} />
          {RESULT_GROUPS[group]}
        </li>
      ))}
    </ul>
  );
}

function MonthsTable({ months }: { readonly months: readonly Month[] }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label="各月件数" tabIndex={0}>
      <table className="months figures">
        <caption>各月收到和办结的件数</caption>
        <thead>
          <tr>
            <th scope="col">月份</th>
            <th scope="col">收到</th>
            {RESULT_GROUP_NAMES.map((group) => (
              <th key={group} scope="col">
                {RESULT_GROUPS[group]}
              </th>
            ))}
            <th scope="col">办结合计</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{month.month}</th>
              <td>{month.received}</td>
              {RESULT_GROUP_NAMES.map((group) => (
                <td key={group}>{resultsOf(month, group)}</td>
              ))}
              <td>{concluded(month)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A picture is of use for a year or two; longer periods have their table alone. */
const MOST_MONTHS = 24;

/** Applications month by month: a picture, and the same as a table. */
export function StatisticsChart({ months }: { readonly months: readonly Month[] }): ReactNode {
  const most = Math.max(1, ...months.map((month) => Math.max(month.received, concluded(month))));
  const width = LEFT + months.length * STEP;
  const received = months.reduce((sum, month) => sum + month.received, 0);
  const ended = months.reduce((sum, month) => sum + concluded(month), 0);
  return (
    <section className="card" aria-labelledby="statistics-months">
      <h2 id="statistics-months">各月情况</h2>
      {months.length <= MOST_MONTHS && (
        <>
          <div className="table-scroll" role="region" aria-label="各月情况图" tabIndex={0}>
            <svg
              className="chart"
              viewBox={`0 0 ${width} ${BASE + 24}`}
              style={{ minWidth: `${width}px`, maxWidth: `${width * 1.4}px` }}
              role="img"
              aria-label={`各月收到和办结的件数图：共收到${received}件，办结${ended}件；各月数字见下表。`}
            >
              <line x1={LEFT - 8} x2={width} y1={BASE} y2={BASE} className="chart-base" />
              <text x={LEFT - 12} y={BASE - HEIGHT + 4} textAnchor="end">
                {most}
              </text>
              <text x={LEFT - 12} y={BASE + 4} textAnchor="end">
                0
              </text>
              {months.map((month, place) => (
                <Bars key={month.month} month={month} place={place} most={most} />
              ))}
            </svg>
          </div>
          <Legend />
        </>
      )}
      <details>
        <summary>各月数字</summary>
        <MonthsTable months={months} />
      </details>
    </section>
  );
}
