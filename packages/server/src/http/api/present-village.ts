import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { postTitle } from '@zhaoshi/domain/village/village-post';
import type { editionsOf, PhotoRow, PostRow, QuestionRow } from '../../db/queries/village-posts.ts';
import { openAnswer, openVoice } from '../../use-cases/voice/voice-seal.ts';
import type { ReadContext } from './handler.ts';

// Stored civil dates.
const day = (text: string): CivilDate => text as CivilDate;

/** A post as lists show it, with its pictures. */
export const presentPost = (row: PostRow, photos: readonly PhotoRow[]) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  postId: row.post_id,
  item: row.item,
  from: row.period_from,
  to: row.period_to,
  title: postTitle(row.item, { from: day(row.period_from), to: day(row.period_to) }, row.subject),
  subject: row.subject,
  kind: row.kind,
  body: row.body,
  visibleFrom: row.visible_from,
  visibleUntil: row.visible_until,
  committeeSigner: row.committee_signer,
  supervisorSigner: row.supervisor_signer,
  photos: photos
    .filter(({ post_id }) => post_id === row.post_id)
    .map(({ place, board_on }) => ({ place, boardOn: board_on })),
  postedAt: row.posted_at.toISOString(),
  version: row.edition,
});

/** A post with who posted what when. */
export const presentWholePost = (
  { abilities }: Pick<ReadContext, 'abilities'>,
  row: PostRow,
  photos: readonly PhotoRow[],
  editions: Awaited<ReturnType<typeof editionsOf>>,
) => ({
  ...presentPost(row, photos),
  villageName: row.village_name,
  editions: editions.map(({ edition, posted_at, by, reason }) => ({
    edition,
    postedAt: posted_at.toISOString(),
    by,
    reason,
  })),
  abilities: abilities(row.path),
});

/** A question of a villager without who asked. */
export function presentQuestion({ services, abilities, now }: ReadContext, row: QuestionRow) {
  const answer = openAnswer(services.secretBox, row);
  return {
    regionId: row.region_id,
    voiceId: row.voice_id,
    number: row.receipt_number,
    receivedAt: row.received_at.toISOString(),
    dueOn: row.due_on,
    isOverdue: row.status === 'received' && row.due_on < civilDateAt(now()),
    text: openVoice(services.secretBox, row).text,
    isAnswered: row.status === 'answered',
    shows: row.shows,
    shownText: row.shown_text,
    reply: answer?.reply ?? '',
    refusal: answer?.refusal ?? '',
    version: row.version,
    abilities: abilities(row.organ_path),
  };
}
