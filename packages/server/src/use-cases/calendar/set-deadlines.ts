import type { CaseDeadline } from '@zhaoshi/domain/application/case-deadlines';
import type { Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { holdCalendars } from './calendar-lock.ts';
import { registerDeadline } from './register-deadline.ts';

export interface SubjectDeadlines extends OrganIds {
  readonly path: string;
  /** `<thing>/<id>` */
  readonly subject: string;
  readonly at: Date;
  readonly newId: () => string;
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes these the open deadlines of a thing: what no longer runs or runs otherwise is closed, what is new is entered.
 */
export async function setDeadlines(
  transaction: Transaction<Schema>,
  { regionId, organId, path, subject, at, newId }: SubjectDeadlines,
  wanted: readonly CaseDeadline[],
): Promise<void> {
  // Before any row of the register is locked, in the order in which a calendar is loaded.
  await holdCalendars(transaction);
  const open = await transaction
    .selectFrom('deadline')
    .select(['deadline_id', 'kind', 'starts_on', 'working_days', 'excluded'])
    .where('region_id', '=', regionId)
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .execute();
  const isKept = ({ kind, starts_on, working_days, excluded }: (typeof open)[number]): boolean =>
    wanted.some(
      (one) =>
        one.kind === kind &&
        one.startsOn === starts_on &&
        one.workingDays === working_days &&
        sameText(one.excluded, excluded),
    );
  const ended = open.filter((row) => !isKept(row)).map(({ deadline_id }) => deadline_id);
  if (ended.length > 0) {
    await transaction
      .updateTable('deadline')
      .set({ closed_at: at })
      .where('region_id', '=', regionId)
      .where('deadline_id', 'in', ended)
      .execute();
  }
  const kept = new Set(open.filter(isKept).map(({ kind }) => kind));
  for (const deadline of wanted.filter(({ kind }) => !kept.has(kind))) {
    await registerDeadline(transaction, {
      ...deadline,
      regionId,
      organId,
      path,
      subject,
      deadlineId: newId(),
    });
  }
}
