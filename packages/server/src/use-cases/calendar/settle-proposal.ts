import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import type { CalendarChange, CalendarLoad } from './calendar-change.ts';
import { lockCalendars } from './calendar-lock.ts';
import { loadOfProposal, type WaitingProposal, waitingProposal } from './calendar-proposals.ts';
import { applyCalendar, traceOfLoad, versionOf } from './load-calendar.ts';
import { tellSettled } from './tell-proposal.ts';

export interface ProposalIds extends OrganIds {
  readonly year: number;
  readonly proposalId: string;
}

interface Found {
  readonly organ: OrganRow;
  readonly proposal: WaitingProposal;
  readonly load: CalendarLoad;
}

const refusal = (detail: string): Rejection => ({ code: 'state-refuses', detail });

const GONE = refusal('这项修改已经由他人确认或者撤回。请刷新页面查看；没有做任何改动。');
const OWN = refusal(
  '这项修改是您提出的，须由另一名能维护工作日历的人确认；没有做任何改动。需要修改的，可以先撤回。',
);
const MOVED = refusal('这项修改提出之后，这个年度的工作日历又有变动，不能确认。请撤回后重新提出。');

/** The proposal, with everybody else kept from calendars until the transaction ends. */
async function findWaiting(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  { year, proposalId, ...ids }: ProposalIds,
): Promise<Result<Found, Rejection>> {
  const organ = await findOrgan(transaction, ids);
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
  await lockCalendars(transaction);
  const proposal = await waitingProposal(transaction, ids, year);
  if (proposal?.proposal_id !== proposalId) return err(GONE);
  return ok({ organ, proposal, load: loadOfProposal(proposal) });
}

async function settle(
  transaction: Transaction<Schema>,
  context: ChangeContext & { readonly at: Date },
  { organ, proposal }: Found,
  as: 'confirmed' | 'withdrawn',
): Promise<void> {
  const { region_id, proposal_id, calendar_year: year, proposed_by: proposedBy } = proposal;
  await transaction
    .updateTable('calendar_proposal')
    .set({ settled_as: as, settled_by: context.caller.accountId, settled_at: context.at })
    .where('region_id', '=', region_id)
    .where('proposal_id', '=', proposal_id)
    .execute();
  await tellSettled(transaction, context, organ, { year, proposedBy, as });
}

/** A second person confirms what another proposed; from now on it holds. */
export async function confirmCalendar(
  context: ChangeContext,
  ids: ProposalIds,
): Promise<Result<CalendarChange, Rejection>> {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const found = await findWaiting(transaction, context, ids);
    if (!found.ok) return found;
    const { organ, proposal, load } = found.value;
    if (proposal.proposed_by === caller.accountId) return err(OWN);
    const version = await versionOf(transaction, organ, ids.year);
    if (version !== proposal.base_version) return err(MOVED);
    const at = now();
    const changed = await applyCalendar(transaction, organ, load, { version, at });
    await settle(transaction, { ...context, at }, found.value, 'confirmed');
    return ok({
      value: changed,
      subject: `workingCalendar/${ids.year}`,
      organPath: organ.path,
      details: { step: 'confirmed', proposedBy: proposal.proposed_by, ...traceOfLoad(load, changed) },
    });
  });
}

/** The one who proposed takes it back, or another sends it back. */
export async function withdrawCalendar(
  context: ChangeContext,
  ids: ProposalIds,
): Promise<Result<null, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await findWaiting(transaction, context, ids);
    if (!found.ok) return found;
    const { organ, proposal } = found.value;
    await settle(transaction, { ...context, at: now() }, found.value, 'withdrawn');
    return ok({
      value: null,
      subject: `workingCalendar/${ids.year}`,
      organPath: organ.path,
      details: { step: 'withdrawn', proposedBy: proposal.proposed_by },
    });
  });
}
