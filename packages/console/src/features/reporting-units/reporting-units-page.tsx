import { Link, useSearch } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { ReactNode } from 'react';
import { CallProblem } from '../../app/problem.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StartList } from './start-list.tsx';
import { UnitList } from './unit-list.tsx';
import { yearsToChoose } from './unit-values.ts';

/** The government's name, where the page was opened from it. */
function useGovernmentName(regionId: string | undefined, organId: string | undefined): string | undefined {
  const { data } = useRead(
    organRoutes.read,
    { params: { regionId: regionId ?? '', organId: organId ?? '' } },
    { enabled: regionId !== undefined && organId !== undefined },
  );
  return data?.organId === organId ? data?.name : undefined;
}

interface YearsProps {
  readonly years: readonly { readonly reportYear: number; readonly included: number }[];
  readonly choices: readonly number[];
  readonly chosen: number;
}

function Years({ years, choices, chosen }: YearsProps): ReactNode {
  const search = useSearch({ from: '/frame/reporting-units' });
  return (
    <nav className="years" aria-label="报告年度">
      <ul>
        {choices.map((year) => {
          const list = years.find(({ reportYear }) => reportYear === year);
          return (
            <li key={year}>
              <Link
                to="/reporting-units"
                search={{ ...search, year }}
                activeOptions={{ includeSearch: true }}
                {...(year === chosen && { 'aria-current': 'page' as const })}
              >
                {year} 年度
                <small>{list === undefined ? '未建立' : `${list.included} 个单位`}</small>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Which units send in an annual report, year by year. */
export function ReportingUnitsPage(): ReactNode {
  const { organ } = useSession();
  const search = useSearch({ from: '/frame/reporting-units' });
  const regionId = search.regionId ?? organ?.regionId ?? '';
  const government = useGovernmentName(search.regionId, search.organId);
  const { data, error } = useRead(reportingUnitRoutes.listYears, { params: { regionId } });
  const thisYear = yearOf(civilDateAt(new Date()));
  const choices = yearsToChoose(data?.years.map(({ reportYear }) => reportYear) ?? [], thisYear);
  const year = search.year ?? thisYear;
  const isElsewhere = error instanceof CallProblem && error.code === 'not-found';
  return (
    <>
      <PageHeader {...(government !== undefined && { title: `年报报送单位：${government}` })} />
      {isElsewhere ? (
        <section className="card">
          <p>
            报送单位名单属于一级人民政府，由其办公厅（室）的主管部门人员或者该级的系统管理员维护。您任职的机关没有这份名单。
          </p>
        </section>
      ) : (
        <ProblemAlert error={error} />
      )}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <Years years={data.years} choices={choices} chosen={year} />
          {data.years.some(({ reportYear }) => reportYear === year) ? (
            <UnitList key={`${regionId} ${year}`} regionId={regionId} reportYear={year} />
          ) : (
            <StartList
              regionId={regionId}
              reportYear={year}
              abilities={data.abilities}
              isCopied={data.years.some(({ reportYear }) => reportYear === year - 1)}
            />
          )}
        </>
      )}
    </>
  );
}
