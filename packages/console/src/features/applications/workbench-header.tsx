import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { CONSULTATION_KINDS } from './acts/act-fields.ts';
import { DaysLeft } from './pieces/days-left.tsx';
import { Derivation } from './pieces/derivation.tsx';
import { Fact } from './pieces/fact.tsx';
import { StatusTag } from './pieces/status-tag.tsx';
import type { ShownCase } from './shown-application.ts';
import { placeOf } from './workbench-case.ts';
import { PromotedDocuments } from './workbench-promoted.tsx';
import { isNow, nextStep } from './workbench-questions.ts';

interface Props {
  readonly shown: ShownCase;
}

/** Every date that runs in the case, each with how it came about. */
function Deadlines({ shown }: Props): ReactNode {
  const { due, isProjected, correctionNoticeLimit, waitsUntil, strictDue, consultations } = shown.dates;
  return (
    <>
      {due !== null && (
        <Fact label="答复的最后一日">
          <Derivation title="答复的最后一日" derived={due} isProjected={isProjected} />
          <DaysLeft row={shown} />
        </Fact>
      )}
      {due === null && (
        <Fact label="答复期限">
          <DaysLeft row={shown} />
        </Fact>
      )}
      {strictDue !== null && (
        <Fact label="严格计算的最后一日">
          <Derivation title="严格计算的最后一日" derived={strictDue} />
          <span className="quiet">告知补正超过了7个工作日，这是不重新起算的期限。</span>
        </Fact>
      )}
      {correctionNoticeLimit !== null && isNow('noticeCorrection', shown) && (
        <Fact label="告知补正的最后一日">
          <Derivation title="告知补正的最后一日" derived={correctionNoticeLimit} />
          {correctionNoticeLimit.date < civilDateAt(new Date()) && <span className="quiet">已过</span>}
        </Fact>
      )}
      {waitsUntil !== null && (
        <Fact label="等待申请人至">
          <Derivation title="等待申请人的最后一日" derived={waitsUntil} />
        </Fact>
      )}
      {consultations.map(({ consultationId, lapse }) => {
        const kind = shown.openConsultations.find((one) => one.consultationId === consultationId)?.kind;
        const name = `第${placeOf('sendConsultation', consultationId, shown)}次征求意见`;
        return (
          <Fact key={consultationId} label={name}>
            {CONSULTATION_KINDS[kind ?? ''] ?? ''}
            {lapse === null ? (
              <span className="quiet">
                {kind === 'organConsultation' ? '没有法定期限' : '登记送达后起算15个工作日'}
              </span>
            ) : (
              <Derivation title={`${name}期满之日`} derived={lapse} />
            )}
          </Fact>
        );
      })}
    </>
  );
}

/** State and dates of the case, who asked for what, and what to do next. */
export function CaseHeader({ shown }: Props): ReactNode {
  const { receiptDate, officer, outcome, lastOutcome, applicant, summary } = shown;
  return (
    <section className="card case-header" aria-label="案件概况">
      <p className="next-step">
        <StatusTag status={shown.status} />
        {nextStep(shown.status)}
      </p>
      <dl className="facts">
        <Deadlines shown={shown} />
        <Fact label="收到申请之日">{receiptDate === null ? '待双方确认' : shownDate(receiptDate)}</Fact>
        <Fact label="经办人">{officer?.displayName ?? <span className="quiet">尚未指定</span>}</Fact>
        {outcome !== null && <Fact label="办理结果">{OUTCOMES[outcome].title}</Fact>}
        {lastOutcome !== null && lastOutcome !== outcome && (
          <Fact label="重新办理的结果">{OUTCOMES[lastOutcome].title}</Fact>
        )}
        <Fact label="申请人">{applicant}</Fact>
        <Fact label="申请的信息">{summary}</Fact>
        <PromotedDocuments shown={shown} />
      </dl>
    </section>
  );
}
