import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { PROCEDURES } from '@zhaoshi/domain/dispute/dispute';
import { resultArticle, resultTitle, STAGE_KINDS } from '@zhaoshi/domain/dispute/dispute-results';
import { App, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { ShownDispute, ShownStage } from './shown-dispute.ts';
import { StageDialog } from './stage-dialog.tsx';

const days = (stage: ShownStage): readonly (readonly [string, string | null])[] => [
  [stage.kind === 'reconsideration' ? '收到复议申请' : '收到起诉状', stage.filedOn],
  [stage.kind === 'reconsideration' ? '受理' : '立案', stage.acceptedOn],
  ['收到答复通知书', stage.servedOn],
  ['提交答复', stage.answeredOn],
  [stage.kind === 'reconsideration' ? '决定' : '裁判', stage.decidedOn],
  ['本机关收到文书', stage.decisionReceivedOn],
  ['送达对方', stage.decisionServedOn],
  ['生效', stage.effectiveOn],
  ['履行', stage.performedOn],
  ['收到行政复议意见书', stage.opinionOn],
  ['报告落实情况', stage.reportedOn],
];

function Facts({ stage }: { readonly stage: ShownStage }): ReactNode {
  const { tribunal, number, procedure, result } = stage;
  return (
    <dl className="facts dispute-facts">
      <dt>{stage.kind === 'reconsideration' ? '复议机关' : '人民法院'}</dt>
      <dd>{tribunal}</dd>
      <dt>案号</dt>
      <dd>{number === '' ? <span className="quiet">还没有</span> : number}</dd>
      {procedure !== null && (
        <>
          <dt>程序</dt>
          <dd>
            {PROCEDURES[procedure]}
            {stage.isExtended && '，审理期限已延长'}
          </dd>
        </>
      )}
      {days(stage).map(([label, day]) =>
        day === null ? null : (
          <div key={label} className="duty">
            <dt>{label}</dt>
            <dd>{shownDate(day)}</dd>
          </div>
        ),
      )}
      <dt>结果</dt>
      <dd>
        {result === null ? (
          <span className="quiet">没有审结</span>
        ) : (
          <>
            {resultTitle(result)} <span className="quiet">{resultArticle(result)}</span>
            {stage.ordersReply && <Tag>责令重新答复、履行</Tag>}
          </>
        )}
      </dd>
    </dl>
  );
}

interface CardProps {
  readonly shown: ShownDispute;
  readonly stage: ShownStage;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function StageCard({ shown, stage, onEdit, onRemove }: CardProps): ReactNode {
  const { stages, abilities } = shown;
  const isLast = stages.at(-1) === stage;
  const headingId = `stage-${stage.sequence}`;
  const name = STAGE_KINDS[stage.kind];
  const common = { size: 'small', needs: 'dispute.write', abilities } as const;
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>{name}</h2>
        <span className="actions">
          <AbilityButton {...common} onClick={onEdit}>
            {stage.result === null ? '登记结果、日期' : '补填、更正'}
            <span className="for-readers">：{name}</span>
          </AbilityButton>
          {isLast && stages.length > 1 && (
            <AbilityButton {...common} onClick={onRemove}>
              删去<span className="for-readers">：{name}</span>
            </AbilityButton>
          )}
        </span>
      </div>
      <Facts stage={stage} />
    </section>
  );
}

/** Every stage of a case in its order, and the next one. */
export function StageCards({ shown }: { readonly shown: ShownDispute }): ReactNode {
  const { message } = App.useApp();
  const [opened, setOpened] = useState<ShownStage | 'next' | null>(null);
  const [removed, setRemoved] = useState<ShownStage | null>(null);
  const remove = useChange(disputeRoutes.removeStage, { also: ['desk', 'annualReports'] });
  const { regionId, disputeId, version, next, abilities } = shown;
  const submit = ({ sequence }: ShownStage, body: { readonly reason: string }): void =>
    remove.mutate(
      { request: { params: { regionId, disputeId, sequence }, body }, version },
      {
        onSuccess: () => {
          void message.success('已删去');
          setRemoved(null);
        },
      },
    );
  return (
    <>
      {shown.stages.map((stage) => (
        <StageCard
          key={stage.sequence}
          shown={shown}
          stage={stage}
          onEdit={() => setOpened(stage)}
          onRemove={() => setRemoved(stage)}
        />
      ))}
      {next.length > 0 && (
        <p>
          <AbilityButton needs="dispute.write" abilities={abilities} onClick={() => setOpened('next')}>
            登记{next.map((kind) => STAGE_KINDS[kind]).join('、')}
          </AbilityButton>
        </p>
      )}
      {opened !== null && (
        <StageDialog
          shown={shown}
          stage={opened === 'next' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
      {removed !== null && (
        <ReasonDialog
          title={`删去${STAGE_KINDS[removed.kind]}`}
          verb="删去"
          words="这个审级不再列入案件，登记的内容和理由留在“经过”里。"
          change={remove}
          onSubmit={(body) => submit(removed, body)}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  );
}
