import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownYear, YearSummary } from './calendar-types.ts';
import { YearMonths } from './year-months.tsx';

const STATUS = {
  official: <Tag color="success">正式</Tag>,
  provisional: <Tag color="warning">暂定</Tag>,
} as const;

function Notices({ notices }: { readonly notices: YearSummary['notices'] }): ReactNode {
  if (notices.length === 0) return <>通知还没有载入，按放假办法写明的日期计算</>;
  return (
    <ul className="plain-list">
      {notices.map(({ number, publishedOn, source }) => (
        <li key={number}>
          {/^https?:/.test(source) ? (
            <a href={source} target="_blank" rel="noreferrer">
              {number}
              <span className="for-readers">（在新窗口打开原文）</span>
            </a>
          ) : (
            `${number}（${source}）`
          )}
          <span className="quiet">，{shownDate(publishedOn)}公布</span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ year }: { readonly year: ShownYear }): ReactNode {
  const { notices, loadedBy, regionalHolidays } = year;
  return (
    <dl className="facts">
      <dt>依据的通知</dt>
      <dd>
        <Notices notices={notices} />
      </dd>
      <dt>载入</dt>
      <dd>{loadedBy === null ? '随系统提供' : `${loadedBy.name}，${shownMoment(loadedBy.loadedAt)}载入`}</dd>
      {regionalHolidays.length > 0 && (
        <>
          <dt>地方放假</dt>
          <dd>
            <ul className="plain-list">
              {regionalHolidays.map(({ date, name, source }) => (
                <li key={date}>
                  {shownDate(date)} {name}
                  <span className="quiet">，{source}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The years that are known, and the one after them, which somebody has to load some day. */
function Years({ years, shown }: { readonly years: readonly YearSummary[]; shown: number }): ReactNode {
  const following = Math.max(...years.map(({ year }) => year)) + 1;
  return (
    <nav className="years" aria-label="年度">
      <ul>
        {years.map(({ year, status }) => (
          <li key={year}>
            <Link to="/calendar" search={{ year }} aria-current={year === shown ? 'page' : undefined}>
              {year}
              {status === 'provisional' && <small>暂定</small>}
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/calendar"
            search={{ year: following }}
            aria-current={following === shown ? 'page' : undefined}
          >
            {following}
            <small>未载入</small>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function YearCard({ year }: { readonly year: ShownYear }): ReactNode {
  const navigate = useNavigate();
  return (
    <section className="card">
      <div className="card-head">
        <h2>
          {year.year}年 {STATUS[year.status]}
          <span className="quiet">全年工作日 {year.workingDays} 天</span>
        </h2>
        <AbilityButton
          needs="calendar.edit"
          abilities={year.abilities}
          onClick={() => void navigate({ to: '/calendar/edit', search: { year: year.year } })}
        >
          {year.notices.length === 0 ? '载入通知' : '修改'}
        </AbilityButton>
      </div>
      {year.proposal !== null && (
        <p>
          <Tag color="warning">等待确认</Tag>
          {year.proposal.proposedBy}提出的修改由另一人确认后生效，下面还是现在的日历。
        </p>
      )}
      <Facts year={year} />
      <YearMonths days={year.days} />
    </section>
  );
}

/** The working calendar of the organ one acts in, year by year. */
export function CalendarPage(): ReactNode {
  const { organ } = useSession();
  const { year = yearOf(civilDateAt(new Date())) } = useSearch({ from: '/frame/calendar' });
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const enabled = organ !== null;
  const { data: list, error } = useRead(calendarRoutes.listYears, { params }, { enabled });
  const read = useRead(calendarRoutes.readYear, { params: { ...params, year } }, { enabled });
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error ?? read.error} />
      {list !== undefined && <Years years={list.years} shown={year} />}
      {read.data === undefined && read.error === null && <Loading />}
      {read.data !== undefined && read.error === null && (
        <div aria-busy={read.isPlaceholderData}>
          <YearCard year={read.data} />
        </div>
      )}
    </>
  );
}
