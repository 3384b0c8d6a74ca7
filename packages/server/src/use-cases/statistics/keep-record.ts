import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw, type Level, type TreeKind } from '@zhaoshi/domain/organ/tree';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { type RecordFault, recordFaults } from '@zhaoshi/domain/statistics/normative-refusals';
import type { RecordedDocument } from '@zhaoshi/domain/statistics/recorded-documents';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import {
  findRecord,
  type RecordIds,
  type RecordRow,
  recordOf,
  recordsOfOrgan,
} from '../../db/queries/statistics-normative.ts';
import type { Schema } from '../../db/schema.ts';
import { refuseLockedRegister } from '../annual-report/table-two-lock.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { registerOf, registerParts } from './organ-register.ts';

/** A record as it is entered. */
export type RecordFields = Omit<RecordedDocument, 'recordId'>;

const POINTERS: Readonly<Record<RecordFault['field'], string>> = {
  row: '/row',
  documentNumber: '/documentNumber',
  dateOfDocument: '/dateOfDocument',
  validFrom: '/validFrom',
  validTo: '/validTo',
  endedOn: '/end/on',
  endGround: '/end/ground',
};

interface Organ extends OrganIds {
  readonly name: string;
  readonly kind: TreeKind;
  readonly level: Level;
  readonly path: string;
}

/** What is wrong with a record among the others of its organ; empty when it may be kept. */
async function faultsOf(
  transaction: Transaction<Schema>,
  organ: Organ,
  record: RecordedDocument,
  now: Date,
): Promise<readonly FieldError[]> {
  await oneAtATime(transaction, `normative records ${organ.organId}`);
  const others = (await recordsOfOrgan(transaction, organ)).map(recordOf);
  const settings = settingsAt(organ.path, await chosenSettings(transaction, organ.path));
  const named = settings('annualReport.ruleMakingOrgans');
  return recordFaults({
    record,
    organ,
    ruleMakers: named.split('、').map((name) => name.trim()),
    others: others.filter(({ recordId }) => recordId !== record.recordId),
    today: civilDateAt(now),
  }).map(({ field, message }) => ({ pointer: POINTERS[field], message }));
}

const columnsOf = ({
  row,
  title,
  documentNumber,
  dateOfDocument,
  validFrom,
  validTo,
  end,
}: RecordFields) => ({
  kind: row,
  title,
  document_number: documentNumber,
  date_of_document: dateOfDocument,
  valid_from: validFrom,
  valid_to: validTo,
  end_kind: end?.kind ?? null,
  ended_on: end?.on ?? null,
  end_ground: end?.ground ?? '',
});

const auditWords = ({ documentNumber, dateOfDocument, end }: RecordFields) => ({
  documentNumber,
  dateOfDocument,
  endedOn: end?.on ?? null,
});

/** What stands against the register as it is now, beside what it was before the change: a year whose report is frozen. */
async function lockedAgainst(
  transaction: Transaction<Schema>,
  organ: OrganIds & { readonly path: string },
  before: Awaited<ReturnType<typeof registerParts>>,
): Promise<Rejection | null> {
  const after = registerOf(await registerParts(transaction, organ));
  const detail = await refuseLockedRegister(transaction, organ, registerOf(before), after);
  return detail === null ? null : { code: 'state-refuses', detail };
}

/** Enters a document of before the platform, or the end of one that was decided elsewhere. */
export async function registerDocument(
  { change, reaches, caller, now, newId }: ChangeContext,
  ids: OrganIds,
  fields: RecordFields,
): Promise<Result<{ readonly recordId: string }, Rejection>> {
  return await change(async (transaction) => {
    const found = await findOrgan(transaction, ids);
    if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(found.kind)) {
      const detail = '村（居）民委员会不是行政机关，不制发规章、行政规范性文件。';
      return err({ code: 'state-refuses', detail });
    }
    const recordId = newId();
    const organ = { ...ids, name: found.name, kind: found.kind, level: found.level, path: found.path };
    const errors = await faultsOf(transaction, organ, { recordId, ...fields }, now());
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const before = await registerParts(transaction, ids);
    await transaction
      .insertInto('normative_record')
      .values({
        region_id: ids.regionId,
        record_id: recordId,
        organ_id: ids.organId,
        ...columnsOf(fields),
        recorded_by: caller.accountId,
        recorded_at: now(),
        removed_at: null,
      })
      .execute();
    const locked = await lockedAgainst(transaction, organ, before);
    if (locked !== null) return err(locked);
    return ok({
      value: { recordId },
      subject: `normativeRecord/${recordId}`,
      organPath: found.path,
      details: { after: auditWords(fields) },
    });
  });
}

/** The record in the version that the person saw, of an organ that the right reaches. */
async function seen(
  transaction: Transaction<Schema>,
  { reaches, expectedVersion }: ChangeContext,
  ids: RecordIds,
): Promise<Result<RecordRow, Rejection>> {
  const row = await findRecord(transaction, ids);
  if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
  await oneAtATime(transaction, `normative records ${row.organ_id}`);
  const current = await findRecord(transaction, ids);
  if (current === undefined) return err({ code: 'not-found' });
  return current.version === expectedVersion ? ok(current) : err({ code: 'stale', current: ids });
}

/** Changes a record; what it said before stays in the trail. */
export async function editRecord(
  context: ChangeContext,
  ids: RecordIds,
  fields: RecordFields,
): Promise<Result<RecordIds, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await seen(transaction, context, ids);
    if (!found.ok) return found;
    const { organ_id: organId, name, organ_kind: kind, level, path, version } = found.value;
    const organ = { regionId: ids.regionId, organId, name, kind, level, path };
    const record = { recordId: ids.recordId, ...fields };
    const errors = await faultsOf(transaction, organ, record, context.now());
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const before = await registerParts(transaction, organ);
    await transaction
      .updateTable('normative_record')
      .set({ ...columnsOf(fields), version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('record_id', '=', ids.recordId)
      .execute();
    const locked = await lockedAgainst(transaction, organ, before);
    if (locked !== null) return err(locked);
    return ok({
      value: ids,
      subject: `normativeRecord/${ids.recordId}`,
      organPath: path,
      details: { before: auditWords(recordOf(found.value)), after: auditWords(fields) },
    });
  });
}

/** Takes a record that was entered by mistake out of the register; it is kept with the reason. */
export async function removeRecord(
  context: ChangeContext,
  ids: RecordIds,
  reason: string,
): Promise<Result<null, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await seen(transaction, context, ids);
    if (!found.ok) return found;
    const { path, version, organ_id: organId } = found.value;
    const organ = { regionId: ids.regionId, organId, path };
    const before = await registerParts(transaction, organ);
    await transaction
      .updateTable('normative_record')
      .set({ removed_at: context.now(), removed_reason: reason, version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('record_id', '=', ids.recordId)
      .execute();
    const locked = await lockedAgainst(transaction, organ, before);
    if (locked !== null) return err(locked);
    return ok({
      value: null,
      subject: `normativeRecord/${ids.recordId}`,
      organPath: path,
      details: { before: auditWords(recordOf(found.value)) },
    });
  });
}
