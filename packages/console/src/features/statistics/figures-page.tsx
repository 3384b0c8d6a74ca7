import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { type Cell, usualYear, yearOptions } from './figures.ts';
import { FiguresGrid } from './figures-grid.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ReturnedCard } from './returned-card.tsx';
import { SignOffCard } from './sign-off-card.tsx';
import { TableTwoCard } from './table-two-card.tsx';
import { TotalsCard } from './totals-card.tsx';
import './statistics.css';

/** The monthly figures of an organ for a year: entering, signing off, what is missing, and the year's sums. */
export function FiguresPage(): ReactNode {
  const params = useParams({ from: '/frame/statistics/$regionId/$organId' });
  const { year = usualYear() } = useSearch({ from: '/frame/statistics/$regionId/$organId' });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Cell | null>(null);
  const [isImporting, setImporting] = useState(false);
  const { data, error } = useRead(statisticsRoutes.ofYear, { params, query: { year } });
  return (
    <>
      <PageHeader
        {...(data !== undefined && { title: `${data.organName}${data.year}年统计数据` })}
        actions={
          <>
            <Select
              className="short-picker"
              aria-label="年度"
              value={year}
              options={yearOptions()}
              onChange={(picked: number) =>
                void navigate({ to: '/statistics/$regionId/$organId', params, search: { year: picked } })
              }
            />
            {data?.isOrganInLaw === true && data.abilities.includes('statistics.write') && (
              <Button onClick={() => setImporting(true)}>用表格填报</Button>
            )}
            <Link to="/statistics" search={{ year }}>
              各机关
            </Link>
          </>
        }
      />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data?.isOrganInLaw === false && <p>村（居）民委员会不是行政机关，不填报年度报告的统计数据。</p>}
      {data?.isOrganInLaw === true && (
        <>
          <ReturnedCard shown={data} onChoose={setChosen} />
          <SignOffCard key={year} shown={data} />
          <FiguresGrid shown={data} onChoose={setChosen} />
          <TotalsCard shown={data} />
          <TableTwoCard organ={params} year={year} part="figures" />
        </>
      )}
      {data !== undefined && isImporting && <ImportDialog shown={data} onClose={() => setImporting(false)} />}
      {data !== undefined && chosen !== null && (
        <EntryDialog shown={data} cell={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
