import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { App } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { HistoryCard, reasonWords } from '../../ui/history-card.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { ClocksCard } from './clocks-card.tsx';
import { numberOf } from './dispute-marks.tsx';
import { FactsCard } from './facts-card.tsx';
import { LossCard } from './loss-card.tsx';
import { PapersCard } from './papers-card.tsx';
import { ProofCard } from './proof-card.tsx';
import type { ShownDispute } from './shown-dispute.ts';
import { StageCards } from './stage-cards.tsx';
import './disputes.css';

interface Props {
  readonly shown: ShownDispute;
}

/** In which cell of table four the case counts, year by year, and why. */
function Counted({ shown: { counted } }: Props): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>计入年报表四</h2>
      <ul className="counted-years">
        {counted.map(({ year, reasons }) => (
          <li key={year}>
            <strong>{year}年</strong>
            {reasons.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Remove({ shown }: Props): ReactNode {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const remove = useChange(disputeRoutes.remove, { also: ['desk', 'annualReports'] });
  const { regionId, disputeId, version, abilities } = shown;
  const submit = (body: { readonly reason: string }): void =>
    remove.mutate(
      { request: { params: { regionId, disputeId }, body }, version },
      {
        onSuccess: () => {
          void message.success('已注销');
          void navigate({ to: '/disputes' });
        },
      },
    );
  return (
    <>
      <AbilityButton needs="dispute.write" abilities={abilities} onClick={() => setOpen(true)}>
        注销案件
      </AbilityButton>
      {isOpen && (
        <ReasonDialog
          title="注销案件"
          verb="注销"
          words="登记错误的案件才注销：不再列入台账，也不再计入表四；登记和理由留存备查。撤回、终止的案件不要注销，请登记结果。"
          change={remove}
          onSubmit={submit}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** One reconsideration or suit on its page. */
export function DisputePage(): ReactNode {
  const params = useParams({ from: '/frame/disputes/$regionId/$disputeId' });
  const { data, error, isPlaceholderData } = useRead(disputeRoutes.read, { params });
  // While another case loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: numberOf(shown) })}
        actions={
          <>
            {shown !== undefined && <Remove shown={shown} />}
            <Link to="/disputes">返回台账</Link>
          </>
        }
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <>
          <Counted shown={shown} />
          <ClocksCard shown={shown} />
          <FactsCard shown={shown} />
          <StageCards shown={shown} />
          <LossCard shown={shown} />
          <PapersCard shown={shown} />
          <ProofCard shown={shown} />
          <HistoryCard
            events={shown.history.map((event) => ({ ...event, beneath: reasonWords(event.reason) }))}
          />
        </>
      )}
    </>
  );
}
