import { Link } from '@tanstack/react-router';
import { DISPUTE_KINDS, DISPUTE_ROLES, DISPUTED_ACTS } from '@zhaoshi/domain/dispute/dispute';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { FactsDialog } from './facts-dialog.tsx';
import type { ShownDispute } from './shown-dispute.ts';

interface Props {
  readonly shown: ShownDispute;
}

function RelatedLinks({ shown: { regionId, preceding, following } }: Props): ReactNode {
  const others = [
    ...(preceding === null ? [] : [{ label: '先经的复议', ...preceding }]),
    ...following.map((one) => ({ label: '复议后的诉讼', ...one })),
  ];
  return others.map(({ label, disputeId, number, tribunal }) => (
    <div key={disputeId} className="duty">
      <dt>{label}</dt>
      <dd>
        <Link to="/disputes/$regionId/$disputeId" params={{ regionId, disputeId }}>
          {tribunal} {number}
        </Link>
      </dd>
    </div>
  ));
}

/** What beside the application the dispute is about, and from when the other party knew of it. */
function Subject({
  shown: { regionId, document, silence, knownOn, isUntold, newReplies },
}: Props): ReactNode {
  return (
    <>
      {document !== null && (
        <>
          <dt>公开的信息</dt>
          <dd>
            <Link
              to="/documents/$regionId/$documentId"
              params={{ regionId, documentId: document.documentId }}
            >
              {document.title}
            </Link>
            <span className="quiet">
              索引号{document.indexNumber}
              {document.publishedOn !== null && `，${shownDate(document.publishedOn)}公开`}
            </span>
          </dd>
        </>
      )}
      {silence !== null && (
        <>
          <dt>答复期限</dt>
          <dd>
            {shownDate(silence.dueOn)}，{silence.words}
          </dd>
        </>
      )}
      {(knownOn !== null || isUntold) && (
        <>
          <dt>对方知道之日</dt>
          <dd>
            {knownOn === null ? '没有登记' : shownDate(knownOn)}
            {isUntold && '；没有告知救济途径、期限'}
          </dd>
        </>
      )}
      {newReplies.map(({ on, documentNumber }) => (
        <div key={on} className="duty">
          <dt>重新作出的答复</dt>
          <dd>
            {shownDate(on)}送达{documentNumber !== null && `，${documentNumber}`}
          </dd>
        </div>
      ))}
    </>
  );
}

/** What kind of case it is, about what, and against whom. */
export function FactsCard({ shown }: Props): ReactNode {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const { regionId, organName, kind, role, act, actOn, application, words, maskedParty, abilities } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>案件</h2>
        <AbilityButton
          size="small"
          needs="dispute.write"
          abilities={abilities}
          hindrance={words === null ? '看不到对方当事人的，不能修改。' : undefined}
          onClick={() => setOpen(true)}
        >
          修改案件
        </AbilityButton>
      </div>
      <dl className="facts dispute-facts">
        <dt>类别</dt>
        <dd>{DISPUTE_KINDS[kind]}</dd>
        <dt>机关</dt>
        <dd>
          {organName}
          {role === 'reconsiderationOrganAsCoDefendant' && `（${DISPUTE_ROLES[role]}）`}
        </dd>
        <dt>争议的行为</dt>
        <dd>
          {DISPUTED_ACTS[act]}
          {actOn !== null && `，${shownDate(actOn)}作出`}
        </dd>
        <dt>申请</dt>
        <dd>
          {application === null ? (
            <span className="quiet">没有关联</span>
          ) : (
            <Link
              to="/applications/$regionId/$applicationId"
              params={{ regionId, applicationId: application.applicationId }}
            >
              {application.registrationNumber}
            </Link>
          )}
        </dd>
        <Subject shown={shown} />
        <dt>对方当事人</dt>
        <dd>{words?.party ?? maskedParty}</dd>
        <RelatedLinks shown={shown} />
        {words !== null && words.note !== '' && (
          <>
            <dt>备注</dt>
            <dd className="as-written">{words.note}</dd>
          </>
        )}
      </dl>
      {isOpen && <FactsDialog shown={shown} onClose={() => setOpen(false)} />}
    </section>
  );
}
