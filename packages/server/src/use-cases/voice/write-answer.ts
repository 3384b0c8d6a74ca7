import type { VoiceAnswer } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { announcePublication } from '../../db/published-channel.ts';
import { keysOfDocument } from '../../db/queries/document-keys.ts';
import type { VoiceRow } from '../../db/queries/public-voices.ts';
import { keysOfVillage } from '../../db/queries/villages.ts';
import type { Schema } from '../../db/schema.ts';
import { sealAnswer } from './voice-seal.ts';

/** Pages that show it are made anew. */
async function announce(transaction: Transaction<Schema>, row: VoiceRow): Promise<void> {
  const { region_id, organ_id, document_id, public_name, village_id } = row;
  if (village_id !== null) {
    await announcePublication(transaction, await keysOfVillage(transaction, row));
    return;
  }
  if (document_id === null) return;
  const keys = await keysOfDocument(transaction, { region_id, organ_id, document_id }, public_name);
  await announcePublication(transaction, keys);
}

/** Writes what was decided of a locked row, and lets the pages that show it be made anew. */
export async function writeAnswer(
  transaction: Transaction<Schema>,
  row: VoiceRow,
  { shows, shownText, reply, refusal, fixedEdition, adoption, adoptionReason }: VoiceAnswer,
  { by, at, box }: { readonly by: string; readonly at: Date; readonly box: SecretBox },
): Promise<void> {
  await transaction
    .updateTable('public_voice')
    .set({
      status: 'answered',
      shows,
      shown_text: shows === true ? shownText : '',
      shown_reply: shows === true ? reply : '',
      sealed_answer: sealAnswer(box, row.voice_id, { reply, refusal }),
      fixed_edition: fixedEdition,
      adoption,
      adoption_reason: adoptionReason,
      answered_by: by,
      answered_at: at,
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('voice_id', '=', row.voice_id)
    .execute();
  await announce(transaction, row);
}
