import { Link } from '@tanstack/react-router';
import { REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { Switch, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { STATUS_COLORS } from './report-words.ts';
import type { ShownReport } from './shown-report.ts';

interface Props {
  readonly shown: ShownReport;
}

/** The units whose reports make the sum, and how far each has come. */
export function MembersCard({ shown }: Props): ReactNode {
  const { members, reportYear } = shown;
  const [isOpenOnly, setOpenOnly] = useState(false);
  if (shown.reportScope !== 'regionGovernment') return null;
  const counted = members.filter(({ isCounted }) => isCounted).length;
  const listed = isOpenOnly ? members.filter(({ isCounted }) => !isCounted) : members;
  return (
    <section className="card" aria-labelledby="report-members">
      <div className="card-head">
        <h2 id="report-members">报送单位</h2>
        <label className="members-filter">
          <Switch size="small" checked={isOpenOnly} onChange={setOpenOnly} aria-label="只看没有计入的" />{' '}
          只看没有计入的
        </label>
      </div>
      <p>
        共 {members.length} 个单位，{counted} 个已计入汇总
        {counted < members.length && <span className="late">，缺 {members.length - counted} 个</span>}。
      </p>
      {members.length === 0 && (
        <p className="quiet">这一年还没有报送单位名单；请先在“年报报送单位”里确定名单。</p>
      )}
      <div className="table-scroll report-members" role="region" aria-label="各报送单位的状态" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">状态</th>
              <th scope="col">汇总</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ regionId, organId, name, status, isCounted }) => (
              <tr key={organId}>
                <th scope="row">
                  <Link
                    to="/annual-reports/$regionId/$organId/$year"
                    params={{ regionId, organId, year: String(reportYear) }}
                  >
                    {name}
                  </Link>
                </th>
                <td>
                  {status === null ? (
                    <span className="quiet">没有开始编写</span>
                  ) : (
                    <Tag color={STATUS_COLORS[status]}>{REPORT_STATUSES[status]}</Tag>
                  )}
                </td>
                <td>{isCounted ? '已计入' : '没有计入'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
