import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { interpretationAlarm } from '@zhaoshi/domain/disclosure/periods/alarms';
import type { OwedThing } from '@zhaoshi/domain/disclosure/reminders/duty-stages';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { Kysely } from 'kysely';
import { contentOf } from '../../db/queries/documents.ts';
import { draftsWithoutFeedback, uninterpretedPolicies } from '../../db/queries/owed-duties.ts';
import type { Schema } from '../../db/schema.ts';
import type { DocumentLightRules } from '../documents/document-context.ts';
import { draftPeriod } from '../voice/draft-period.ts';

/** Something that is owed for a public document. */
export interface OwedForDocument extends OwedThing {
  readonly organId: string;
  readonly regionId: string;
  readonly documentId: string;
}

type RulesOf = (organId: string) => DocumentLightRules;

/** Interpretations that public policies still lack (publication.md §7). */
export async function owedInterpretations(
  database: Kysely<Schema>,
  organIds: readonly string[],
  { rulesOf, today }: { readonly rulesOf: RulesOf; readonly today: CivilDate },
): Promise<readonly OwedForDocument[]> {
  const rows = await uninterpretedPolicies(database, organIds, today);
  return rows.flatMap(({ organ_id, region_id, document_id, published_on }) => {
    const { calendar, settings } = rulesOf(organ_id);
    const rules = publicationRulesFrom(settings);
    // Older than the calendars: nothing can be counted.
    const [alarm] = interpretationAlarm(published_on, { calendar, rules });
    if (alarm === undefined) return [];
    return [
      {
        duty: 'interpretation',
        id: document_id,
        dueOn: addWorkingDays(calendar, published_on, rules.interpretationDays).date,
        owedFrom: alarm.on,
        warnsOn: null,
        organId: organ_id,
        regionId: region_id,
        documentId: document_id,
      },
    ];
  });
}

/** Feedback on comments that public drafts owe from the day after their period on (决策条例16). */
export async function owedFeedback(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<readonly OwedForDocument[]> {
  const rows = await draftsWithoutFeedback(database, organIds);
  return rows.flatMap((row) => {
    const period = draftPeriod(contentOf(row), row.visible_from, row.reason ?? '');
    if (period === null) return [];
    return [
      {
        duty: 'feedback',
        id: row.document_id,
        dueOn: period.until,
        owedFrom: addDays(period.until, 1),
        warnsOn: null,
        organId: row.organ_id,
        regionId: row.region_id,
        documentId: row.document_id,
      },
    ];
  });
}
