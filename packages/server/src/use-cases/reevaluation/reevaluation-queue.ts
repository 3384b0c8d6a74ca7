import {
  type ReevaluationDue,
  reevaluationDue,
  type WithheldItem,
} from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { type TriggerRow, triggersOf } from '../../db/queries/reevaluation-triggers.ts';
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
  /** What happened since its last review, and what is known to come. */
  readonly triggers: readonly TriggerRow[];
}

/** As the domain sees it; stored civil dates. */
export const withheldItem = (
  id: string,
  row: WithheldDocument | WithheldCase,
  triggers: readonly TriggerRow[] = [],
): WithheldItem => ({
  id,
  withheldOn: row.withheld_on as CivilDate,
  lastReviewedOn: row.last_reviewed_on as CivilDate | null,
  nextSetOn: row.next_on as CivilDate | null,
  triggers: triggers.map(({ kind, happened_on }) => ({ kind, on: happened_on as CivilDate })),
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
  const idOf = (one: QueuedReview['about']): string =>
    one.kind === 'document' ? one.row.document_id : one.row.application_id;
  const triggers = Map.groupBy(await triggersOf(database, about.map(idOf)), ({ about_id }) => about_id);
  return about
    .map((one): QueuedReview => {
      const id = idOf(one);
      const own = triggers.get(id) ?? [];
      const reviewedOn = one.row.last_reviewed_on;
      const due = reevaluationDue(withheldItem(id, one.row, own), today, months.get(one.row.path) ?? 0);
      const open = own.filter(({ happened_on }) => reviewedOn === null || happened_on > reviewedOn);
      return { about: one, due, triggers: open };
    })
    .toSorted((a, b) => (queueOrder(a) < queueOrder(b) ? -1 : 1));
}
