import { type CaseHistory, historyOf } from '@zhaoshi/domain/application/register-sheet/import-case';
import { type ImportedCase, parseRegisterRow } from '@zhaoshi/domain/application/register-sheet/parse-row';
import type { Kysely, Transaction } from 'kysely';
import type { OrganIds } from '../../../db/queries/organs.ts';
import type { Schema } from '../../../db/schema.ts';
import { lateCaseLock } from '../../annual-report/period-lock.ts';
import type { CaseContext } from '../case-context.ts';
import type { NumberedRow } from './sheet-rows.ts';

export interface ReadyRow extends NumberedRow {
  readonly given: ImportedCase;
  readonly history: CaseHistory;
}

export interface FailedRow extends NumberedRow {
  readonly reasons: readonly string[];
}

export interface CheckedRows {
  readonly ready: readonly ReadyRow[];
  readonly failed: readonly FailedRow[];
}

/** Numbers of the register that the rows name. */
async function takenNumbers(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  rows: readonly NumberedRow[],
): Promise<ReadonlySet<string>> {
  const numbers = [...new Set(rows.map(({ row }) => row.registrationNumber))];
  const found = await database
    .selectFrom('application')
    .select('registration_number')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('registration_number', 'in', numbers)
    .execute();
  return new Set(found.map(({ registration_number }) => registration_number));
}

/** Where each number stands first in the sheet. */
function firstPlaces(rows: readonly NumberedRow[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { number, row } of rows) {
    if (!places.has(row.registrationNumber)) places.set(row.registrationNumber, number);
  }
  return places;
}

/** Which rows can be imported, and of each other everything that is wrong with it. */
export async function checkRows(
  database: Transaction<Schema>,
  organ: OrganIds,
  rows: readonly NumberedRow[],
  { rules, actorId }: { readonly rules: CaseContext; readonly actorId: string },
): Promise<CheckedRows> {
  const taken = await takenNumbers(database, organ, rows);
  const places = firstPlaces(rows);
  const lockOf = await lateCaseLock(database, organ);
  const ready: ReadyRow[] = [];
  const failed: FailedRow[] = [];
  for (const { number, row } of rows) {
    const { registrationNumber } = row;
    const first = places.get(registrationNumber) ?? number;
    const duplicate =
      registrationNumber === ''
        ? []
        : [
            ...(taken.has(registrationNumber) ? [`登记号“${registrationNumber}”已在登记簿中。`] : []),
            ...(first === number ? [] : [`登记号“${registrationNumber}”与第 ${first} 行重复。`]),
          ];
    const parsed = parseRegisterRow(row, rules.today);
    const history = parsed.ok
      ? historyOf(parsed.value, { ...rules, actor: { id: actorId, roles: ['disclosureOfficer'] } })
      : parsed;
    const locked =
      parsed.ok && history.ok
        ? lockOf({
            applicantKind: parsed.value.form.applicant.kind,
            receiptDate: parsed.value.receiptDate,
            result: history.value.state.result,
          })
        : null;
    const reasons = [
      ...duplicate,
      ...(history.ok ? [] : history.error),
      ...(locked === null ? [] : [locked]),
    ];
    if (parsed.ok && history.ok && reasons.length === 0) {
      ready.push({ number, row, given: parsed.value, history: history.value });
    } else failed.push({ number, row, reasons });
  }
  return { ready, failed };
}
