import { identityErasureDay } from '@zhaoshi/domain/application/identity-erasure';
import { OPEN_STATUSES } from '@zhaoshi/domain/application/status';
import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import { addDays, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql, type Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { civilDayOf } from '../../db/china-time.ts';
import { type ApplicationIds, caseEvents, eventOf, lockCase } from '../../db/queries/application-case.ts';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import { caseFileRows } from '../../db/queries/case-files.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { calendarsAt } from '../../use-cases/calendar/calendars.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { retentionPeriods } from '../retention/retention.ts';
import { erase } from './erase.ts';

export type ErasingContext = Pick<UseCaseContext, 'database' | 'now'> & {
  readonly services: {
    readonly files: Pick<Services['files'], 'storage'>;
    readonly secretBox: Services['secretBox'];
  };
};

const BATCH = 200;

/** At most so many cases in one run; the next one goes on. */
const MOST_CASES = 20_000;

/** Finished cases whose result is so old that their documents may be over, in the order of their ids. */
async function candidates(
  database: Kysely<Schema>,
  before: string,
  after: ApplicationIds | undefined,
): Promise<readonly ApplicationIds[]> {
  const rows = await database
    .selectFrom('application')
    .select(['region_id', 'application_id'])
    .where('status', 'not in', [...OPEN_STATUSES])
    .where(sql<boolean>`coalesce(result_on, ${civilDayOf(sql`entered_at`)}) < ${before}::date`)
    .where(
      sql<boolean>`not exists (select from erasure where erasure.region_id = application.region_id
        and erasure.kind = 'form' and erasure.subject_id = application.application_id)`,
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(region_id, application_id) > (${after?.regionId}::uuid, ${after?.applicationId}::uuid)`,
      ),
    )
    .orderBy('region_id')
    .orderBy('application_id')
    .limit(BATCH)
    .execute();
  return rows.map((row) => ({ regionId: row.region_id, applicationId: row.application_id }));
}

/** Whether another case of the same applicant still needs the documents. */
async function isStillNeeded(
  transaction: Transaction<Schema>,
  { regionId, applicationId }: ApplicationIds,
  applicantId: string,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('application')
    .select('application_id')
    .where('region_id', '=', regionId)
    .where('applicant_id', '=', applicantId)
    .where('application_id', '<>', applicationId)
    .where(
      sql<boolean>`not exists (select from erasure where erasure.region_id = application.region_id
        and erasure.kind = 'form' and erasure.subject_id = application.application_id)`,
    )
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

interface Rules {
  readonly days: number;
  readonly calendarOf: (path: string) => WorkingCalendar;
}

/** @returns keys of the storage whose rows are gone; `null` when the case keeps its documents */
async function eraseOfCase(
  transaction: Transaction<Schema>,
  { now, services }: ErasingContext,
  ids: ApplicationIds,
  { days, calendarOf }: Rules,
): Promise<readonly string[] | null> {
  const row = await lockCase(transaction, ids);
  if (row === undefined) return null;
  const events = (await caseEvents(transaction, ids)).map(eventOf);
  const finished = { status: row.status, isImported: row.is_imported, events };
  const at = now();
  const day = identityErasureDay(finished, calendarOf(row.path), days);
  if (day === null || day > civilDateAt(at)) return null;
  const { regionId, applicationId } = ids;
  const files = (await caseFileRows(transaction, ids)).filter(({ use }) => use === 'identity');
  const isApplicantOver = !(await isStillNeeded(transaction, ids, row.applicant_id));
  const subjects = [
    ...files.map(({ file_id }) => ({ kind: 'file', subjectId: file_id }) as const),
    { kind: 'form', subjectId: applicationId } as const,
    ...(isApplicantOver ? [{ kind: 'applicant', subjectId: row.applicant_id } as const] : []),
  ];
  const keys: string[] = [];
  for (const subject of subjects) {
    const key = await erase(transaction, services.secretBox, { regionId, ...subject, erasedAt: at });
    if (key !== null) keys.push(key);
  }
  await appendAudit(
    transaction,
    {
      actor: 'system:retention',
      action: 'retention.eraseIdentity',
      subject: `application/${applicationId}`,
      details: { organ: row.path, files: files.length, applicant: isApplicantOver, due: day },
    },
    at,
  );
  return keys;
}

/**
 * Removes what proves who an applicant is from the active system once the period of the setting is over: files of that
 * use, the numbers on the form, and the number in the applicant's record when no other case needs it. Case by case, so
 * that nobody waits for all of them. The copy of a case that was exported for the archive stays as it is.
 *
 * @returns how many cases lost their documents
 */
export async function eraseIdentities(context: ErasingContext): Promise<number> {
  const { database, now, services } = context;
  const days = (await retentionPeriods(database))('retention.identityDays');
  const calendarOf = calendarsAt(await loadedCalendars(database, '', { below: true }));
  const before = addDays(civilDateAt(now()), -days);
  let erased = 0;
  let after: ApplicationIds | undefined;
  do {
    const batch = await candidates(database, before, after);
    for (const ids of batch) {
      const keys = await database
        .transaction()
        .execute(async (transaction) => await eraseOfCase(transaction, context, ids, { days, calendarOf }));
      for (const key of keys ?? []) await services.files.storage.remove(key);
      if (keys !== null) erased += 1;
    }
    after = batch.length < BATCH ? undefined : batch.at(-1);
  } while (after !== undefined && erased < MOST_CASES);
  return erased;
}
