import type { complaintRow, shownComplaint } from '@zhaoshi/contract/routes/complaints';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { openActs } from '@zhaoshi/domain/oversight/complaint';
import type { ComplaintClocks } from '@zhaoshi/domain/oversight/complaint-clock';
import type { z } from 'zod';
import {
  type ComplaintEventRow,
  type ComplaintIds,
  type ComplaintRow,
  complaintEvents,
  complaintPhotos,
  findComplaint,
  voiceOfComplaint,
} from '../../db/queries/complaints.ts';
import { type OrderRow, ordersBecauseOf } from '../../db/queries/remediation-orders.ts';
import { stateOfComplaint } from '../../use-cases/complaints/act-on-complaint.ts';
import { complaintClocks, nextDueOf } from '../../use-cases/complaints/complaint-clocks.ts';
import {
  openComplainant,
  openReason,
  openText,
  openWords,
} from '../../use-cases/complaints/complaint-seal.ts';
import type { ReadContext } from './handler.ts';

function presentDue(row: ComplaintRow, clocks: ComplaintClocks, today: CivilDate) {
  const next = nextDueOf(clocks, row);
  return (
    next && {
      step: next.step,
      dueOn: next.due.date,
      isProvisional: next.due.provisional,
      isOverdue: next.due.date < today,
    }
  );
}

const presentRow = (
  row: ComplaintRow,
  clocks: ComplaintClocks,
  today: CivilDate,
): z.input<typeof complaintRow> => ({
  regionId: row.region_id,
  organId: row.organ_id,
  complaintId: row.complaint_id,
  organName: row.organ_name,
  unit: { regionId: row.unit_region_id, organId: row.unit_id, name: row.unit_name },
  kind: row.kind,
  channel: row.channel,
  number: row.receipt_number,
  isNamed: row.sealed_complainant !== null,
  receivedOn: row.received_on,
  status: row.status,
  finding: row.finding,
  isExtended: row.is_extended,
  due: presentDue(row, clocks, today),
});

/** Rows as lists show them, each by the calendar of the organ that handles it. */
export async function presentComplaintRows(
  { database, now }: Pick<ReadContext, 'database' | 'now'>,
  rows: readonly ComplaintRow[],
): Promise<readonly z.input<typeof complaintRow>[]> {
  const today = civilDateAt(now());
  const paths = [...new Set(rows.map(({ organ_path }) => organ_path))];
  const clocks = new Map<string, ComplaintClocks>();
  for (const path of paths) clocks.set(path, await complaintClocks(database, path));
  return rows.flatMap((row) => {
    const own = clocks.get(row.organ_path);
    return own === undefined ? [] : [presentRow(row, own, today)];
  });
}

const presentEvent = ({ services }: Pick<ReadContext, 'services'>, event: ComplaintEventRow) => ({
  sequence: event.sequence,
  type: event.type,
  facts: { ...event.data },
  words: openWords(services.secretBox, event),
  by: event.display_name,
  at: event.recorded_at.toISOString(),
});

const presentOrder = ({ region_id, order_id, kind, demand, due_on, status }: OrderRow) => ({
  regionId: region_id,
  orderId: order_id,
  kind,
  demand,
  dueOn: due_on,
  status,
});

/** A complaint within reach on its page; `undefined` looks the same as none. */
export async function shownComplaintOf(
  context: ReadContext,
  ids: ComplaintIds,
): Promise<z.input<typeof shownComplaint> | undefined> {
  const { database, reaches, abilities, now, services } = context;
  const row = await findComplaint(database, ids);
  if (row === undefined || !reaches(row.organ_path)) return undefined;
  const allowed = abilities(row.organ_path);
  // Who handles it has to reach the complainant, to whom the number of their application leads; who only looks does not.
  const reachesThem = allowed.includes('complaint.handle');
  const clocks = await complaintClocks(database, row.organ_path);
  const orders = await ordersBecauseOf(database, ids);
  const events = await complaintEvents(database, ids);
  const voice = await voiceOfComplaint(database, ids);
  const photos = await complaintPhotos(database, ids);
  return {
    ...presentRow(row, clocks, civilDateAt(now())),
    text: openText(services.secretBox, row),
    complainant: reachesThem ? openComplainant(services.secretBox, row) : null,
    applicationNumber: reachesThem ? row.application_number : '',
    photos: allowed.includes('complaint.handle') ? photos.map(({ place }) => place) : [],
    madeOf:
      voice === undefined
        ? null
        : {
            kind: voice.kind,
            number: voice.receipt_number,
            page: voice.page,
            reason: openReason(services.secretBox, voice),
          },
    acts: [...openActs(stateOfComplaint(row))],
    events: events.map((event) => presentEvent(context, event)),
    orders: orders.map(presentOrder),
    version: row.version,
    abilities: allowed,
  };
}
