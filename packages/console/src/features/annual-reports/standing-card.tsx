import { Link } from '@tanstack/react-router';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import { daysUntil, shownDate } from '../../app/moments.ts';
import { keyed } from '../../ui/keyed.ts';
import { dueWords, NEXT_STEPS, STATUS_COLORS } from './report-words.ts';
import type { ShownReport } from './shown-report.ts';

interface Props {
  readonly shown: ShownReport;
}

/** The last day; of a report that was handed on, no longer how many days are left. */
function Due({ shown: { dueOn, dueBasis, status, edition } }: Props): ReactNode {
  if (dueOn === null) return null;
  const { words, isLate } = dueWords(daysUntil(dueOn, new Date()));
  // Of a restatement the report itself was handed in long ago.
  const isWaiting =
    edition === 1 && (status === 'drafting' || status === 'returned' || status === 'inSignature');
  return (
    <p>
      {shownDate(dueOn)}前报送和公布
      {isWaiting && <span className={isLate ? 'late' : undefined}>，{words}</span>}
      {dueBasis !== null && <span className="quiet">（{dueBasis}）</span>}
    </p>
  );
}

/** What the supervisor marked when the report was last returned. */
function Returned({ shown: { returned, status } }: Props): ReactNode {
  if (returned === null || status !== 'returned') return null;
  const { cells, passages } = returned;
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title="主管部门退回更正"
      description={
        <>
          <p>理由见“办理经过”。修改标明的地方以后，重新提请签发。</p>
          {cells.length > 0 && <p>单元格：{cells.map((cell) => cellName(cell as CellId)).join('、')}</p>}
          {passages.length > 0 && <ul>{keyed(passages.map((passage) => <li>{passage}</li>))}</ul>}
        </>
      }
    />
  );
}

/** What the figures of a year are that is not over: a government's come with its units' reports, after the year. */
function Running({ shown: { reportYear, reportScope, regionId, organId } }: Props): ReactNode {
  if (reportScope !== 'regionGovernment') {
    return (
      <p className="consequence">
        {reportYear}年还没有结束：下面是“如果今天年终”的数字，随台账变化。可以先写、先校验、先预演。
      </p>
    );
  }
  return (
    <p className="consequence linked">
      {reportYear}
      年还没有结束：本级政府的报告由各单位报送的数字汇总，年度结束、各单位报送以后才有。各单位现在的合计见下面的“如果今天截止”，历年的对照见{' '}
      <Link to="/annual-reports/analysis" search={{ regionId, organId }}>
        年报数据分析
      </Link>
      。文字可以先写。
    </p>
  );
}

/** Where the report stands, until when it is due, and what comes next. */
export function StandingCard({ shown }: Props): ReactNode {
  const { status, edition, reportYear, formVersion, publicPath } = shown;
  const isRunning = reportYear >= yearOf(civilDateAt(new Date()));
  return (
    <>
      <Returned shown={shown} />
      <section className="card" aria-label="现在的状态">
        <p className="report-state">
          <Tag color={STATUS_COLORS[status]}>{REPORT_STATUSES[status]}</Tag>
          {edition > 1 && <Tag>第 {edition} 版（更正重报）</Tag>}
          <span className="quiet">{formVersion === '2021' ? '2021年格式' : '2019年格式'}</span>
        </p>
        <Due shown={shown} />
        {isRunning && <Running shown={shown} />}
        <p>接下来：{NEXT_STEPS[status]}</p>
        {publicPath !== null && (
          <p>
            <a href={publicPath} target="_blank" rel="noopener noreferrer">
              看公开的页面
            </a>
          </p>
        )}
      </section>
    </>
  );
}
