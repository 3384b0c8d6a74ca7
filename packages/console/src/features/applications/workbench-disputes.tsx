import { Link } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { DISPUTE_KINDS } from '@zhaoshi/domain/dispute/dispute';
import { type ReactNode, useId } from 'react';
import { useRead } from '../../app/use-route.ts';
import { DisputeLink, stateWords } from '../disputes/dispute-marks.tsx';
import type { ShownCase } from './shown-application.ts';

/** Reconsiderations and suits about a case; a reply that they order is no second result in table three (annual-report.md §7). */
export function CaseDisputes({ shown }: { readonly shown: ShownCase }): ReactNode {
  const headingId = useId();
  const { regionId, applicationId, registrationNumber } = shown;
  const { data } = useRead(disputeRoutes.ofApplication, { params: { regionId, applicationId } });
  if (data === undefined) return null;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>复议诉讼</h2>
      {data.items.length === 0 && <p className="quiet">台账里没有这件申请引起的复议、诉讼。</p>}
      <ul className="rows">
        {data.items.map((row) => (
          <li key={row.disputeId}>
            <span>
              <DisputeLink row={row} />
              <small className="quiet">{DISPUTE_KINDS[row.kind]}</small>
            </span>
            <span className="quiet">{stateWords(row)}</span>
          </li>
        ))}
      </ul>
      {data.items.length > 0 && (
        <p className="quiet">按复议决定、判决重新作出的答复不是新的申请，年报表三不再计一次。</p>
      )}
      {data.abilities.includes('dispute.write') && (
        <Link to="/disputes/new" search={{ number: registrationNumber }}>
          登记复议、诉讼案件
        </Link>
      )}
    </section>
  );
}
