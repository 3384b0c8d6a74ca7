import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql, type Transaction } from 'kysely';
import type { Files } from '../../adapters/files/open-files.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { appendAudit } from '../../db/append-audit.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { inChunks } from '../applications/import/in-chunks.ts';
import type { UseCaseContext } from '../context.ts';
import { insertPhotos, type TakenPhoto, takeAnew } from './complaint-photos.ts';
import { openBoxed, sealText } from './complaint-seal.ts';
import { shuffled } from './put-in-box.ts';

type Lying = Awaited<ReturnType<typeof takeOut>>[number];

/** What fell into the box before a day, taken out of it. */
const takeOut = async (transaction: Transaction<Schema>, today: string) =>
  await transaction.deleteFrom('complaint_box').where('received_on', '<', today).returningAll().execute();

const complaintOf = (box: SecretBox, row: Lying) => {
  const { kind, channel, unitRegionId, unitId, text } = openBoxed(box, row);
  return {
    region_id: row.region_id,
    complaint_id: row.complaint_id,
    organ_id: row.organ_id,
    unit_region_id: unitRegionId,
    unit_id: unitId,
    kind,
    channel,
    receipt_number: row.receipt_number,
    query_code_hash: row.query_code_hash,
    received_on: row.received_on,
    sealed: sealText(box, row.complaint_id, text),
    sealed_complainant: null,
    status: 'received' as const,
  };
};

/**
 * Opens the box: what fell in on earlier days goes to those who handle it, all in one transaction and a drawn order. The
 * trail says of each organ how many there were.
 *
 * @returns how many there were
 */
export async function openBox({
  database,
  now,
  services,
}: Pick<UseCaseContext, 'database' | 'now'> & {
  readonly services: Pick<Services, 'secretBox' | 'files'>;
}): Promise<number> {
  const at = now();
  return await database
    .transaction()
    .execute((transaction) =>
      openBoxWithin(transaction, { at, box: services.secretBox, files: services.files }),
    );
}

/** The photos of what lay in the box, taken anew in a drawn order. */
async function drawInPhotos(
  transaction: Transaction<Schema>,
  lying: readonly Lying[],
  { box, files }: { readonly box: SecretBox; readonly files: Files | null },
): Promise<void> {
  for (const row of shuffled(lying)) {
    const { photos = [] } = openBoxed(box, row);
    if (photos.length > 0 && files === null) throw new Error('no storage for photos');
    const anew: TakenPhoto[] = [];
    for (const photo of photos) {
      const one = files && (await takeAnew(files, photo));
      if (one !== null) anew.push(one);
    }
    const { region_id: regionId, organ_id: organId, complaint_id: complaintId } = row;
    // A stored civil date.
    const receivedOn = row.received_on as CivilDate;
    await insertPhotos(transaction, box, { regionId, organId, complaintId, receivedOn }, anew);
  }
}

/** The same in a transaction that does more. */
export async function openBoxWithin(
  transaction: Transaction<Schema>,
  { at, box, files = null }: { readonly at: Date; readonly box: SecretBox; readonly files?: Files | null },
): Promise<number> {
  await sql`lock table complaint_box in exclusive mode`.execute(transaction);
  const lying = await takeOut(transaction, civilDateAt(at));
  if (lying.length === 0) return 0;
  await inChunks(shuffled(lying), async (rows) => {
    await transaction
      .insertInto('complaint')
      .values(rows.map((row) => complaintOf(box, row)))
      .execute();
  });
  await drawInPhotos(transaction, lying, { box, files });
  const organs = await transaction
    .selectFrom('organ')
    .select(['organ_id', 'path'])
    .where('organ_id', 'in', [...new Set(lying.map(({ organ_id }) => organ_id))])
    .execute();
  for (const { organ_id, path } of shuffled(organs)) {
    const received = lying.filter((row) => row.organ_id === organ_id).length;
    const facts = { actor: 'system:complaints', action: 'complaint.openBox', subject: `organ/${organ_id}` };
    await appendAudit(transaction, { ...facts, details: { organ: path, received } }, at);
  }
  return lying.length;
}
