import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import {
  type AmendmentCommand,
  type AmendmentRefusal,
  type AmendmentTexts,
  decideAmendment,
} from '@zhaoshi/domain/application/amendment-decision';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { MissingField } from '@zhaoshi/domain/letter/check-letter';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely, Transaction } from 'kysely';
import {
  type AmendmentIds,
  type AmendmentRow,
  amendmentSubject,
  lockAmendment,
} from '../../db/queries/record-amendments.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { isNumberedBySystem, takeNumber } from '../applications/letter-number.ts';
import { sealLetter } from '../applications/letter-seal.ts';
import { setDeadlines } from '../calendar/set-deadlines.ts';
import type { ChangeContext } from '../context.ts';
import { type AmendmentLetterSource, composeAmendmentLetter } from './amendment-letter.ts';
import { openRequest, sealDecision } from './amendment-seal.ts';

/** Stands where the 文号 will be, until the letter is sent. */
const NUMBER_TO_COME = '（发文时编号）';

/** Where what is missing is entered; `null`: in settings or the organ's contact data. */
const POINTERS: ReadonlyMap<string, string> = new Map([
  ['documentNumber', '/texts/documentNumber'],
  ['date', '/on'],
  ['reason', '/texts/reason'],
  ['organInCharge', '/texts/organInCharge'],
  ['organContact', '/texts/organContact'],
]);

export const pointerOfPart = (key: string): string | null => POINTERS.get(key) ?? null;

/** A decision with the 文号 that was typed. */
export interface DecideAmendment {
  readonly command: AmendmentCommand;
  readonly documentNumber: string;
}

/** What the settings of the organ say to a request. */
export const amendmentSettings = async (database: Kysely<Schema>, { path }: Pick<AmendmentRow, 'path'>) =>
  settingsAt(path, await chosenSettings(database, path));

/** A request with what its letter needs. */
export async function sourceOfDecision(
  database: Kysely<Schema>,
  row: AmendmentRow,
  command: AmendmentCommand,
  { secretBox }: Pick<Services, 'secretBox'>,
): Promise<AmendmentLetterSource> {
  const settings = await amendmentSettings(database, row);
  return { row, request: openRequest(secretBox, row), command, settings };
}

/** The letter as it would be now; no number is taken. */
export const tryAmendmentLetter = async (
  database: Kysely<Schema>,
  source: AmendmentLetterSource,
  documentNumber: string,
) => {
  const coming = isNumberedBySystem({ rules: source }) ? NUMBER_TO_COME : null;
  return await composeAmendmentLetter(database, source, documentNumber || coming);
};

/** Judges a decision on a request as it stands. */
const judgeDecision = (
  row: Pick<AmendmentRow, 'status' | 'organ_name' | 'received_on'>,
  command: AmendmentCommand,
  today: CivilDate,
) =>
  decideAmendment(
    // A stored civil date.
    { status: row.status, organName: row.organ_name, receivedOn: row.received_on as CivilDate },
    command,
    today,
  );

/** Field errors where fields are spoken of, otherwise a refusal of the state. */
function rejectionOf(
  parts: readonly { readonly pointer: string | null; readonly message: string }[],
): Rejection {
  const errors: readonly FieldError[] = parts.flatMap(({ pointer, message }) =>
    pointer === null ? [] : [{ pointer, message }],
  );
  if (errors.length === parts.length) return { code: 'invalid', errors };
  const detail = parts.flatMap(({ pointer, message }) => (pointer === null ? [message] : [])).join('');
  return { code: 'state-refuses', detail, ...(errors.length > 0 && { errors }) };
}

export const refusalsAsRejection = (refusals: readonly AmendmentRefusal[]): Rejection =>
  rejectionOf(refusals.map(({ field, message }) => ({ pointer: field === '' ? null : field, message })));

const missingAsRejection = (missing: readonly MissingField[]): Rejection =>
  rejectionOf(
    missing.map(({ key, label, words }) => {
      const pointer = pointerOfPart(key);
      return {
        pointer,
        message: pointer === null ? `文书还不能生成，${label}：${words}。` : `${label}：${words}`,
      };
    }),
  );

/** The letter with its real 文号. */
async function issueLetter(
  transaction: Transaction<Schema>,
  source: AmendmentLetterSource,
  documentNumber: string,
): Promise<Result<Letter, Rejection>> {
  const tried = await tryAmendmentLetter(transaction, source, documentNumber);
  if (!tried.ok) return err(missingAsRejection(tried.error));
  const numbering = { row: source.row, rules: source };
  const asked = { typed: documentNumber, numberKey: 'documentNumber', on: source.command.on };
  const number = await takeNumber(transaction, numbering, asked);
  if (!number.ok) return number;
  const letter = await composeAmendmentLetter(transaction, source, number.value);
  if (!letter.ok) throw new Error('the letter changed with its number');
  return ok(letter.value);
}

interface Decided {
  readonly row: AmendmentRow;
  readonly command: AmendmentCommand;
  /** Those that belong to the decision. */
  readonly texts: AmendmentTexts;
  readonly letter: Letter;
}

/** Keeps the decision, its letter, and ends the period. */
async function keepDecision(
  transaction: Transaction<Schema>,
  { row, letter, command, texts }: Decided,
  { caller, now, newId, services }: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
): Promise<void> {
  const ids = { region_id: row.region_id, amendment_id: row.amendment_id, organ_id: row.organ_id };
  const box = services.secretBox;
  const letterId = newId();
  const { decision, on } = command;
  await transaction
    .updateTable('record_amendment')
    .set({
      status: decision,
      decided_on: on,
      decided_by: caller.accountId,
      due_on: row.due_on,
      is_provisional: row.is_provisional,
      sealed_result: sealDecision(box, row.amendment_id, { decision, texts }),
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('amendment_id', '=', row.amendment_id)
    .execute();
  await transaction
    .insertInto('record_amendment_letter')
    .values({
      ...ids,
      letter_id: letterId,
      kind: letter.kind,
      template_version: letter.version,
      document_number: letter.documentNumber,
      issued_on: letter.date,
      sealed: sealLetter(box, letterId, letter),
      seen_at: null,
    })
    .execute();
  const organ = { regionId: row.region_id, organId: row.organ_id, path: row.path };
  const subject = amendmentSubject(row.amendment_id);
  await setDeadlines(transaction, { ...organ, subject, at: now(), newId }, []);
}

/** Decides on a request to amend one's own record, and tells the applicant by letter (条例41). */
export async function decideOnAmendment(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  ids: AmendmentIds,
  { command, documentNumber }: DecideAmendment,
): Promise<Result<AmendmentIds, Rejection>> {
  const { change, reaches, expectedVersion, now, services } = context;
  return await change(async (transaction) => {
    const row = await lockAmendment(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const judged = judgeDecision(row, command, civilDateAt(now()));
    if (!judged.ok) return err(refusalsAsRejection(judged.error));
    const source = await sourceOfDecision(transaction, row, command, services);
    const letter = await issueLetter(transaction, source, documentNumber);
    if (!letter.ok) return letter;
    await keepDecision(transaction, { row, letter: letter.value, command, texts: judged.value }, context);
    return ok({
      value: ids,
      subject: amendmentSubject(row.amendment_id),
      organPath: row.path,
      details: { before: { status: row.status }, after: { status: command.decision } },
    });
  });
}
