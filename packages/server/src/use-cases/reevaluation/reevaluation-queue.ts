import {
  type ReevaluationDue,
  reevaluationDue,
  type WithheldItem,
} from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import {
  type OrganCondition,
  type WithheldCase,
  type WithheldDocument,
  withheldCases,
  withheldDocuments,
} from '../../db/queries/reevaluations.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

export interface QueuedReview {
  readonly about:
    | { readonly kind: 'document'; readonly row: WithheldDocument }
    | { readonly kind: 'application'; readonly row: WithheldCase };
  readonly due: ReevaluationDue;
}

/** As the domain sees it; stored civil dates. */
export const withheldItem = (id: string, row: WithheldDocument | WithheldCase): WithheldItem => ({
  id,
  withheldOn: row.withheld_on as CivilDate,
  lastReviewedOn: row.last_reviewed_on as CivilDate | null,
  nextSetOn: row.next_on as CivilDate | null,
  triggers: [],
});

export const reevaluationMonths = async (database: Kysely<Schema>, path: string): Promise<number> =>
  settingsAt(path, await chosenSettings(database, path))('publication.reevaluationMonths');

/** By the day of the review; of one day by id. */
export const queueOrder = ({ due }: QueuedReview): string => `${due.dueOn} ${due.id}`;

/** Everything that organs withheld, with the day of its next review, the nearest first (条例18). */
export async function reevaluationsOf(
  database: Kysely<Schema>,
  organs: OrganCondition,
  today: CivilDate,
): Promise<readonly QueuedReview[]> {
  const about: readonly QueuedReview['about'][] = [
    ...(await withheldDocuments(database, organs)).map((row) => ({ kind: 'document' as const, row })),
    ...(await withheldCases(database, organs)).map((row) => ({ kind: 'application' as const, row })),
  ];
  const months = new Map<string, number>();
  for (const path of new Set(about.map(({ row }) => row.path))) {
    months.set(path, await reevaluationMonths(database, path));
  }
  return about
    .map((one): QueuedReview => {
      const id = one.kind === 'document' ? one.row.document_id : one.row.application_id;
      const due = reevaluationDue(withheldItem(id, one.row), today, months.get(one.row.path) ?? 0);
      return { about: one, due };
    })
    .toSorted((a, b) => (queueOrder(a) < queueOrder(b) ? -1 : 1));
}
