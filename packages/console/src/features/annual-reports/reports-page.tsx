import { Link, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { isEditable, REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Tag } from 'antd';
import { type ReactNode, useId } from 'react';
import { daysUntil, shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { dueWords, STATUS_COLORS } from './report-words.ts';
import './report.css';

type ShownYears = RouteOutput<typeof annualReportRoutes.years>;
type ShownYear = ShownYears['years'][number];

interface Organ {
  readonly regionId: string;
  readonly organId: string;
}

/** Of older years that nobody began here the report was made elsewhere, as far as this page can know. */
const isWaited = ({ status, reportYear, edition }: ShownYear, running: number): boolean =>
  status === null ? reportYear >= running - 1 : edition === 1 && isEditable(status);

interface YearProps {
  readonly year: ShownYear;
  readonly running: number;
}

function Due({ year, running }: YearProps): ReactNode {
  const { dueOn } = year;
  if (dueOn === null) return null;
  const { words, isLate } = dueWords(daysUntil(dueOn, new Date()));
  return (
    <>
      {shownDate(dueOn)}
      {isWaited(year, running) && ' '}
      {isWaited(year, running) && <small className={isLate ? 'late' : 'quiet'}>{words}</small>}
    </>
  );
}

const Status = ({ year: { status } }: Pick<YearProps, 'year'>): ReactNode =>
  status === null ? (
    <span className="quiet">没有开始编写</span>
  ) : (
    <Tag color={STATUS_COLORS[status]}>{REPORT_STATUSES[status]}</Tag>
  );

const foundWords = ({ status, blocks, warnings, isCopyOff }: ShownYear): string => {
  if (status === null) return '—';
  if (isCopyOff) return '网上的内容与封存的数据不一致，请打开核对';
  if (blocks === null || warnings === null) return '打开时校验';
  return blocks + warnings === 0 ? '没有问题' : `${blocks} 处错误，${warnings} 处须说明`;
};

/** The years of one organ, the running one first. */
function Years({ organ }: { readonly organ: Organ }): ReactNode {
  const { data, error } = useRead(annualReportRoutes.years, { params: organ });
  const headingId = useId();
  const running = yearOf(civilDateAt(new Date()));
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  return (
    <>
      <section className="card report-years" aria-labelledby={headingId}>
        <h2 id={headingId}>{data.organName}</h2>
        <table className="plain stacked">
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">状态</th>
              <th scope="col">报送和公布的期限</th>
              <th scope="col">校验</th>
            </tr>
          </thead>
          <tbody>
            {data.years.map((year) => (
              <tr key={year.reportYear}>
                <th scope="row">
                  <Link
                    to="/annual-reports/$regionId/$organId/$year"
                    params={{ ...organ, year: String(year.reportYear) }}
                  >
                    {year.reportYear}年{year.reportYear === running && '（如果今天年终）'}
                  </Link>
                </th>
                <td data-title="状态">
                  <span>
                    <Status year={year} />
                    {year.edition > 1 && `第 ${year.edition} 版`}
                  </span>
                </td>
                <td data-title="期限">
                  <span className="due">
                    <Due year={year} running={running} />
                  </span>
                </td>
                <td data-title="校验">{foundWords(year)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {data.government !== null && (
        <Years organ={{ regionId: data.government.regionId, organId: data.government.organId }} />
      )}
    </>
  );
}

/** The annual reports of an organ, and of the government that it serves. */
export function ReportsPage(): ReactNode {
  const search = useSearch({ from: '/frame/annual-reports' });
  const { organ, abilities } = useSession();
  const regionId = search.regionId ?? organ?.regionId;
  const organId = search.organId ?? organ?.organId;
  return (
    <>
      <PageHeader
        actions={abilities.includes('report.receive') && <Link to="/annual-reports/board">年报报送情况</Link>}
      />
      {regionId === undefined || organId === undefined ? (
        <p>您还没有所属的机关，请联系系统管理员。</p>
      ) : (
        <Years key={organId} organ={{ regionId, organId }} />
      )}
    </>
  );
}
