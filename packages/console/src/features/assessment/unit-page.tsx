import { Link, useParams } from '@tanstack/react-router';
import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { pointsWords } from '@zhaoshi/domain/assessment/indicator';
import { VERDICTS } from '@zhaoshi/domain/assessment/score';
import { Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { CountedDays } from './counted-days.tsx';
import { IndicatorLine, VetoLine } from './indicator-line.tsx';
import { type Judgeable, JudgeDialog } from './judge-dialog.tsx';
import { ObjectDialog, type Objected } from './object-dialog.tsx';
import { ObjectionList } from './objection-list.tsx';
import { SelfCard } from './self-card.tsx';
import {
  costing,
  notAssessed,
  type ShownIndicator,
  type ShownUnit,
  STATES,
  scoreWords,
} from './shown-assessment.ts';
import './assessment.css';

/** Total, sections and what the score rests on. */
function Score({ shown }: { readonly shown: ShownUnit }): ReactNode {
  const { unit, title, organName, state, total, verdict, because, place, bonus, abilities } = shown;
  const open = notAssessed(shown.indicators).length;
  const again = shown.indicators.filter(({ awaitsAgain }) => awaitsAgain).length;
  return (
    <section className="card" aria-labelledby="score">
      <div className="card-head">
        <h2 id="score">
          {unit.name} <Tag>{STATES[state]}</Tag>
        </h2>
        {abilities.includes('assessment.judge') ? (
          <Link
            to="/assessments/$regionId/$assessmentId"
            params={{ regionId: shown.regionId, assessmentId: shown.assessmentId }}
          >
            {title}
          </Link>
        ) : (
          <span className="quiet">{title}</span>
        )}
      </div>
      <p className="score-total">
        <strong>{scoreWords(total)}</strong>{' '}
        <span className={verdict === 'failed' ? 'late' : ''}>{VERDICTS[verdict]}</span>
        {place !== null && ` · 第 ${place} 名`}
        {bonus > 0 && ` · 含加分 ${pointsWords(bonus)} 分`}
      </p>
      {because !== '' && <p className="verdict-because">{because}。</p>}
      <p className="quiet">
        {organName}组织考核；
        <CountedDays shown={shown} />
        {open > 0 && `还有 ${open} 个指标未评，不扣分也不计零分。`}
        {again > 0 && `${again} 个指标异议成立，待重新评分。`}
      </p>
      <dl className="score-sections">
        {shown.sections.map(({ code, title: section, points, left }) => (
          <div key={code}>
            <dt>{section}</dt>
            <dd className="figures">
              {left === null ? '未评' : pointsWords(left)}
              <small className="quiet"> / {pointsWords(points)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface LinesProps {
  readonly shown: ShownUnit;
  readonly title: string;
  readonly empty: string;
  readonly indicators: readonly ShownIndicator[];
  readonly onJudge: (one: Judgeable) => void;
  readonly onObject: (one: Objected) => void;
}

function List({
  indicators,
  ...on
}: Pick<LinesProps, 'shown' | 'indicators' | 'onJudge' | 'onObject'>): ReactNode {
  return (
    <ul className="indicator-lines">
      {indicators.map((one) => (
        <IndicatorLine key={one.code} indicator={one} {...on} />
      ))}
    </ul>
  );
}

function Lines({ title, empty, ...on }: LinesProps): ReactNode {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {on.indicators.length === 0 && <p className="quiet">{empty}</p>}
      <List {...on} />
    </section>
  );
}

/** What costs nothing now: there when it is asked for. */
function FoldedLines({ title, ...on }: Omit<LinesProps, 'empty'>): ReactNode {
  if (on.indicators.length === 0) return null;
  return (
    <details className="card folded">
      <summary>
        {title}（{on.indicators.length} 个）
      </summary>
      <List {...on} />
    </details>
  );
}

type VetoesProps = Pick<LinesProps, 'shown' | 'onJudge' | 'onObject'>;

/** What stands in the heading: nothing is said to be absent that nobody has looked at. */
function vetoesWords(met: number, open: number): string {
  const waiting = open > 0 ? `${open} 项未评` : '';
  if (met > 0) return `${met} 项成立，不合格${waiting === '' ? '' : `；${waiting}`}`;
  return waiting === '' ? '没有成立的' : `${waiting}，评定完以前不能评为合格`;
}

function Vetoes({ shown, ...on }: VetoesProps): ReactNode {
  const met = shown.vetoes.filter(({ isMet }) => isMet);
  const open = shown.vetoes.filter(({ isMet, state }) => !isMet && state === 'notAssessable');
  const others = shown.vetoes.filter(({ isMet, state }) => !isMet && state === 'assessed');
  const list = (vetoes: typeof met): ReactNode => (
    <ul className="indicator-lines">
      {vetoes.map((one) => (
        <VetoLine key={one.code} shown={shown} veto={one} {...on} />
      ))}
    </ul>
  );
  return (
    <section className="card" aria-labelledby="vetoes">
      <h2 id="vetoes">单项否决：{vetoesWords(met.length, open.length)}</h2>
      {list(met)}
      {open.length > 0 && (
        <details open={shown.state === 'running'}>
          <summary>未评的否决项（{open.length} 个）</summary>
          {list(open)}
        </details>
      )}
      {others.length > 0 && (
        <details>
          <summary>没有成立的否决项（{others.length} 个）</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}

function Unit({ shown }: { readonly shown: ShownUnit }): ReactNode {
  const [judged, setJudged] = useState<Judgeable | null>(null);
  const [objected, setObjected] = useState<Objected | null>(null);
  const again = shown.indicators.filter(({ awaitsAgain }) => awaitsAgain);
  const others = shown.indicators.filter(({ awaitsAgain }) => !awaitsAgain);
  const lost = costing(others);
  const codes = new Set(lost.map(({ code }) => code));
  const open = notAssessed(others);
  const rest = others.filter((one) => one.state === 'assessed' && !codes.has(one.code));
  const on = { shown, onJudge: setJudged, onObject: setObjected };
  return (
    <>
      <Score shown={shown} />
      <Lines
        {...on}
        title={shown.state === 'running' ? '今天哪些事项在扣分' : '扣分的事项'}
        empty="没有扣分的事项。"
        indicators={lost}
      />
      {again.length > 0 && <Lines {...on} title="异议成立，待重新评分" empty="" indicators={again} />}
      <Vetoes {...on} />
      <ObjectionList shown={shown} />
      <SelfCard shown={shown} />
      <FoldedLines {...on} title="未评的指标" indicators={open} />
      <FoldedLines {...on} title="没有扣分的指标" indicators={rest} />
      {judged !== null && <JudgeDialog shown={shown} one={judged} onClose={() => setJudged(null)} />}
      {objected !== null && <ObjectDialog shown={shown} one={objected} onClose={() => setObjected(null)} />}
    </>
  );
}

/** The score of a unit: what costs points today, with the things that prove it. */
export function AssessedUnitPage(): ReactNode {
  const params = useParams({ from: '/frame/assessments/$regionId/$assessmentId/$unitOrganId' });
  const { data, error } = useRead(assessmentRoutes.unit, { params });
  return (
    <>
      <PageHeader actions={<Link to="/assessments">返回考核</Link>} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Unit shown={data} />}
    </>
  );
}
