import type { FieldError } from '@zhaoshi/contract/problems';
import type { DisputeKind } from '@zhaoshi/domain/dispute/dispute';
import { STAGE_KINDS } from '@zhaoshi/domain/dispute/dispute-results';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { stageFaults } from '@zhaoshi/domain/dispute/stage-faults';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Transaction } from 'kysely';
import { disputeWithNumber } from '../../db/queries/disputes-related.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

/** What is wrong with a stage itself, and with those after it that no longer fit. */
export function faultsOfStage(
  kind: DisputeKind,
  stages: readonly RegisteredStage[],
  index: number,
  today: CivilDate,
): { readonly own: readonly FieldError[]; readonly others: readonly string[] } {
  const faults = stageFaults(kind, stages, today);
  return {
    own: (faults[index] ?? []).map(({ field, message }) => ({ pointer: `/${field}`, message })),
    others: faults.flatMap((found, at) =>
      at === index
        ? []
        : found.map(({ message }) => `${STAGE_KINDS[stages[at]?.kind ?? 'reconsideration']}：${message}。`),
    ),
  };
}

/** The same 案号 of the same court or organ is one case: it is not entered twice. */
export async function numberTaken(
  transaction: Transaction<Schema>,
  dispute: OrganIds & { readonly disputeId: string | null },
  { number, tribunal }: RegisteredStage,
  pointer: string,
): Promise<readonly FieldError[]> {
  if (number === '') return [];
  const isTaken = await disputeWithNumber(transaction, dispute, { number, tribunal });
  return isTaken
    ? [{ pointer, message: `台账里已经有${tribunal}的“${number}”；请打开那件案件办理，不要重复登记` }]
    : [];
}
