import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { sql } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { retentionPeriods } from '../retention/retention.ts';
import { erase } from './erase.ts';
import type { VoiceErasingContext } from './erase-voices.ts';

/** At most so many in one run; the next one goes on. */
const MOST_COMPLAINTS = 1000;

/**
 * Erases names and contacts of complainants so long after their complaint was closed or sent elsewhere (setting
 * `retention.voiceDays`; 个保法19).
 *
 * @returns how many were erased
 */
export async function eraseComplainants({ database, now, services }: VoiceErasingContext): Promise<number> {
  const at = now();
  const days = (await retentionPeriods(database))('retention.voiceDays');
  const before = new Date(at.getTime() - days * DAY_MS);
  return await database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('complaint')
      .select(['region_id', 'complaint_id'])
      .where('status', 'in', ['closed', 'redirected'])
      .where('sealed_complainant', 'is not', null)
      .where(
        sql<boolean>`(select max(recorded_at) from complaint_event e where e.region_id = complaint.region_id
          and e.complaint_id = complaint.complaint_id) < ${before}`,
      )
      .where(
        sql<boolean>`not exists (select from erasure where erasure.region_id = complaint.region_id
          and erasure.kind = 'voice' and erasure.subject_id = complaint.complaint_id)`,
      )
      .orderBy('complaint_id')
      .limit(MOST_COMPLAINTS)
      .forUpdate()
      .execute();
    for (const { region_id: regionId, complaint_id: subjectId } of rows) {
      await erase(transaction, services.secretBox, { regionId, kind: 'voice', subjectId, erasedAt: at });
    }
    if (rows.length > 0) {
      const facts = {
        actor: 'system:retention',
        action: 'retention.eraseVoice',
        subject: 'retention/complaint',
      };
      await appendAudit(transaction, { ...facts, details: { complaints: rows.length, days } }, at);
    }
    return rows.length;
  });
}
