import { pointsWords } from '@zhaoshi/domain/assessment/indicator';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { ItemLink } from './item-link.tsx';
import type { Judgeable } from './judge-dialog.tsx';
import type { Objected } from './object-dialog.tsx';
import { rateWords, type ShownIndicator, type ShownUnit, type ShownVeto } from './shown-assessment.ts';

interface Handlers {
  readonly shown: ShownUnit;
  readonly onJudge: (one: Judgeable) => void;
  readonly onObject: (one: Objected) => void;
}

type Looked = ShownIndicator | ShownVeto;

/** So many findings stand at once; the rest are unfolded. */
const AT_ONCE = 10;

function Marks({
  isExempt,
  isObjected,
}: {
  readonly isExempt: boolean;
  readonly isObjected: boolean;
}): ReactNode {
  if (isExempt) return <Tag color="green">异议成立，不计分</Tag>;
  return isObjected ? <Tag>已提出异议</Tag> : null;
}

interface ObjectProps extends Pick<Handlers, 'shown' | 'onObject'> {
  readonly objected: Objected;
  readonly isObjected: boolean;
}

function ObjectButton({ shown, onObject, objected, isObjected }: ObjectProps): ReactNode {
  const may = shown.state === 'running' && shown.abilities.includes('assessment.answer') && !isObjected;
  if (!may) return null;
  return (
    <Button size="small" aria-label={`对“${objected.about}”提出异议`} onClick={() => onObject(objected)}>
      提出异议
    </Button>
  );
}

function Findings({
  looked,
  shown,
  onObject,
}: { readonly looked: Looked } & Pick<Handlers, 'shown' | 'onObject'>): ReactNode {
  const { code, findings } = looked;
  const line = (finding: Looked['findings'][number]): ReactNode => (
    <li key={finding.item}>
      <span>
        <ItemLink finding={finding} unit={shown.unit} /> <Marks {...finding} />
      </span>
      <ObjectButton
        shown={shown}
        onObject={onObject}
        objected={{ code, item: finding.item, about: finding.words }}
        isObjected={finding.isObjected}
      />
    </li>
  );
  return (
    <>
      <ul className="rows findings">{findings.slice(0, AT_ONCE).map(line)}</ul>
      {findings.length > AT_ONCE && (
        <details>
          <summary>其余 {findings.length - AT_ONCE} 处</summary>
          <ul className="rows findings">{findings.slice(AT_ONCE).map(line)}</ul>
        </details>
      )}
    </>
  );
}

function JudgedWords({
  looked,
  shown,
  onObject,
}: { readonly looked: Looked } & Pick<Handlers, 'shown' | 'onObject'>): ReactNode {
  const { judged, code } = looked;
  if (judged === null) return null;
  const said =
    judged.points === null ? (judged.isMet === true ? '成立' : '不成立') : `${pointsWords(judged.points)} 分`;
  const counts = judged.points === null ? judged.isMet === true : judged.points > 0;
  return (
    <div className="judged">
      <span>
        {judged.by}评定：{said}。{judged.note} <Marks {...judged} />
      </span>
      {counts && (
        <ObjectButton
          shown={shown}
          onObject={onObject}
          objected={{ code, item: null, about: judged.note }}
          isObjected={judged.isObjected}
        />
      )}
    </div>
  );
}

function Source({ looked }: { readonly looked: Looked }): ReactNode {
  const { counterTitle, evidence, unseen, source, mark } = looked;
  const blind = unseen.join('；');
  const counted =
    blind === counterTitle
      ? `平台统计：${counterTitle}，现在没有可以统计的`
      : `平台统计：${counterTitle}${blind === '' ? '' : `（现在没有可以统计的：${blind}）`}`;
  return (
    <small className="quiet">
      {counterTitle === '' ? `由考核人员评定${evidence === '' ? '' : `，依据：${evidence}`}` : counted}
      。来源：{source}
      {mark === 'unconfirmed' && '（待确认）'}
    </small>
  );
}

function JudgeButton({
  looked,
  shown,
  onJudge,
  most,
}: { readonly looked: Looked; readonly most: number | null } & Pick<
  Handlers,
  'shown' | 'onJudge'
>): ReactNode {
  if (shown.state !== 'running' || !shown.abilities.includes('assessment.judge')) return null;
  const { code, text, judged } = looked;
  return (
    <Button size="small" aria-label={`评定${code}`} onClick={() => onJudge({ code, text, most, judged })}>
      评定
    </Button>
  );
}

/** An indicator: what it takes, and each thing that proves it. */
export function IndicatorLine({
  indicator,
  ...on
}: Handlers & { readonly indicator: ShownIndicator }): ReactNode {
  const { code, text, taken, sign, most, state, awaitsAgain, judged } = indicator;
  return (
    <li>
      <div className="indicator-head">
        <h3>
          {code} {text}
        </h3>
        <span className="figures">
          {awaitsAgain && <Tag color="orange">异议成立，待重新评分</Tag>}
          {state === 'notAssessable' ? (
            !awaitsAgain && <Tag>未评</Tag>
          ) : (
            <strong className={sign === 'deduct' && taken > 0 ? 'late' : ''}>
              {taken === 0 ? '0' : `${sign === 'add' ? '+' : '−'}${pointsWords(taken)}`}
            </strong>
          )}{' '}
          <JudgeButton looked={indicator} most={most} {...on} />
        </span>
      </div>
      <p className="indicator-rate">
        {rateWords(indicator)}，最多 {pointsWords(most)} 分。 <Source looked={indicator} />
      </p>
      {awaitsAgain && (
        <p className="ruling-effect">
          原来评定的 {pointsWords(judged?.points ?? 0)} 分不再计；重新评定以前，这个指标
          {state === 'notAssessable' ? '不扣分也不加分，不计零分' : '只按平台统计计分'}。
        </p>
      )}
      <Findings looked={indicator} {...on} />
      <JudgedWords looked={indicator} {...on} />
    </li>
  );
}

/** A veto: whether it is met, and by what. */
export function VetoLine({ veto, ...on }: Handlers & { readonly veto: ShownVeto }): ReactNode {
  const { code, text, isMet, state } = veto;
  return (
    <li>
      <div className="indicator-head">
        <h3>
          {code} {text}
        </h3>
        <span>
          {isMet ? <Tag color="red">成立</Tag> : <Tag>{state === 'notAssessable' ? '未评' : '没有'}</Tag>}{' '}
          <JudgeButton looked={veto} most={null} {...on} />
        </span>
      </div>
      <p className="indicator-rate">
        <Source looked={veto} />
      </p>
      <Findings looked={veto} {...on} />
      <JudgedWords looked={veto} {...on} />
    </li>
  );
}
