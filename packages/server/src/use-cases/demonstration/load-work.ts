import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { periodOf } from '@zhaoshi/domain/village/village-period';
import { attendTraining } from '../work-records/attend-training.ts';
import { enterWorkRecord } from '../work-records/enter-work-record.ts';
import { done, type Hand, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';
import { type WorkStory, workStories } from './work-stories.ts';

/** Plans were made so many days ago; people took part on the day after. */
const PLANNED_AGO = 15;

/** Nothing is entered before the running quarter began: whoever keeps a record owes what comes round since then. */
function enteredOn({ doneOn }: WorkStory, today: CivilDate): CivilDate {
  const { from } = periodOf('quarter', today);
  const day = doneOn ?? addDays(today, -PLANNED_AGO);
  return day < from ? from : day;
}

async function playStory(stage: Stage, story: WorkStory): Promise<void> {
  const { organ, attended, kind, title, plannedOn, doneOn, facts, quiz } = story;
  const officer: Hand = { organ, role: 'disclosureOfficer', permission: 'work.write' };
  const place = idsOf(stage, organ);
  const entered = enteredOn(story, todayOf(stage));
  const hand = await handOf(stage, officer, morningOf(stage, entered));
  const fields = { kind, title, plannedOn, doneOn, facts, quiz, fileIds: [] };
  const { recordId } = done(await enterWorkRecord(hand, place, fields));
  for (const { answers, ...who } of attended) {
    const moment = morningOf(stage, addDays(entered, 1));
    const person = await handOf(stage, { ...who, permission: 'todo.read' }, moment);
    done(await attendTraining(person, { regionId: place.regionId, recordId }, answers));
  }
}

/**
 * Writes the invented registers of work, with who took part in a training.
 *
 * @returns how many records there are
 */
export async function loadWork(stage: Stage): Promise<number> {
  const stories = workStories(todayOf(stage));
  for (const story of stories) await playStory(stage, story);
  return stories.length;
}
