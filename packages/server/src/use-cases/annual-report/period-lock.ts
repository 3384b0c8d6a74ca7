import {
  lockedSentence,
  refuseCaseChange,
  yearsMovedByCase,
  yearsMovedByDispute,
} from '@zhaoshi/domain/annual-report/work/period-lock';
import type { CountedCase } from '@zhaoshi/domain/application/table-three';
import { disputeRulesFrom } from '@zhaoshi/domain/dispute/counting-rules';
import type { Dispute } from '@zhaoshi/domain/dispute/dispute';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely, Transaction } from 'kysely';
import { frozenYears } from '../../db/queries/frozen-years.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** Why a case that is in the register may not be changed so; `null`: nothing stands against it. */
export async function refuseLockedCase(
  database: Kysely<Schema>,
  organ: OrganIds,
  before: CountedCase,
  after: CountedCase,
): Promise<string | null> {
  // Most acts move nothing that any report counts.
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  return refuseCaseChange(before, after, await frozenYears(database, organ, 't3'));
}

/**
 * What stands against cases that come into the register by a decision of the organ, as those of an old register and the
 * parts of one that is split: the report of their year was frozen without them.
 */
export async function lateCaseLock(
  transaction: Transaction<Schema>,
  organ: OrganIds,
): Promise<(one: CountedCase) => string | null> {
  const years = await frozenYears(transaction, organ, 't3');
  return (one) => lockedSentence(yearsMovedByCase(null, one, years));
}

/** Why a dispute of the register may not be changed so, or taken out (`after` is `null`). */
export async function refuseLockedDispute(
  transaction: Transaction<Schema>,
  organ: OrganIds & { readonly path: string },
  before: Dispute,
  after: Dispute | null,
): Promise<string | null> {
  const years = await frozenYears(transaction, organ, 't4');
  if (years.length === 0) return null;
  const rules = disputeRulesFrom(settingsAt(organ.path, await chosenSettings(transaction, organ.path)));
  return lockedSentence(yearsMovedByDispute(before, after, years, rules));
}
