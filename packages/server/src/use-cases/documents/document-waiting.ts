import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { DocumentTodoFacts } from '@zhaoshi/domain/todo/document-todo';
import type { Kysely } from 'kysely';
import { documentTodo } from '../../db/queries/document-todo.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller } from '../context.ts';
import { documentRules } from './document-context.ts';

/** What of the to-do list of a person the documents say. */
export async function documentWaiting(
  database: Kysely<Schema>,
  { accountId, actor }: Caller,
  now: Date,
): Promise<DocumentTodoFacts> {
  const { calendar, chain, settings, today } = await documentRules(database, actor.path, now);
  const { secondReminderDays } = publicationRulesFrom(settings);
  const soon = addWorkingDays(calendar, today, Math.max(1, secondReminderDays)).date;
  return await documentTodo(database, { accountId, actor, chain, today, soon });
}
