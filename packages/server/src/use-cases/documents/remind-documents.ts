import { recipientsOf } from '@zhaoshi/domain/application/reminder-recipients';
import {
  type PublicationReminder,
  publicationReminders,
  publicationReminderWords,
} from '@zhaoshi/domain/disclosure/periods/publication-reminders';
import { addDays, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { contentOf } from '../../db/queries/documents.ts';
import { type OwedDocument, owedDocuments } from '../../db/queries/owed-documents.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { type DocumentLightRules, deadlineOf, documentLightRules } from './document-context.ts';

/** Days that are made up for after a standstill; what was told then is known by itself. */
const DAYS_BACK = 3;
/** No first reminder comes earlier than so long before the last day. */
const AHEAD_DAYS = 60;
const WHO = ['disclosureOfficer', 'disclosureOfficeHead', 'leader'] as const;

interface DocumentReminder extends PublicationReminder {
  readonly documentId: string;
}

interface OrganReminders {
  readonly organ: OwedDocument;
  readonly reminders: DocumentReminder[];
}

/** One notification for all documents of the organ that are reminded of in the same way; a single one is linked. */
async function remind(context: UseCaseContext, { organ, reminders }: OrganReminders): Promise<void> {
  const { region_id: regionId, organ_id: organId, path, organ_name } = organ;
  const desk = { ...(await organDesk(context.database, { regionId, organId, path })), officerId: null };
  const groups = Map.groupBy(reminders, ({ kind, on }) => `${kind} ${on}`);
  await context.database.transaction().execute(async (transaction) => {
    for (const [key, [first, ...others]] of groups) {
      if (first === undefined) continue;
      const due = [first, ...others].map((one) => one.due).toSorted()[0] ?? first.due;
      const facts = {
        organ: organ_name,
        words: publicationReminderWords(first.kind, others.length + 1, due),
        ...(others.length === 0 && { regionId, documentId: first.documentId }),
      };
      for (const accountId of recipientsOf(WHO, desk)) {
        const once = `${organId} ${key}`;
        await notify(transaction, { accountId, kind: 'documentReminder', facts, once }, context);
      }
    }
  });
}

/**
 * Reminds office and leader of documents whose period of publication runs out or is over (条例26). It may run any number
 * of times, on several servers at once, and be broken off.
 */
export async function remindDocuments(context: UseCaseContext): Promise<void> {
  const { database, now } = context;
  const today = civilDateAt(now());
  const rulesAt = await documentLightRules(database, today);
  const organs = new Map<string, OrganReminders & { readonly rules: DocumentLightRules }>();
  for (const row of await owedDocuments(database, addDays(today, AHEAD_DAYS))) {
    const known = organs.get(row.path) ?? { organ: row, reminders: [], rules: await rulesAt(row.path) };
    organs.set(row.path, known);
    const due = deadlineOf(contentOf(row), known.rules);
    if (due === null || due.dueOn === null) continue;
    const earliest = addDays(today, -DAYS_BACK);
    // Nothing is reminded of for days before it was entered.
    const entered = civilDateAt(row.entered_at);
    const since = entered > earliest ? entered : earliest;
    const { document_id: documentId } = row;
    for (const reminder of publicationReminders(due.dueOn, due.alarms, [since, today])) {
      known.reminders.push({ ...reminder, documentId });
    }
  }
  for (const organ of organs.values()) {
    if (organ.reminders.length > 0) await remind(context, organ);
  }
}
