import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { CONSULTATION_KINDS } from './acts/act-fields.ts';
import { DaysLeft } from './pieces/days-left.tsx';
import { Derivation } from './pieces/derivation.tsx';
import { StatusTag } from './pieces/status-tag.tsx';
import type { ShownCase } from './shown-application.ts';
import { placeOf } from './workbench-case.ts';
import { isNow, nextStep } from './workbench-questions.ts';

interface Props {
  readonly shown: ShownCase;
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
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
          {correctionNoticeLimit.date < civilDateAt(new Date()) && (
            <span className="quiet">已过。再告知补正的，不重新起算的期限另行显示。</span>
          )}
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

/** Number, state and dates of the case, and what to do next. */
export function CaseHeader({ shown }: Props): ReactNode {
  const { channel, receiptDate, receiptRule, sentOn, arrivedOn, isMisaddressed, officer, outcome } = shown;
  return (
    <section className="card" aria-label="案件概况">
      <p className="next-step">
        <StatusTag status={shown.status} />
        {nextStep(shown.status)}
      </p>
      <dl className="facts">
        <Deadlines shown={shown} />
        <Fact label="收到申请之日">
          {receiptDate === null ? '待双方确认' : shownDate(receiptDate)}
          <span className="quiet">{receiptRule}</span>
        </Fact>
        <Fact label="提交方式">
          {INTAKE_CHANNELS[channel].title}
          {isMisaddressed && <span className="quiet">寄给了其他内设机构或者个人</span>}
          {sentOn !== null && <span className="quiet">{shownDate(sentOn)}发出</span>}
          {arrivedOn !== null && arrivedOn !== receiptDate && (
            <span className="quiet">{shownDate(arrivedOn)}到达</span>
          )}
        </Fact>
        <Fact label="经办人">{officer?.displayName ?? <span className="quiet">尚未指定</span>}</Fact>
        {outcome !== null && <Fact label="办理结果">{OUTCOMES[outcome].title}</Fact>}
        {shown.lastOutcome !== null && shown.lastOutcome !== outcome && (
          <Fact label="重新办理的结果">{OUTCOMES[shown.lastOutcome].title}</Fact>
        )}
      </dl>
    </section>
  );
}
