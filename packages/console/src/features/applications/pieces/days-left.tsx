import type { Status } from '@zhaoshi/domain/application/status';
import type { ReactNode } from 'react';
import { shownDate } from '../../../app/moments.ts';
import type { RegisterRow } from '../shown-application.ts';
import './pieces.css';

/** What is waited for while no period runs. */
const WAITS: Readonly<Partial<Record<Status, readonly [words: string, until: string]>>> = {
  awaitingConfirmation: ['期限未起算', ''],
  awaitingCorrection: ['等待补正，期限中止', '补正期限至'],
  awaitingPayment: ['等待缴费，期限中止', '缴费期限至'],
};

/** How near the last day to reply is, by colour and in words; what is waited for where no period runs. */
export function DaysLeft({
  row: { light, status, waitsUntil },
}: {
  readonly row: Pick<RegisterRow, 'light' | 'status' | 'waitsUntil'>;
}): ReactNode {
  if (light !== null) return <span className={`light light-${light.colour}`}>{light.words}</span>;
  const [words, until] = WAITS[status] ?? [];
  if (words === undefined) return <span className="quiet">期限已结束</span>;
  return (
    <span className="light light-waiting">
      {words}
      {waitsUntil !== null && until !== '' && (
        <small className="under">
          {until}
          {shownDate(waitsUntil)}
        </small>
      )}
    </span>
  );
}
