import { addDays, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { civilDayOf } from '../../db/china-time.ts';
import type { Schema } from '../../db/schema.ts';
import { retentionPeriods } from '../retention/retention.ts';
import { erase } from './erase.ts';
import type { ErasingContext } from './erase-identities.ts';

/** At most so many papers in one run; the next one goes on. */
const MOST_FILES = 5000;

/** Documents of identity in disputes that were settled, or taken out of the register, before a day. */
const overdue = async (database: Kysely<Schema>, before: string) =>
  await database
    .selectFrom('dispute_file')
    .innerJoin('dispute', (join) =>
      join
        .onRef('dispute.region_id', '=', 'dispute_file.region_id')
        .onRef('dispute.dispute_id', '=', 'dispute_file.dispute_id'),
    )
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'dispute.region_id')
        .onRef('organ.organ_id', '=', 'dispute.organ_id'),
    )
    .select(['dispute_file.region_id', 'dispute_file.dispute_id', 'dispute_file.file_id', 'organ.path'])
    .where('dispute_file.kind', '=', 'identity')
    .where(
      sql<boolean>`coalesce(${civilDayOf(sql`dispute.removed_at`)}, dispute.settled_on) < ${before}::date`,
    )
    .orderBy('dispute_file.region_id')
    .orderBy('dispute_file.dispute_id')
    .limit(MOST_FILES)
    .execute();

/**
 * Removes what proves who the other party of a dispute is, once the period of the setting for applicants is over since
 * the dispute was settled (个保法19). Other papers stay with the case.
 *
 * @returns how many papers are gone
 */
export async function eraseDisputeIdentities(context: ErasingContext): Promise<number> {
  const { database, now, services } = context;
  const days = (await retentionPeriods(database))('retention.identityDays');
  const rows = await overdue(database, addDays(civilDateAt(now()), -days));
  for (const row of rows) {
    const at = now();
    const key = await database.transaction().execute(async (transaction) => {
      const subject = { regionId: row.region_id, kind: 'file', subjectId: row.file_id } as const;
      const gone = await erase(transaction, services.secretBox, { ...subject, erasedAt: at });
      const entry = {
        actor: 'system:retention',
        action: 'retention.eraseIdentity',
        subject: `dispute/${row.dispute_id}`,
        details: { organ: row.path, files: 1 },
      };
      await appendAudit(transaction, entry, at);
      return gone;
    });
    if (key !== null) await services.files.storage.remove(key);
  }
  return rows.length;
}
