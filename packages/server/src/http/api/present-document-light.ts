import { type TrafficLight, trafficLight } from '@zhaoshi/domain/application/milestones';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { ListedDocument } from '../../db/queries/document-list.ts';
import type { DocumentLightRules } from '../../use-cases/documents/document-context.ts';

/** Where nothing is waited for any more. */
const ENDED: ReadonlySet<ListedDocument['status']> = new Set(['filed', 'discarded', 'withdrawn']);

/** How near the last day to publish is; a document that was published, or never will be, has none. */
export function documentLight(
  row: Pick<ListedDocument, 'due_on' | 'status' | 'first_published_at'>,
  { calendar, settings, today }: DocumentLightRules,
): TrafficLight | null {
  if (row.due_on === null || row.first_published_at !== null || ENDED.has(row.status)) return null;
  const { secondReminderDays, lastReminderDays } = publicationRulesFrom(settings);
  return trafficLight(row.due_on as CivilDate, today, calendar, {
    secondDays: secondReminderDays,
    lastDays: lastReminderDays,
  });
}
