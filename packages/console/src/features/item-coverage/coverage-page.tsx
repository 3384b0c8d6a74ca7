import { Link, useParams, useSearch } from '@tanstack/react-router';
import { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import { COVERAGE_WORDS, type CoverageState } from '@zhaoshi/domain/disclosure/item-catalog/coverage';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ColumnList } from './column-list.tsx';
import { ItemList, type ShownCoverage } from './item-list.tsx';
import { type StatedSubject, StatementDialog } from './statement-dialog.tsx';

const STATES = Object.keys(COVERAGE_WORDS) as readonly CoverageState[];

function States({
  shown,
  chosen,
}: {
  readonly shown: ShownCoverage;
  readonly chosen: CoverageState | undefined;
}): ReactNode {
  const { regionId, organId, counts, items } = shown;
  const to = '/coverage/$regionId/$organId' as const;
  const params = { regionId, organId };
  return (
    <nav className="actions" aria-label="按状态查看">
      <Link
        to={to}
        params={params}
        search={{}}
        {...(chosen === undefined && { 'aria-current': 'true' as const })}
      >
        全部 {items.length}
      </Link>
      {STATES.filter((state) => counts[state] > 0).map((state) => (
        <Link
          key={state}
          to={to}
          params={params}
          search={{ state }}
          {...(chosen === state && { 'aria-current': 'true' as const })}
        >
          {COVERAGE_WORDS[state]} {counts[state]}
        </Link>
      ))}
    </nav>
  );
}

/** What an organ owes by the standard catalogue and by 条例20, 21, item by item. */
export function CoveragePage(): ReactNode {
  const params = useParams({ from: '/frame/coverage/$regionId/$organId' });
  const { state } = useSearch({ from: '/frame/coverage/$regionId/$organId' });
  const [subject, setSubject] = useState<StatedSubject | null>(null);
  const { data, error } = useRead(coverageRoutes.ofOrgan, { params });
  return (
    <>
      <PageHeader
        {...(data !== undefined && { title: `${data.organName}公开情况` })}
        actions={<Link to="/coverage">各机关</Link>}
      />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <section className="card" aria-labelledby="coverage-items">
            <h2 id="coverage-items">标准目录事项</h2>
            <States shown={data} chosen={state} />
            <ItemList shown={data} state={state} onState={setSubject} />
          </section>
          <section className="card" aria-labelledby="coverage-columns">
            <h2 id="coverage-columns">法定主动公开内容的栏目</h2>
            <ColumnList shown={data} onState={setSubject} />
          </section>
        </>
      )}
      {data !== undefined && subject !== null && (
        <StatementDialog
          params={params}
          year={data.year}
          subject={subject}
          onClose={() => setSubject(null)}
        />
      )}
    </>
  );
}
