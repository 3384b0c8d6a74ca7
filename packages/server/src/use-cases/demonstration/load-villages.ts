import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { chosenSettings } from '../../db/queries/settings.ts';
import { findVillage, pageOfVillage } from '../../db/queries/villages.ts';
import { takeInPhoto } from '../channels/board-photo.ts';
import { postVillage } from '../village/post-village.ts';
import { photographBoard } from '../village/village-photos.ts';
import { answerVoice } from '../voice/answer-voice.ts';
import { insertVoice } from '../voice/insert-voice.ts';
import { MARK } from './people.ts';
import { done, type Hand, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';
import { type VillagePostStory, type VillageStory, villageStories } from './village-stories.ts';

const PICTURE = join(import.meta.dirname, '../../../demo/village-board.png');

const clerkOf = (organ: string): Hand => ({ organ, role: 'drafter', permission: 'village.write' });

/** Hangs what was posted on the board, with its photo; where there is no storage, or no room in it, without one. */
async function hang(stage: Stage, organ: string, postId: string, boardOn: CivilDate): Promise<void> {
  const { files, secretBox } = stage;
  if (files === null) return;
  const hand = await handOf(stage, clerkOf(organ), morningOf(stage, boardOn));
  const ids = idsOf(stage, organ);
  const upload = { name: '村务公开栏.png', stream: Readable.from([await readFile(PICTURE)]) };
  const photo = await takeInPhoto({ ...hand, services: { secretBox, files } }, ids, upload);
  // Invented photos are no reason not to start on a disk that is nearly full, or while the virus scanner is away.
  if (!photo.ok && photo.error.code === 'unavailable') return;
  const { file_id: fileId } = done(photo);
  const shown = { fileId, boardOn, hasLooked: true };
  done(await photographBoard(hand, { regionId: ids.regionId, postId }, shown));
}

async function post(
  stage: Stage,
  { organ, signers }: VillageStory,
  { item, period, on, kind, subject = '', body, hasBoard }: VillagePostStory,
): Promise<void> {
  const hand = await handOf(stage, clerkOf(organ), morningOf(stage, on));
  const sent = { kind, subject, body, photoFileIds: [], hasLooked: true, justified: [], ...signers };
  const posted = await postVillage(hand, idsOf(stage, organ), { item, ...period, ...sent });
  const { postId } = done(posted);
  if (hasBoard) await hang(stage, organ, postId, on);
}

/** Asks as a villager would on the village's page, and lets the clerk answer where the story does. */
async function ask(
  stage: Stage,
  organ: string,
  { ago, text, answer }: VillageStory['questions'][number],
): Promise<void> {
  const { transaction, newId, secretBox } = stage;
  const ids = idsOf(stage, organ);
  const village = await findVillage(transaction, ids);
  if (village === undefined) throw new Error(`no village ${organ} in the demonstration`);
  const settings = settingsAt(village.path, await chosenSettings(transaction, village.path));
  const asked = morningOf(stage, addDays(todayOf(stage), -ago));
  const target = { ...ids, page: pageOfVillage(village), document: null, isVillage: true };
  const content = { text, name: `热心村民${MARK}`, contact: '' };
  const { voiceId } = await insertVoice(
    transaction,
    { kind: 'question', target, content, answerMonths: settings('voice.answerMonths') },
    { at: asked, newId, box: secretBox },
  );
  if (answer === null) return;
  const hand = await handOf(stage, clerkOf(organ), morningOf(stage, addDays(todayOf(stage), 2 - ago)));
  const shown = { shows: true, shownText: text, reply: answer, refusal: '' };
  const decided = { ...shown, fixedEdition: null, adoption: null, adoptionReason: '' };
  done(await answerVoice(hand, { ids: { regionId: ids.regionId, voiceId }, answer: decided }));
}

/**
 * Writes what the invented villages posted and were asked.
 *
 * @returns how many posts there are
 */
export async function loadVillages(stage: Stage): Promise<number> {
  const stories = villageStories(todayOf(stage));
  for (const story of stories) {
    for (const one of story.posts) await post(stage, story, one);
    for (const question of story.questions) await ask(stage, story.organ, question);
  }
  return stories.reduce((sum, { posts }) => sum + posts.length, 0);
}
