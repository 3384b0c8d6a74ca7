import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { sql } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { retentionPeriods } from '../retention/retention.ts';
import { erase } from './erase.ts';
import type { ErasingContext } from './erase-identities.ts';

/** At most so many in one run; the next one goes on. */
const MOST_PHOTOS = 1000;

/**
 * Erases the photos of complaints so long after they were closed or sent elsewhere (setting `retention.voiceDays`;
 * 个保法19), of anonymous ones as well: a picture may show somebody.
 *
 * @returns how many were erased
 */
export async function eraseComplaintPhotos({ database, now, services }: ErasingContext): Promise<number> {
  const at = now();
  const days = (await retentionPeriods(database))('retention.voiceDays');
  const before = new Date(at.getTime() - days * DAY_MS);
  const keys = await database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('complaint_file as photo')
      .innerJoin('complaint', (join) =>
        join
          .onRef('complaint.region_id', '=', 'photo.region_id')
          .onRef('complaint.complaint_id', '=', 'photo.complaint_id'),
      )
      .select(['photo.region_id', 'photo.file_id'])
      .where('complaint.status', 'in', ['closed', 'redirected'])
      .where(
        sql<boolean>`(select max(recorded_at) from complaint_event e where e.region_id = photo.region_id
          and e.complaint_id = photo.complaint_id) < ${before}`,
      )
      .orderBy('photo.file_id')
      .limit(MOST_PHOTOS)
      .execute();
    const removed: string[] = [];
    for (const { region_id: regionId, file_id: subjectId } of rows) {
      const subject = { regionId, kind: 'file', subjectId, erasedAt: at } as const;
      const key = await erase(transaction, services.secretBox, subject);
      if (key !== null) removed.push(key);
    }
    if (rows.length > 0) {
      const facts = {
        actor: 'system:retention',
        action: 'retention.eraseVoice',
        subject: 'retention/complaint',
      };
      await appendAudit(transaction, { ...facts, details: { photos: rows.length, days } }, at);
    }
    return removed;
  });
  for (const key of keys) await services.files.storage.remove(key);
  return keys.length;
}
