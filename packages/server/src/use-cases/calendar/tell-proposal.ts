import type { Transaction } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { otherEditors } from './calendar-proposals.ts';

type Teller = Pick<ChangeContext, 'caller' | 'now' | 'newId'>;

/** Of whose calendar and which year; who proposed it is shown where it is confirmed. */
const factsOf = ({ region_id, organ_id, name }: OrganRow, year: number) => ({
  organ: name,
  year: String(year),
  regionId: region_id,
  organId: organ_id,
});

/** Tells everybody who may confirm it that a change of the calendar waits for a second person. */
export async function tellProposed(
  transaction: Transaction<Schema>,
  context: Teller,
  organ: OrganRow,
  year: number,
): Promise<void> {
  for (const accountId of await otherEditors(transaction, organ.path, context.caller.accountId)) {
    const facts = factsOf(organ, year);
    await notify(transaction, { accountId, kind: 'calendarProposed', facts }, context);
  }
}

/** Tells the one who proposed it what became of it, unless it was themselves who took it back. */
export async function tellSettled(
  transaction: Transaction<Schema>,
  context: Teller,
  organ: OrganRow,
  {
    year,
    proposedBy,
    as,
  }: { readonly year: number; readonly proposedBy: string; readonly as: 'confirmed' | 'withdrawn' },
): Promise<void> {
  if (proposedBy === context.caller.accountId) return;
  const kind = as === 'confirmed' ? 'calendarConfirmed' : 'calendarSentBack';
  await notify(transaction, { accountId: proposedBy, kind, facts: factsOf(organ, year) }, context);
}
