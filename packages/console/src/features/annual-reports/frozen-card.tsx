import { compareTyped, ofKeptRegisters } from '@zhaoshi/domain/annual-report/live/compare-typed';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { cellsOf, type ShownReport } from './shown-report.ts';

interface Props {
  readonly shown: ShownReport;
}

/** Figures of the frozen report beside what registers, or members, say now. */
function Differences({ shown }: Props): ReactNode {
  const { formVersion, cells, counted, reportScope } = shown;
  const tableForms = { t2: formVersion, t3: formVersion, t4: formVersion };
  const isRegion = reportScope === 'regionGovernment';
  const beside = isRegion ? counted : ofKeptRegisters(counted);
  const differing = compareTyped({ tableForms, cells: cellsOf(cells) }, beside).filter(
    ({ difference }) => difference !== null && difference !== 0,
  );
  const now = isRegion ? '现在的汇总' : '现在的台账';
  if (!isRegion && Object.keys(beside).length === 0) return <p>这一年没有台账，不作比对。</p>;
  if (differing.length === 0) return <p>封存的数字与{now}一致。</p>;
  return (
    <>
      <p>
        有 {differing.length} 格与{now}不一致。封存的数字不会跟着变；需要改的，退回或者发起更正。
      </p>
      <div className="table-scroll" role="region" aria-label={`封存的数字与${now}的不同`} tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">单元格</th>
              <th scope="col">封存的数字</th>
              <th scope="col">{now}</th>
              <th scope="col">相差</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ cell, name, typed, counted: count, difference }) => (
              <tr key={cell}>
                <th scope="row">{name}</th>
                <td className="figures">{typed}</td>
                <td className="figures">{count}</td>
                <td className="figures">{difference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What was frozen: by which hash it is known, and what has changed in the registers since. */
export function FrozenCard({ shown }: Props): ReactNode {
  const { status, frozenSha256, submissions } = shown;
  if (isEditable(status) && submissions.length === 0) return null;
  const current = submissions.find(({ contentSha256 }) => contentSha256 === frozenSha256);
  return (
    <section className="card" aria-labelledby="report-frozen">
      <h2 id="report-frozen">封存的数据</h2>
      {!isEditable(status) && (
        <>
          <p>
            内容校验值（SHA-256）：<code className="hash">{frozenSha256}</code>
          </p>
          {current !== undefined && (
            <p>
              数字校验值：<code className="hash">{current.cellsSha256}</code>
              <span className="quiet">（网页和各种格式的文件上都是这一个）</span>
            </p>
          )}
          <Differences shown={shown} />
        </>
      )}
      {submissions.length > 0 && (
        <details>
          <summary>历次封存（{submissions.length}）</summary>
          <ul className="rows">
            {submissions.map(({ submission, edition, origin, madeAt, contentSha256 }) => (
              <li key={submission}>
                <span>
                  第 {submission} 次（第 {edition} 版{origin === 'file' && '，录入的文件'}）
                  <small className="quiet">{shownMoment(madeAt)}</small>
                </span>
                <code className="hash">{contentSha256}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
