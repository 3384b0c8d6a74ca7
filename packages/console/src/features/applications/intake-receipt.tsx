import { applicationIntakeRoutes } from '@zhaoshi/contract/routes/application-intake';
import type { IntakeChannel } from '@zhaoshi/domain/application/intake';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { factsOf, type IntakeValues } from './intake-values.ts';
import { Derivation, REPLY_LAW } from './pieces/derivation.tsx';

type Chosen = IntakeValues & { readonly channel: IntakeChannel };

/** By when the office asks the applicant; a late confirmation is never a reason to wait longer. */
const confirmationWords = (by: string): string =>
  by < civilDateAt(new Date())
    ? `应于${shownDate(by)}以前与申请人确认，已经超过，请立即联系。`
    : `请在${shownDate(by)}以前与申请人确认。`;

/** What these dates would make of the application, before anything is saved. */
export function IntakeReceipt({ values }: { readonly values: Chosen }): ReactNode {
  const { organ } = useSession();
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data, error } = useRead(
    applicationIntakeRoutes.previewReceipt,
    { params, body: factsOf(values) },
    { enabled: organ !== null },
  );
  if (error !== null) return <ProblemAlert error={error} title="没有算出收到申请之日" />;
  if (data === undefined) return <div className="receipt-preview quiet">正在推算……</div>;
  const { receiptDate, due, rule, article, evidence, awaitsConfirmation, confirmBy, faults } = data;
  // What is not typed yet is no fault; the form asks for it when it is saved.
  const told = faults.filter(({ field }) => values.arrivedOn !== undefined || field !== 'arrivedOn');
  return (
    <div className="receipt-preview" aria-live="polite">
      {told.length > 0 ? (
        <ul className="late">
          {told.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : (
        <dl>
          <div>
            <dt>收到申请之日</dt>
            <dd>
              {receiptDate === null ? (
                <span>{awaitsConfirmation ? '待与申请人确认' : '请先填写日期'}</span>
              ) : (
                <b className="figures">{shownDate(receiptDate)}</b>
              )}
            </dd>
          </div>
          <div>
            <dt>答复的最后一日（20个工作日）</dt>
            <dd>
              {due === null ? (
                <span>确定收到申请之日后起算</span>
              ) : (
                <Derivation title="答复的最后一日" derived={due} law={REPLY_LAW} />
              )}
            </dd>
          </div>
        </dl>
      )}
      <p>
        {rule}（{article}）
        {receiptDate === null && awaitsConfirmation && confirmBy !== null && (
          <b>{confirmationWords(confirmBy)}</b>
        )}
      </p>
      <p className="quiet">应当留存：{evidence.join('、')}。</p>
    </div>
  );
}
