import { isSettingKey } from '@zhaoshi/domain/setting/catalogue';
import { type ChosenSetting, resolveSetting } from '@zhaoshi/domain/setting/resolve';
import type { PublishedDatabase } from './published.ts';

interface DocumentKey {
  readonly region_id: string;
  readonly document_id: string;
}

/** What is shown of what the public said of a document, in the order in which it came. */
export const publishedVoices = async (database: PublishedDatabase, { region_id, document_id }: DocumentKey) =>
  await database
    .selectFrom('published.public_voice')
    .select(['kind', 'received_at', 'shown_text', 'shown_reply', 'adoption', 'adoption_reason'])
    .where('region_id', '=', region_id)
    .where('document_id', '=', document_id)
    .orderBy('received_at')
    .orderBy('voice_id')
    .execute();

/** How many comments a draft has had, and why its period is shorter; `undefined` for what is no public draft. */
export const publishedCommentFacts = async (
  database: PublishedDatabase,
  { region_id, document_id }: DocumentKey,
) =>
  await database
    .selectFrom('published.comment_count as counted')
    .leftJoin('published.comment_period_reason as stated', (join) =>
      join
        .onRef('stated.region_id', '=', 'counted.region_id')
        .onRef('stated.document_id', '=', 'counted.document_id'),
    )
    .select(['counted.comments', 'stated.reason'])
    .where('counted.region_id', '=', region_id)
    .where('counted.document_id', '=', document_id)
    .executeTakeFirst();

/** Names of the kinds of documents about which the public may ask the organ at a path. */
export async function questionKinds(
  database: PublishedDatabase,
  organPath: string,
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('published.voice_setting')
    .select(['path', 'key', 'value'])
    .execute();
  const chosen = rows.flatMap(({ path, key, value }): ChosenSetting[] =>
    isSettingKey(key) ? [{ path, key, value }] : [],
  );
  const { value } = resolveSetting('voice.questionKinds', organPath, chosen);
  return new Set(value === '' ? [] : value.split('；'));
}
