import { Link, useParams } from '@tanstack/react-router';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ActPanel } from './act-panel.tsx';
import { DownloadsCard } from './downloads-card.tsx';
import { EditBar } from './edit-bar.tsx';
import { FindingsCard } from './findings-card.tsx';
import { FrozenCard } from './frozen-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { MembersCard } from './members-card.tsx';
import { OutlookCard } from './outlook-card.tsx';
import { PartCard } from './part-card.tsx';
import { PartList } from './part-list.tsx';
import { isTable, PLACES, type ShownReport } from './shown-report.ts';
import { StandingCard } from './standing-card.tsx';
import { TableCard } from './table-card.tsx';
import { type ReportForm, readOnlyForm, useReportForm } from './use-report-form.ts';
import './report.css';

interface Props {
  readonly shown: ShownReport;
}

/** 落款日期. */
function Dated({ form }: { readonly form: ReportForm }): ReactNode {
  const { editing, values } = form;
  if (editing === null) return null;
  return (
    <section className="card" aria-labelledby="report-dated">
      <h2 id="report-dated">落款日期</h2>
      <Input
        type="date"
        className="short-picker"
        aria-labelledby="report-dated"
        value={values.datedOn ?? ''}
        onChange={({ target }) => editing.change({ datedOn: target.value === '' ? null : target.value })}
      />
      <p className="quiet">留空的，写提请签发的当天。</p>
    </section>
  );
}

function Sheets({ shown, form }: Props & { readonly form: ReportForm }): ReactNode {
  const { editing } = form;
  return (
    <div className="report">
      <StandingCard shown={shown} />
      <ActPanel shown={shown} form={form} />
      <MembersCard shown={shown} />
      <OutlookCard shown={shown} />
      <FindingsCard shown={shown} form={form} />
      <PartList shown={shown} form={form} />
      {PLACES.map((place) =>
        isTable(place) ? (
          <TableCard key={place} table={place} shown={shown} form={form} />
        ) : (
          <PartCard key={place} part={place} shown={shown} form={form} />
        ),
      )}
      <Dated form={form} />
      <FrozenCard shown={shown} />
      <DownloadsCard shown={shown} />
      <HistoryCard shown={shown} />
      {editing !== null && <EditBar shown={shown} form={form} editing={editing} />}
    </div>
  );
}

const Written = ({ shown }: Props): ReactNode => <Sheets shown={shown} form={useReportForm(shown)} />;

const mayWrite = ({ status, isOwn, abilities }: ShownReport): boolean =>
  isEditable(status) && isOwn && abilities.includes('report.write');

/** The report of an organ and year: everything on one page, from the draft to what the public reads. */
export function ReportPage(): ReactNode {
  const { regionId, organId, year } = useParams({ from: '/frame/annual-reports/$regionId/$organId/$year' });
  const params = { regionId, organId, reportYear: Number(year) };
  const { data, error, isPlaceholderData } = useRead(annualReportRoutes.read, { params });
  // While another report loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  const key = `${organId}/${year}`;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: shown.title })}
        actions={
          <Link to="/annual-reports" search={{ regionId, organId }}>
            各年度
          </Link>
        }
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading rows={10} />}
      {shown !== undefined &&
        (mayWrite(shown) ? (
          <Written key={key} shown={shown} />
        ) : (
          <Sheets key={`${key}/read`} shown={shown} form={readOnlyForm(shown)} />
        ))}
    </>
  );
}
