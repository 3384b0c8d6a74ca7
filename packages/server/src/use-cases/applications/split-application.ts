import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import { refuseSplit } from '@zhaoshi/domain/application/split';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import type { Transaction } from 'kysely';
import { type ApplicationIds, type CaseRow, lockCase } from '../../db/queries/application-case.ts';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { lateCaseLock } from '../annual-report/period-lock.ts';
import type { ChangeContext } from '../context.ts';
import { officerOf } from './act-on-application.ts';
import { actOnCase, loadState } from './act-on-case.ts';
import { type InsertedApplication, insertApplication, summaryOf } from './insert-application.ts';
import { openForm, sealForm } from './show-case.ts';

export interface SplitApplication extends ApplicationIds {
  readonly remaining: string;
  readonly matters: readonly string[];
}

export interface SplitCases extends ApplicationIds {
  readonly cases: readonly InsertedApplication[];
  /** The case with its version after it. */
  readonly raised: ApplicationIds & { readonly version: number };
}

type Context = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };

/** What comes with a form; everything else was worked out for the case as it stands, and goes out with it alone. */
const WITH_THE_FORM = ['form', 'envelope', 'identity', 'powerOfAttorney'] as const;

/** The files that came with the form belong to every part of it. */
async function shareFiles(
  transaction: Transaction<Schema>,
  { regionId, applicationId }: ApplicationIds,
  childId: string,
): Promise<void> {
  const files = await transaction
    .selectFrom('application_file')
    .select(['file_id', 'use', 'added_at'])
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .where('use', 'in', WITH_THE_FORM)
    .execute();
  for (const file of files) {
    await transaction
      .insertInto('application_file')
      .values({ ...file, region_id: regionId, application_id: childId })
      .execute();
  }
}

/** A matter as a case of its own: the same applicant, channel and days; a number and a query code of its own. */
async function insertPart(
  transaction: Transaction<Schema>,
  { now, newId, caller, services }: Context,
  { row, organ, form }: { readonly row: CaseRow; readonly organ: OrganRow; readonly form: ApplicationForm },
): Promise<InsertedApplication> {
  const inserted = await insertApplication(
    transaction,
    organ,
    {
      channel: row.channel,
      isMisaddressed: row.is_misaddressed,
      // Civil dates as they stand in the row.
      sentOn: row.sent_on as CivilDate | null,
      arrivedOn: row.arrived_on as CivilDate | null,
      receiptDate: row.receipt_date as CivilDate | null,
      summary: null,
      form,
      isImported: false,
      registrationNumber: null,
      actor: caller.accountId,
    },
    { at: now(), newId, box: services.secretBox },
  );
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  await shareFiles(transaction, ids, inserted.applicationId);
  return inserted;
}

/** Links the case to a part, as an act of its own; what the form asked as a whole stays with the first. */
async function linkPart(
  transaction: Transaction<Schema>,
  context: Context,
  ids: ApplicationIds,
  { otherId, note }: { readonly otherId: string; readonly note: string },
): Promise<Result<unknown, Rejection>> {
  const { now, newId, services } = context;
  const row = await lockCase(transaction, ids);
  if (row === undefined) return err({ code: 'not-found' });
  const on = civilDateAt(now());
  const act = { type: 'linkCase', on, relation: 'splitInto', otherId, givenBefore: false } as const;
  const loaded = await loadState(transaction, row, now());
  return await actOnCase(transaction, loaded, { act, texts: { note } }, officerOf(context), {
    now,
    newId,
    box: services.secretBox,
  });
}

/** What stays in the case is what it asks for from now on. */
async function keepRemaining(
  transaction: Transaction<Schema>,
  row: CaseRow,
  form: ApplicationForm,
  box: Services['secretBox'],
): Promise<void> {
  const summary = summaryOf({ summary: null, form });
  const folded = foldForSearch(summary);
  await transaction
    .updateTable('application')
    .set({
      summary,
      folded,
      bigrams: [...bigramNumbers(folded)],
      sealed: sealForm(box, row.application_id, form),
    })
    .where('region_id', '=', row.region_id)
    .where('application_id', '=', row.application_id)
    .execute();
}

/** Parts share the day of receipt: a report that is frozen with one case does not become one with several. */
async function refuseLateParts(
  transaction: Transaction<Schema>,
  { region_id: regionId, organ_id: organId, applicant_kind: applicantKind, receipt_date }: CaseRow,
): Promise<string | null> {
  if (receipt_date === null) return null;
  const lock = await lateCaseLock(transaction, { regionId, organId });
  // A stored civil date.
  return lock({ applicantKind, receiptDate: receipt_date as CivilDate, result: null });
}

/** Splits a form with several matters into cases that share its day of receipt (国办函〔2020〕109号 第四条). */
export async function splitApplication(
  context: Context,
  { regionId, applicationId, remaining, matters }: SplitApplication,
): Promise<Result<SplitCases, Rejection>> {
  const { change, reaches, expectedVersion, now, services } = context;
  const ids = { regionId, applicationId };
  return await change(async (transaction) => {
    const row = await lockCase(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const { state } = await loadState(transaction, row, now());
    const refused = refuseSplit(state);
    if (refused !== null) return err({ code: 'state-refuses', detail: refused });
    const locked = await refuseLateParts(transaction, row);
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    const organ = await findOrgan(transaction, { regionId, organId: row.organ_id });
    if (organ === undefined) return err({ code: 'not-found' });
    const form = openForm(services.secretBox, row);
    const cases: InsertedApplication[] = [];
    for (const description of matters) {
      const part = await insertPart(transaction, context, { row, organ, form: { ...form, description } });
      const note = cases.length === 0 ? `拆分前的申请内容：${form.description}` : '';
      const linked = await linkPart(transaction, context, ids, { otherId: part.applicationId, note });
      if (!linked.ok) return linked;
      cases.push(part);
    }
    await keepRemaining(transaction, row, { ...form, description: remaining }, services.secretBox);
    return ok({
      // Each link is an act of its own.
      value: { ...ids, cases, raised: { ...ids, version: row.version + cases.length } },
      subject: `application/${applicationId}`,
      organPath: row.path,
      details: { into: cases.map((one) => one.applicationId) },
    });
  });
}
