import { Link, useSearch } from '@tanstack/react-router';
import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownChange } from './calendar-types.ts';
import { ChangePreview } from './change-preview.tsx';
import { YearEditor } from './year-editor.tsx';

function Saved({ year, change }: { readonly year: number; readonly change: ShownChange }): ReactNode {
  return (
    <section className="card">
      <div role="status">
        <h2>{year}年工作日历已保存</h2>
      </div>
      <ChangePreview change={change} />
      <p>
        <Link to="/calendar" search={{ year }}>
          查看{year}年工作日历
        </Link>
      </p>
    </section>
  );
}

/** Loads a year: by file or by hand, with its consequences before it is saved. */
export function CalendarEditorPage(): ReactNode {
  const { organ } = useSession();
  const { year = yearOf(civilDateAt(new Date())) + 1 } = useSearch({ from: '/frame/calendar/edit' });
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '', year };
  const { data, error, isPlaceholderData } = useRead(
    calendarRoutes.readYear,
    { params },
    { enabled: organ !== null },
  );
  const [saved, setSaved] = useState<ShownChange | null>(null);
  return (
    <>
      <PageHeader
        title={`载入${year}年工作日历`}
        actions={
          <Link to="/calendar" search={{ year }}>
            返回工作日历
          </Link>
        }
      />
      <ProblemAlert error={error} />
      {saved !== null && <Saved year={year} change={saved} />}
      {saved === null && (data === undefined || isPlaceholderData) && error === null && <Skeleton active />}
      {saved === null && data !== undefined && !isPlaceholderData && (
        <YearEditor key={year} shown={data} params={params} onSaved={setSaved} />
      )}
    </>
  );
}
