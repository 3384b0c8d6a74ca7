import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { isMissing } from '@zhaoshi/domain/annual-report/work/board';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Alert, App, Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { saveText } from '../../app/use-download.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type BoardUnit, boardCsv, type ShownBoard, showsUnit } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import { BoardTiles } from './board-tiles.tsx';
import { BoardViews } from './board-views.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import './board.css';

/** From 2019 on (60号); in a year the reports of the year before are written. */
const yearOptions = () => {
  const last = yearOf(civilDateAt(new Date()));
  return Array.from({ length: last - 2018 }, (_, index) => ({
    value: last - index,
    label: `${last - index}年度`,
  }));
};

function Missing({ board }: { readonly board: ShownBoard }): ReactNode {
  const { message } = App.useApp();
  const remind = useChange(annualReportBoardRoutes.remind);
  const { regionId, reportYear, units, abilities } = board;
  const missing = units.filter(({ state }) => isMissing(state));
  if (missing.length === 0) return <p>名单上的 {units.length} 个单位都已报送。</p>;
  const send = (): void =>
    remind.mutate(
      { request: { params: { regionId, reportYear }, body: { organIds: null } } },
      {
        onSuccess: ({ reminded, skipped }) => {
          const rest =
            skipped.length === 0 ? '' : `；${skipped.join('、')}今天已经提醒过，或者没有可以通知的人`;
          void message.info(`已提醒 ${reminded.length} 个单位${rest}。`, 8);
        },
      },
    );
  return (
    <>
      <p>
        还有 {missing.length} 个单位没有报送，本级政府的报告不能提请签发：
        {missing.map(({ name }) => name).join('、')}。
      </p>
      <AbilityButton needs="report.receive" abilities={abilities} loading={remind.isPending} onClick={send}>
        提醒没有报送的单位
      </AbilityButton>
      <ProblemAlert error={remind.error} />
    </>
  );
}

function Board({ board }: { readonly board: ShownBoard }): ReactNode {
  const { view } = useSearch({ from: '/frame/annual-reports/board' });
  const [reviewed, setReviewed] = useState<BoardUnit | null>(null);
  const { government, reportYear, units, uncounted, alikeLimit } = board;
  const shown = units.filter((unit) => showsUnit(view, unit, alikeLimit));
  const year = String(reportYear);
  return (
    <>
      <section className="card" aria-labelledby="board-sum">
        <h2 id="board-sum">
          <Link
            to="/annual-reports/$regionId/$organId/$year"
            params={{ regionId: government.regionId, organId: government.organId, year }}
          >
            {government.name}
            {year}年度报告（汇总）
          </Link>
        </h2>
        <Missing board={board} />
        {uncounted.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title="登记簿里有案件或文件，没有单位报送，汇总会漏计"
            description={`${uncounted.join('；')}。请把承担报送的单位列入名单，或者把已撤销的单位留在名单上由其报送最后一年。`}
          />
        )}
      </section>
      <section className="card" aria-labelledby="board-units">
        <div className="card-head">
          <h2 id="board-units">报送单位 {units.length} 个</h2>
          <div className="actions">
            <Button
              onClick={() =>
                saveText(boardCsv(shown), `${government.name}${year}年度报告报送情况.csv`, 'text/csv')
              }
            >
              下载表格
            </Button>
          </div>
        </div>
        <BoardViews board={board} />
        <BoardTiles units={shown} reportYear={reportYear} />
        <BoardTable board={board} units={shown} onReview={setReviewed} />
      </section>
      {reviewed !== null && (
        <ReviewDialog unit={reviewed} reportYear={reportYear} onClose={() => setReviewed(null)} />
      )}
    </>
  );
}

/** How the units of a region stand with their reports of a year. */
export function ReportBoardPage(): ReactNode {
  const search = useSearch({ from: '/frame/annual-reports/board' });
  const { organ } = useSession();
  const navigate = useNavigate();
  const year = search.year ?? yearOf(civilDateAt(new Date())) - 1;
  const regionId = search.regionId ?? organ?.regionId ?? '';
  const { data, error } = useRead(annualReportBoardRoutes.read, { params: { regionId, reportYear: year } });
  return (
    <>
      <PageHeader
        actions={
          <Select
            className="short-picker"
            aria-label="报告年度"
            value={year}
            options={yearOptions()}
            onChange={(chosen: number) =>
              void navigate({ to: '/annual-reports/board', search: { ...search, year: chosen } })
            }
          />
        }
      />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && !data.hasList && (
        <section className="card">
          <p>
            还没有{data.reportYear}年度的报送单位名单。
            <Link to="/reporting-units" search={{ regionId: data.regionId, year: data.reportYear }}>
              确定名单
            </Link>
          </p>
        </section>
      )}
      {data?.hasList === true && <Board key={`${data.regionId} ${data.reportYear}`} board={data} />}
    </>
  );
}
