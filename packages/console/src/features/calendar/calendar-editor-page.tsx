import { Link, useSearch } from '@tanstack/react-router';
import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownChange } from './calendar-types.ts';
import { ChangePreview } from './change-preview.tsx';
import { WaitingChange } from './waiting-change.tsx';
import { YearEditor } from './year-editor.tsx';

interface SavedChange {
  readonly change: ShownChange;
  /** Until a second person confirms it. */
  readonly waits: boolean;
}

function Saved({
  year,
  isOther,
  change,
  waits,
}: SavedChange & { readonly year: number; readonly isOther: boolean }): ReactNode {
  return (
    <section className="card">
      <div role="status">
        <h2>{waits ? `${year}年工作日历的修改已提出，等待另一人确认` : `${year}年工作日历已保存`}</h2>
      </div>
      <ChangePreview change={change} />
      {!isOther && (
        <p>
          <Link to="/calendar" search={{ year }}>
            查看{year}年工作日历
          </Link>
        </p>
      )}
    </section>
  );
}

/** Loads a year: by file or by hand, with its consequences before it is saved. */
export function CalendarEditorPage(): ReactNode {
  const { organ } = useSession();
  const {
    year = yearOf(civilDateAt(new Date())) + 1,
    regionId = organ?.regionId ?? '',
    organId = organ?.organId ?? '',
  } = useSearch({ from: '/frame/calendar/edit' });
  const params = { regionId, organId, year };
  const { data, error, isPlaceholderData } = useRead(
    calendarRoutes.readYear,
    { params },
    { enabled: organ !== null },
  );
  const [saved, setSaved] = useState<SavedChange | null>(null);
  const isOther = organId !== organ?.organId;
  const shown = saved === null && data !== undefined && !isPlaceholderData ? data : null;
  return (
    <>
      <PageHeader
        title={`载入${isOther ? (data?.organName ?? '') : ''}${year}年工作日历`}
        actions={
          <Link to="/calendar" search={{ year }}>
            返回工作日历
          </Link>
        }
      />
      <ProblemAlert error={error} />
      {saved !== null && <Saved year={year} isOther={isOther} {...saved} />}
      {saved === null && (data === undefined || isPlaceholderData) && error === null && <Loading />}
      {shown !== null && shown.proposal !== null && (
        <WaitingChange
          proposal={shown.proposal}
          params={params}
          onConfirmed={(change) => setSaved({ change, waits: false })}
        />
      )}
      {shown?.proposal === null && (
        <YearEditor
          key={`${organId} ${year}`}
          shown={shown}
          params={params}
          onSaved={(change, waits) => setSaved({ change, waits })}
        />
      )}
    </>
  );
}
