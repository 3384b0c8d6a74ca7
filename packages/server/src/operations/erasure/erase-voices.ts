import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { sql } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { retentionPeriods } from '../retention/retention.ts';
import { erase } from './erase.ts';

const BATCH = 200;

/** At most so many in one run; the next one goes on. */
const MOST_VOICES = 20_000;

export type VoiceErasingContext = Pick<UseCaseContext, 'database' | 'now'> & {
  readonly services: Pick<Services, 'secretBox'>;
};

/**
 * Erases names and contacts of those who reported errors, asked or commented, so long after they were answered (setting
 * `retention.voiceDays`; 个保法19). What nobody answered yet keeps them: the answer has to reach somebody.
 *
 * @returns how many were erased
 */
export async function eraseVoices({ database, now, services }: VoiceErasingContext): Promise<number> {
  const at = now();
  const days = (await retentionPeriods(database))('retention.voiceDays');
  const before = new Date(at.getTime() - days * DAY_MS);
  let erased = 0;
  let found: number;
  do {
    found = await database.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('public_voice')
        .select(['region_id', 'voice_id'])
        .where('status', '=', 'answered')
        .where('answered_at', '<', before)
        .where(
          sql<boolean>`not exists (select from erasure where erasure.region_id = public_voice.region_id
            and erasure.kind = 'voice' and erasure.subject_id = public_voice.voice_id)`,
        )
        .orderBy('answered_at')
        .orderBy('voice_id')
        .limit(BATCH)
        .forUpdate()
        .execute();
      for (const { region_id: regionId, voice_id: subjectId } of rows) {
        await erase(transaction, services.secretBox, { regionId, kind: 'voice', subjectId, erasedAt: at });
      }
      if (rows.length > 0) {
        const facts = {
          actor: 'system:retention',
          action: 'retention.eraseVoice',
          subject: 'retention/voice',
        };
        await appendAudit(transaction, { ...facts, details: { voices: rows.length, days } }, at);
      }
      return rows.length;
    });
    erased += found;
  } while (found === BATCH && erased < MOST_VOICES);
  return erased;
}
