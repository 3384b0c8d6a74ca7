import { Link, useParams } from '@tanstack/react-router';
import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { VERDICTS } from '@zhaoshi/domain/assessment/score';
import { App, Button, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { CountedDays } from './counted-days.tsx';
import { EndDialog } from './end-dialog.tsx';
import { SetDialog } from './set-dialog.tsx';
import { type OverviewUnit, type ShownOverview, STATES, scoreWords } from './shown-assessment.ts';
import './assessment.css';

function UnitLink({
  shown,
  unit,
}: {
  readonly shown: ShownOverview;
  readonly unit: OverviewUnit;
}): ReactNode {
  const { regionId, assessmentId } = shown;
  return (
    <Link
      to="/assessments/$regionId/$assessmentId/$unitOrganId"
      params={{ regionId, assessmentId, unitOrganId: unit.organId }}
    >
      {unit.name}
    </Link>
  );
}

/** The verdict with what it rests on: vetoes that are met, or those that nobody has looked at. */
function Verdict({ unit: { verdict, vetoes, openVetoes } }: { readonly unit: OverviewUnit }): ReactNode {
  return (
    <>
      <span className={verdict === 'failed' ? 'late' : ''}>{VERDICTS[verdict]}</span>
      {vetoes.length > 0 && <small className="quiet"> 否决：{vetoes.join('、')}</small>}
      {vetoes.length === 0 && openVetoes.length > 0 && (
        <small className="quiet"> {openVetoes.length} 个否决项未评</small>
      )}
    </>
  );
}

/** Upheld objections after which somebody has to judge again. */
const AwaitingAgain = ({ count }: { readonly count: number }): ReactNode =>
  count > 0 && <small className="ruling-effect"> {count} 项异议成立，待重新评分</small>;

const columnsOf = (shown: ShownOverview): TableColumnsType<OverviewUnit> => [
  { title: '名次', width: '4.5rem', className: 'figures', render: (_value, { place }) => place ?? '—' },
  { title: '单位', render: (_value, unit) => <UnitLink shown={shown} unit={unit} /> },
  { title: '得分', width: '6.5rem', className: 'figures', render: (_value, { total }) => scoreWords(total) },
  { title: '等次', width: '12rem', render: (_value, unit) => <Verdict unit={unit} /> },
  {
    title: '自评',
    width: '6rem',
    className: 'figures',
    render: (_value, { selfPoints }) => (selfPoints === null ? '—' : scoreWords(selfPoints)),
  },
  {
    title: '未评',
    width: '9rem',
    className: 'figures',
    render: (_value, { notAssessable, awaitingAgain }) => (
      <>
        {notAssessable}
        <AwaitingAgain count={awaitingAgain} />
      </>
    ),
  },
  { title: '待裁定', width: '5rem', className: 'figures', render: (_value, unit) => unit.openObjections },
];

const byPlace = (units: readonly OverviewUnit[]): readonly OverviewUnit[] =>
  units.toSorted((a, b) => (a.place ?? units.length + 1) - (b.place ?? units.length + 1));

function Acts({ shown }: { readonly shown: ShownOverview }): ReactNode {
  const { modal } = App.useApp();
  const [isSetOpen, setSetOpen] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const publish = useChange(assessmentRoutes.publish);
  const { regionId, assessmentId, version, abilities, state } = shown;
  const request = { params: { regionId, assessmentId } };
  const undecided = shown.units.filter(({ verdict }) => verdict === 'notAssessable').length;
  const askPublish = (): void =>
    void modal.confirm({
      title: '公布结果',
      content: `门户将显示考核的起止、各单位的得分、名次、等次和理由${undecided > 0 ? `，其中 ${undecided} 个单位是“${VERDICTS.notAssessable}”` : ''}；不能收回。`,
      okText: '公布结果',
      cancelText: '取消',
      onOk: () => publish.mutate({ request, version }),
    });
  return (
    <>
      <div className="actions">
        <Button onClick={() => setSetOpen(true)}>考核指标</Button>
        {state === 'running' && (
          <AbilityButton
            needs="assessment.manage"
            abilities={abilities}
            hindrance={shown.ending?.refusal ?? undefined}
            onClick={() => setEnding(true)}
          >
            结束考核
          </AbilityButton>
        )}
        {state === 'closed' && (
          <AbilityButton
            type="primary"
            needs="assessment.manage"
            abilities={abilities}
            loading={publish.isPending}
            onClick={askPublish}
          >
            公布结果
          </AbilityButton>
        )}
      </div>
      <ProblemAlert error={publish.error} />
      {isEnding && <EndDialog shown={shown} onClose={() => setEnding(false)} />}
      {isSetOpen && <SetDialog shown={shown} onClose={() => setSetOpen(false)} />}
    </>
  );
}

function ReportSentence({ sentence }: { readonly sentence: string }): ReactNode {
  const { message } = App.useApp();
  const copy = (): void => void navigator.clipboard.writeText(sentence).then(() => message.success('已复制'));
  return (
    <section className="card" aria-labelledby="report-sentence">
      <div className="card-head">
        <h2 id="report-sentence">写入年度报告第一部分</h2>
        <Button onClick={copy}>复制</Button>
      </div>
      <p>{sentence}</p>
      <p className="quiet">条例第五十条第四项：年度报告包括工作考核、社会评议和责任追究结果情况。</p>
    </section>
  );
}

/** The units of an assessment beside each other. */
export function AssessmentPage(): ReactNode {
  const params = useParams({ from: '/frame/assessments/$regionId/$assessmentId' });
  const { data, error } = useRead(assessmentRoutes.read, { params });
  return (
    <>
      <PageHeader actions={<Link to="/assessments">返回考核</Link>} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <section className="card" aria-labelledby="assessment">
            <div className="card-head">
              <h2 id="assessment">
                {data.title} <Tag>{STATES[data.state]}</Tag>
              </h2>
              <Acts shown={data} />
            </div>
            <p className="quiet">
              {data.organName}组织，{data.units.length} 个单位，{data.indicators} 个指标，其中平台统计{' '}
              {data.counted} 个；
              <CountedDays shown={data} />
            </p>
            <DataTable
              caption="得分和排名"
              pages={{
                items: byPlace(data.units),
                page: 1,
                isLoading: false,
                error: null,
                previous: null,
                next: null,
              }}
              columns={columnsOf(data)}
              keyOf={({ organId }) => organId}
              card={(unit) => (
                <>
                  <UnitLink shown={data} unit={unit} />
                  <p>
                    {unit.place === null ? '' : `第 ${unit.place} 名，`}
                    {scoreWords(unit.total)}，<Verdict unit={unit} />
                  </p>
                  <p className="quiet">
                    未评 {unit.notAssessable} 项
                    {unit.openObjections > 0 && `，异议待裁定 ${unit.openObjections} 项`}
                    <AwaitingAgain count={unit.awaitingAgain} />
                  </p>
                </>
              )}
              empty="没有被考核的单位。"
            />
          </section>
          {data.reportSentence !== null && <ReportSentence sentence={data.reportSentence} />}
        </>
      )}
    </>
  );
}
