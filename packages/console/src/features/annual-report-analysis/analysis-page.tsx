import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import { annualReportDownloadRoutes } from '@zhaoshi/contract/routes/annual-report-downloads';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useDownload } from '../../app/use-download.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { OrganPicker } from '../../ui/organ-picker.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ChartCard } from './chart-card.tsx';
import { PeersCard } from './peers-card.tsx';
import type { ShownAnalysis } from './shown-analysis.ts';
import { StatesCard } from './states-card.tsx';
import './analysis.css';

/** The last year whose report was sent, else the one before the running year. */
function defaultYear({ charts }: ShownAnalysis): number {
  const settled = charts[0]?.years.findLast(({ isSettled }) => isSettled);
  return settled?.reportYear ?? yearOf(civilDateAt(new Date())) - 1;
}

function Charts({ shown }: { readonly shown: ShownAnalysis }): ReactNode {
  const search = useSearch({ from: '/frame/annual-reports/analysis' });
  const navigate = useNavigate();
  const file = useDownload(annualReportAnalysisRoutes.file);
  const paper = useDownload(annualReportDownloadRoutes.leaderPackage);
  const { regionId, organId, name, isRegion, charts, abilities } = shown;
  const organ = { regionId, organId, name };
  const year = search.year ?? defaultYear(shown);
  const years = (charts[0]?.years ?? []).map(({ reportYear }) => reportYear);
  const known = years.includes(year) ? years : [...years, year];
  return (
    <>
      <div className="analysis-head">
        <h2>{name}</h2>
        <div className="actions">
          <Button
            loading={file.isPending}
            onClick={() => file.mutate({ params: { regionId, organId }, query: {} })}
          >
            下载全部表格 xlsx
          </Button>
          <Button
            loading={paper.isPending}
            onClick={() => paper.mutate({ params: { regionId, organId, reportYear: year } })}
          >
            下载{year}年送签说明
          </Button>
        </div>
      </div>
      <ProblemAlert error={file.error ?? paper.error} />
      <p className="quiet">
        实心条形是已经报送、公布的数字，虚线框是还会变化的数字。点数字打开那一年报告的那一格。
        {isRegion &&
          '本级政府的“至今”是本地区各机关台账现在的数字，不论是否列入报送单位名单；本级政府的报告由各单位报送的数字汇总，报送以前打开的那一格还没有数字。'}
      </p>
      {charts.map((chart) => (
        <ChartCard key={chart.id} shown={chart} organ={organ} />
      ))}
      <PeersCard
        organ={organ}
        year={year}
        years={known.toReversed()}
        onYear={(chosen) =>
          void navigate({ to: '/annual-reports/analysis', search: { ...search, year: chosen } })
        }
      />
      {isRegion && abilities.includes('report.receive') && <StatesCard regionId={regionId} year={year} />}
    </>
  );
}

/** The way from a government’s office to the government. */
function Government({
  organ,
}: {
  readonly organ: { readonly regionId: string; readonly organId: string };
}): ReactNode {
  const { data } = useRead(annualReportRoutes.years, { params: organ });
  const government = data?.government;
  if (government === undefined || government === null) return null;
  const { regionId, organId, name } = government;
  return (
    <Link to="/annual-reports/analysis" search={{ regionId, organId }}>
      {name}（汇总）
    </Link>
  );
}

/** The figures of an organ’s or a region’s annual reports over the years, and beside others of its kind. */
export function ReportAnalysisPage(): ReactNode {
  const search = useSearch({ from: '/frame/annual-reports/analysis' });
  const navigate = useNavigate();
  const { organ } = useSession();
  const regionId = search.regionId ?? organ?.regionId ?? '';
  const organId = search.organId ?? organ?.organId ?? '';
  const params = { regionId, organId };
  const { data, error, isPlaceholderData } = useRead(
    annualReportAnalysisRoutes.read,
    { params },
    { enabled: organId !== '' },
  );
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        actions={
          <>
            {organId !== '' && <Government organ={params} />}
            <OrganPicker
              aria-label="换一个机关"
              placeholder="换一个机关：输入名称查找"
              needs="report.read"
              value={null}
              onChange={(picked) =>
                picked !== null &&
                void navigate({
                  to: '/annual-reports/analysis',
                  search: {
                    regionId: picked.regionId,
                    organId: picked.organId,
                    ...(search.year !== undefined && { year: search.year }),
                  },
                })
              }
            />
          </>
        }
      />
      <ProblemAlert error={error} />
      {organId === '' && <p>您还没有所属的机关，请联系系统管理员。</p>}
      {organId !== '' && shown === undefined && error === null && <Loading rows={10} />}
      {shown !== undefined && <Charts key={`${regionId} ${organId}`} shown={shown} />}
    </>
  );
}
