import { type ExportedCase, exportRow } from '@zhaoshi/domain/application/register-sheet/export-row';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../../adapters/secret-box/secret-box.ts';
import { pageOf } from '../../../db/page.ts';
import { type EventRow, eventOf } from '../../../db/queries/application-case.ts';
import { listApplications } from '../../../db/queries/application-list.ts';
import { registerOrder } from '../../../db/queries/register-order.ts';
import type { RegisterListing, RegisterRow } from '../../../db/queries/register-rows.ts';
import type { Schema } from '../../../db/schema.ts';
import { openForm } from '../show-case.ts';

/** Cases that are in memory at once. */
const PIECE = 200;

type Asked = Omit<RegisterListing, 'cursor' | 'limit'>;

async function detailsOf(database: Kysely<Schema>, rows: readonly RegisterRow[]) {
  const ids = rows.map(({ application_id }) => application_id);
  const regionIds = [...new Set(rows.map(({ region_id }) => region_id))];
  const cases = await database
    .selectFrom('application')
    .select(['application_id', 'sealed', 'sent_on', 'arrived_on', 'letter_number'])
    .where('region_id', 'in', regionIds)
    .where('application_id', 'in', ids)
    .execute();
  const events = await database
    .selectFrom('application_event')
    .select(['application_id', 'type', 'data'])
    .where('region_id', 'in', regionIds)
    .where('application_id', 'in', ids)
    .orderBy('sequence')
    .execute();
  return {
    cases: new Map(cases.map((one) => [one.application_id, one])),
    events: Map.groupBy(events, ({ application_id }) => application_id),
  };
}

function exportedOf(
  row: RegisterRow,
  { cases, events }: Awaited<ReturnType<typeof detailsOf>>,
  box: SecretBox,
): ExportedCase | null {
  const one = cases.get(row.application_id);
  if (one === undefined) return null;
  return {
    registrationNumber: row.registration_number,
    channel: row.channel,
    status: row.status,
    sentOn: one.sent_on,
    arrivedOn: one.arrived_on,
    receiptDate: row.receipt_date,
    enteredOn: civilDateAt(row.entered_at),
    dueOn: row.due_on,
    outcome: row.result_outcome,
    resultOn: row.result_on,
    documentNumber: one.letter_number,
    officer: row.officer_name,
    form: openForm(box, one),
    events: (events.get(row.application_id) ?? []).map((event) => eventOf(event as EventRow)),
  };
}

/** The rows of the register that fit, one after the other; applicants are opened, so whoever calls has that right. */
export async function* exportedRows(
  {
    database,
    actor,
    box,
  }: { readonly database: Kysely<Schema>; readonly actor: Actor; readonly box: SecretBox },
  asked: Asked,
): AsyncGenerator<readonly string[]> {
  let cursor: string | undefined;
  do {
    const found = await listApplications(database, actor, 'application.export', {
      ...asked,
      cursor,
      limit: PIECE,
    });
    if (found.length === 0) return;
    const { items, nextCursor } = pageOf(found, PIECE, registerOrder(asked).keyOf, (row) => row);
    const details = await detailsOf(database, items);
    for (const row of items) {
      const exported = exportedOf(row, details, box);
      if (exported !== null) yield exportRow(exported);
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
