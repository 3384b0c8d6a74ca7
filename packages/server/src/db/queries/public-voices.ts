import type { VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface VoiceIds {
  readonly regionId: string;
  readonly voiceId: string;
}

const voices = (database: Kysely<Schema>) =>
  database
    .selectFrom('public_voice as voice')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'voice.region_id').onRef('organ.organ_id', '=', 'voice.organ_id'),
    )
    .leftJoin('document', (join) =>
      join
        .onRef('document.region_id', '=', 'voice.region_id')
        .onRef('document.document_id', '=', 'voice.document_id'),
    )
    .leftJoin('account', 'account.account_id', 'voice.answered_by')
    .selectAll('voice')
    .select([
      'organ.name as organ_name',
      'organ.path as organ_path',
      'document.title as document_title',
      'document.public_name as public_name',
      'account.display_name as answered_by_name',
      sql<number>`(select coalesce(max(e.edition), 0)::integer from document_edition e
        where e.region_id = voice.region_id and e.document_id = voice.document_id
          and e.visible_from <= now() and e.cancelled_at is null)`.as('editions'),
    ]);

const one = (database: Kysely<Schema>, { regionId, voiceId }: VoiceIds) =>
  voices(database).where('voice.region_id', '=', regionId).where('voice.voice_id', '=', voiceId);

export const findVoice = async (database: Kysely<Schema>, ids: VoiceIds) =>
  await one(database, ids).executeTakeFirst();

/** The same, locked: who answers it at the same time waits, and then finds it answered. */
export const lockVoice = async (database: Kysely<Schema>, ids: VoiceIds) =>
  await one(database, ids).forUpdate('voice').executeTakeFirst();

export type VoiceRow = NonNullable<Awaited<ReturnType<typeof findVoice>>>;

/** What the code opens; the number must fit. */
export const findVoiceByCode = async (
  database: Kysely<Schema>,
  { codeHash, number }: { readonly codeHash: string; readonly number: string },
) =>
  await voices(database)
    .where('voice.query_code_hash', '=', codeHash)
    .where('voice.receipt_number', '=', number)
    .executeTakeFirst();

export interface VoiceListing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly kind?: VoiceKind | undefined;
  /** toAdopt: comments for which nothing is decided yet. */
  readonly stage?: 'open' | 'answered' | 'toAdopt' | undefined;
  readonly documentId?: string | undefined;
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** A page of what came in, of the organs that the right reaches; what waits is listed as it came, the rest newest first. */
export async function listVoices(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit, kind, stage, documentId }: VoiceListing,
): Promise<readonly VoiceRow[]> {
  const after = decodeCursor(cursor, position);
  const isOldestFirst = stage === 'open';
  const beyond = isOldestFirst ? sql`>` : sql`<`;
  const direction = isOldestFirst ? 'asc' : 'desc';
  return await voices(database)
    .where(reachedOrgan(actor, permission))
    .$if(kind !== undefined, (query) => query.where('voice.kind', '=', kind ?? 'errorReport'))
    .$if(stage === 'open', (query) => query.where('voice.status', '=', 'received'))
    .$if(stage === 'answered', (query) => query.where('voice.status', '=', 'answered'))
    .$if(stage === 'toAdopt', (query) =>
      query.where('voice.kind', '=', 'comment').where('voice.adoption', 'is', null),
    )
    .$if(documentId !== undefined, (query) => query.where('voice.document_id', '=', documentId ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(voice.received_at, voice.voice_id) ${beyond}
          (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('voice.received_at', direction)
    .orderBy('voice.voice_id', direction)
    .limit(limit + 1)
    .execute();
}

/** All comments on a draft, as they came. */
export const commentsOf = async (
  database: Kysely<Schema>,
  { regionId, documentId }: { readonly regionId: string; readonly documentId: string },
): Promise<readonly VoiceRow[]> =>
  await voices(database)
    .where('voice.region_id', '=', regionId)
    .where('voice.document_id', '=', documentId)
    .where('voice.kind', '=', 'comment')
    .orderBy('voice.received_at')
    .orderBy('voice.voice_id')
    .execute();

/** What waits to be answered within the right's reach, and until when the first of it; villages count what they are asked. */
export async function waitingVoices(
  database: Kysely<Schema>,
  actor: Actor,
): Promise<{ readonly count: number; readonly dueOn: CivilDate | null }> {
  return await database
    .selectFrom('public_voice as voice')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'voice.region_id').onRef('organ.organ_id', '=', 'voice.organ_id'),
    )
    .select([sql<number>`count(*)::int`.as('count'), sql<CivilDate | null>`min(voice.due_on)`.as('dueOn')])
    .where(reachedOrgan(actor, 'voice.handle'))
    .where('voice.status', '=', 'received')
    .where('voice.village_id', 'is', null)
    .executeTakeFirstOrThrow();
}
