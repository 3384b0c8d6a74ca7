import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportDownloadRoutes } from '@zhaoshi/contract/routes/annual-report-downloads';
import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { COPY_KINDS } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useDownload } from '../../app/use-download.ts';
import { useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Unit } from './read-files.ts';

type Entered = RouteOutput<typeof annualReportFileRoutes.entered>['items'][number];

function Row({ entered }: { readonly entered: Entered }): ReactNode {
  const { unit, reportYear, submission, copy, fileName, enteredAt } = entered;
  const { regionId, organId, name } = unit;
  const download = useDownload(annualReportDownloadRoutes.original);
  const params = { regionId, organId, reportYear };
  return (
    <tr>
      <th scope="row">
        <Link
          to="/annual-reports/$regionId/$organId/$year"
          params={{ regionId, organId, year: String(reportYear) }}
        >
          {name}
          {reportYear}年
        </Link>
      </th>
      <td data-title="现在">{COPY_KINDS[copy]}</td>
      <td data-title="录入时间">{shownMoment(enteredAt)}</td>
      <td data-title="原件">
        <span>
          <Button
            size="small"
            aria-label={`下载原件：${name}${reportYear}年，${fileName}`}
            loading={download.isPending}
            onClick={() => download.mutate({ params, body: { submission } })}
          >
            下载原件
          </Button>{' '}
          <small className="quiet">{fileName}</small>
          <ProblemAlert error={download.error} />
        </span>
      </td>
    </tr>
  );
}

/** The files that the own organ entered, with their originals. */
export function EnteredCard({ home }: { readonly home: Pick<Unit, 'regionId' | 'organId'> }): ReactNode {
  const { data, error } = useRead(annualReportFileRoutes.entered, { params: home });
  if (data === undefined) return <ProblemAlert error={error} />;
  return (
    <section className="card" aria-labelledby="entered-files">
      <h2 id="entered-files">录入过的文件</h2>
      {data.items.length === 0 ? (
        <p className="quiet">还没有录入过。</p>
      ) : (
        <table className="plain stacked">
          <thead>
            <tr>
              <th scope="col">报告</th>
              <th scope="col">现在</th>
              <th scope="col">录入时间</th>
              <th scope="col">原件</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((entered) => (
              <Row
                key={`${entered.unit.organId}/${entered.reportYear}/${entered.submission}`}
                entered={entered}
              />
            ))}
          </tbody>
        </table>
      )}
      {data.total > data.items.length && (
        <p className="quiet">
          共录入过 {data.total} 个文件，这里列出最近的 {data.items.length}{' '}
          个；更早的请打开那一年的报告，在“下载”里找。
        </p>
      )}
    </section>
  );
}
