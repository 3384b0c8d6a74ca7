import { dayWords } from '@zhaoshi/domain/calendar/day-words';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate, weekdayName } from '../../app/moments.ts';
import type { ShownChange } from './calendar-types.ts';

function Days({ days }: { readonly days: ShownChange['days'] }): ReactNode {
  if (days.length === 0) return <p>没有日期变动。</p>;
  return (
    <div className="table-scroll" role="region" aria-label="变动的日期" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">现在</th>
            <th scope="col">保存后</th>
            <th scope="col">对期限</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ before, after }) => (
            <tr key={after.date}>
              <th scope="row" className="figures">
                {shownDate(after.date)}（{weekdayName(after.date)}）
              </th>
              <td>{dayWords(before)}</td>
              <td>{dayWords(after)}</td>
              <td>
                {before.working === after.working ? (
                  <span className="quiet">没有影响</span>
                ) : (
                  <Tag color={after.working ? 'warning' : 'processing'}>
                    {after.working ? '改为计入' : '改为不计'}
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Deadlines({ change: { openDeadlines, moved, movedUnlisted } }: { change: ShownChange }): ReactNode {
  if (openDeadlines === 0) return <p>本机关和下级机关没有未结的期限。</p>;
  const all = moved.length + movedUnlisted;
  if (all === 0) return <p>本机关和下级机关的 {openDeadlines} 个未结期限都不移动。</p>;
  return (
    <>
      <p>
        本机关和下级机关的 {openDeadlines} 个未结期限中，<b>{all} 个移动</b>
        {movedUnlisted > 0 && `（列出前 ${moved.length} 个）`}：
      </p>
      <div className="table-scroll" role="region" aria-label="移动的期限" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">机关</th>
              <th scope="col">事项</th>
              <th scope="col">现在的期限</th>
              <th scope="col">保存后</th>
              <th scope="col">变化</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ deadlineId, organName, kind, subject, before, after }) => (
              <tr key={deadlineId}>
                <th scope="row">{organName}</th>
                <td>
                  {kind}
                  <small className="under quiet">{subject}</small>
                </td>
                <td className="figures">{shownDate(before)}</td>
                <td className="figures">{shownDate(after)}</td>
                <td>{after > before ? '推后' : <b className="late">提前</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Which days change, and which running periods end on another day. */
export function ChangePreview({ change }: { readonly change: ShownChange }): ReactNode {
  const effective = change.days.filter(({ before, after }) => before.working !== after.working).length;
  return (
    <>
      <h3>
        日期：变动 {change.days.length} 天，其中 {effective} 天影响期限
      </h3>
      <Days days={change.days} />
      <h3>未结期限</h3>
      <Deadlines change={change} />
    </>
  );
}
