import { Link, useParams } from '@tanstack/react-router';
import { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import {
  ORDER_KINDS,
  orderHindrance,
  REMEDIATION_ACTS,
  REMEDIATION_DECISIONS,
} from '@zhaoshi/domain/oversight/remediation';
import { type ReactNode, useId, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OrderStatus } from './complaint-marks.tsx';
import { ReportDialog, ReviewDialog } from './order-dialogs.tsx';
import type { ShownOrder } from './shown-complaint.ts';
import './complaints.css';

interface Props {
  readonly shown: ShownOrder;
}

type Open = 'report' | (typeof REMEDIATION_DECISIONS)[number] | null;

/** The document that the unit was given, to print and to seal. */
function Letter({ shown: { regionId, orderId, kind } }: Props): ReactNode {
  const file = (format: 'docx' | 'pdf'): string =>
    addressOf(remediationRoutes.letter.path, { params: { regionId, orderId }, query: { format } });
  return (
    <span className="downloads">
      <a href={file('docx')} download>
        Word<span className="for-readers">：{ORDER_KINDS[kind]}</span>
      </a>{' '}
      <a href={file('pdf')} download>
        PDF<span className="for-readers">：{ORDER_KINDS[kind]}</span>
      </a>
    </span>
  );
}

function Facts({ shown }: Props): ReactNode {
  const headingId = useId();
  const { kind, organName, issuerName, issuedOn, dueOn, documentNumber, facts, demand } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>
        {ORDER_KINDS[kind]} <OrderStatus row={shown} />
      </h2>
      {facts !== '' && (
        <>
          <h3>查明的事实</h3>
          <p className="complaint-words">{facts}</p>
        </>
      )}
      <h3>要求</h3>
      <p className="complaint-words">{demand}</p>
      <dl className="facts complaint-facts">
        {documentNumber !== '' && (
          <>
            <dt>文号</dt>
            <dd>{documentNumber}</dd>
          </>
        )}
        <dt>单位</dt>
        <dd>{organName}</dd>
        <dt>下达机关</dt>
        <dd>
          {issuerName}，{shownDate(issuedOn)}
        </dd>
        <dt>完成期限</dt>
        <dd>{shownDate(dueOn)}</dd>
        <dt>文书</dt>
        <dd>
          <Letter shown={shown} />
        </dd>
      </dl>
      <Acts shown={shown} />
    </section>
  );
}

/** What the unit, and whoever gave the order, may do now. */
function Acts({ shown }: Props): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const { status, abilities, issuerAbilities } = shown;
  const decisions = REMEDIATION_DECISIONS.filter(
    (decision) => orderHindrance(decision, status) === null && issuerAbilities.includes('remediation.review'),
  );
  return (
    <>
      <div className="complaint-acts">
        {orderHindrance('report', status) === null && (
          <AbilityButton
            type="primary"
            needs="remediation.perform"
            abilities={abilities}
            onClick={() => setOpen('report')}
          >
            报送整改情况
          </AbilityButton>
        )}
        {decisions.map((decision) => (
          <AbilityButton
            key={decision}
            type={decision === 'accept' ? 'primary' : 'default'}
            needs="remediation.review"
            abilities={issuerAbilities}
            onClick={() => setOpen(decision)}
          >
            {REMEDIATION_ACTS[decision].title}
          </AbilityButton>
        ))}
      </div>
      {open === 'report' && <ReportDialog shown={shown} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'report' && (
        <ReviewDialog shown={shown} decision={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Course({ shown: { regionId, orderId, events } }: Props): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>整改经过</h2>
      {events.length === 0 && <p className="quiet">单位还没有报送整改情况。</p>}
      <ul className="rows">
        {events.toReversed().map(({ sequence, type, words, dueOn, hasFile, by, at }) => (
          <li key={sequence}>
            <span>
              {REMEDIATION_ACTS[type].title}
              {dueOn !== null && `，${shownDate(dueOn)}前完成`}
              <p className="complaint-words">{words}</p>
              {hasFile && (
                <p>
                  <a
                    href={`/api/remediation-orders/${regionId}/${orderId}/reports/${sequence}/file`}
                    download
                  >
                    下载证明材料
                  </a>
                </p>
              )}
              <small className="quiet">
                {by}，{shownMoment(at)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One order on its page. */
export function OrderPage(): ReactNode {
  const params = useParams({ from: '/frame/remediation-orders/$regionId/$orderId' });
  const { data, error, isPlaceholderData } = useRead(remediationRoutes.read, { params });
  // While another order loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: `${ORDER_KINDS[shown.kind]}：${shown.organName}` })}
        actions={<Link to="/remediation-orders">返回整改通知和通报</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <>
          <Facts shown={shown} />
          <Course shown={shown} />
        </>
      )}
    </>
  );
}
