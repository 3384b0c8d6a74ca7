import type { Rejection } from '@zhaoshi/contract/problems';
import type { ActTexts, ApplicationEvent } from '@zhaoshi/domain/application/act';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ApplicationIds, CaseRow } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import type { CaseContext } from './case-context.ts';

/** What a letter is composed from. */
export interface LetterOccasion {
  readonly row: CaseRow;
  /** Before and after the event. */
  readonly state: ApplicationState;
  readonly after: ApplicationState;
  readonly event: ApplicationEvent;
  readonly texts: ActTexts;
  readonly rules: CaseContext;
  readonly box: SecretBox;
}

/**
 * Composes and keeps the letter that an event sends.
 *
 * @returns its document number; `null` when the event sends none or it carries none
 */
export async function issueLetter(
  _transaction: Transaction<Schema>,
  _occasion: LetterOccasion,
): Promise<Result<string | null, Rejection>> {
  return await Promise.resolve(ok(null));
}

/** Notes on the letter when and how it reached whom it is for. */
export async function recordLetterDelivery(
  transaction: Transaction<Schema>,
  { regionId }: ApplicationIds,
  event: ApplicationEvent,
): Promise<void> {
  if (event.type !== 'deliverLetter' && event.type !== 'deliverReply') return;
  await transaction
    .updateTable('letter')
    .set({ delivered_on: event.on, delivery_way: event.way })
    .where('region_id', '=', regionId)
    .where('letter_id', '=', event.letterId)
    .execute();
}
