import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { recordRelease, takeStep } from '../opinion/act-on-opinion.ts';
import { enterOpinion } from '../opinion/enter-opinion.ts';
import { OPINION_STORIES, type OpinionStory } from './opinion-stories.ts';
import { done, type Hand, handOf, idsOf, type Stage } from './stage.ts';

async function playStory(stage: Stage, story: OpinionStory): Promise<void> {
  const { organ, title, summary, level, platform, hoursAgo, occurredBefore, deeds } = story;
  const officer: Hand = { organ, role: 'disclosureOfficer', permission: 'opinion.write' };
  const foundAt = new Date(stage.at.getTime() - hoursAgo * HOUR_MS);
  const later = (hours: number): Date => new Date(foundAt.getTime() + hours * HOUR_MS);
  const occurredAt = occurredBefore === null ? null : later(-occurredBefore);
  const given = { title, summary, level, platform, link: '', foundAt, occurredAt };
  const place = idsOf(stage, organ);
  const { opinionId } = done(await enterOpinion(await handOf(stage, officer, foundAt), place, given));
  const ids = { regionId: place.regionId, opinionId };
  for (const [index, deed] of deeds.entries()) {
    const moment = later(deed.after);
    const hand = await handOf(stage, officer, moment, index + 1);
    if ('to' in deed) {
      done(await takeStep(hand, ids, deed));
    } else {
      const { released: kind, channel } = deed;
      done(await recordRelease(hand, ids, { kind, channel, releasedAt: moment, link: '', note: '' }));
    }
  }
}

/**
 * Writes the invented events of public opinion; their hours run back from the moment of loading.
 *
 * @returns how many there are
 */
export async function loadOpinions(stage: Stage): Promise<number> {
  for (const story of OPINION_STORIES) await playStory(stage, story);
  return OPINION_STORIES.length;
}
