import { addDays, type CivilDate, lastDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { RhythmItem } from '@zhaoshi/domain/notification/yearly-rhythm';
import { periodBefore, periodOf } from '@zhaoshi/domain/village/village-period';
import { recordRhythm } from '../reminders/record-rhythm.ts';
import { done, type Hand, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';

interface RhythmStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly item: RhythmItem;
  readonly doneOn: CivilDate;
  readonly turnOn: CivilDate;
  readonly note: string;
}

/** What some organs said of the year's round; what stays open of it is due at the end of the year. */
function rhythmStories(today: CivilDate): readonly RhythmStory[] {
  const before = periodBefore('quarter', periodOf('quarter', today));
  const yearly = (organ: string, item: RhythmItem, ago: number, note: string): RhythmStory => {
    const doneOn = addDays(today, -ago);
    return { organ, item, doneOn, turnOn: lastDayOf(yearOf(doneOn)), note };
  };
  const filing = (organ: string): RhythmStory => ({
    organ,
    item: 'filing',
    doneOn: addDays(before.to, -4),
    turnOn: before.to,
    note: '已汇总报送，本季度备案两件。',
  });
  return [
    filing('zhaoshi/office'),
    yearly('zhaoshi/office', 'cleanUp', 75, '清理行政规范性文件，废止三件、修改一件，结果已公布。'),
    yearly('zhaoshi/office', 'ownSecrets', 110, '已逐件审核，没有需要变更的。'),
    yearly('zhaoshi/education', 'ownSecrets', 65, '本机关没有产生国家秘密。'),
    filing('hedong/office'),
    yearly('hedong/office', 'cleanUp', 52, '清理结果已在网站公布。'),
  ];
}

/**
 * Writes what was said of the year's round. All of it is said in the running quarter: whoever said something earlier would
 * owe all that came round since.
 *
 * @returns how many records there are
 */
export async function loadRhythm(stage: Stage): Promise<number> {
  const today = todayOf(stage);
  const stories = rhythmStories(today);
  const { from } = periodOf('quarter', today);
  for (const { organ, ...said } of stories) {
    const officer: Hand = { organ, role: 'disclosureOfficer', permission: 'work.write' };
    const saidOn = said.doneOn < from ? from : said.doneOn;
    done(
      await recordRhythm(await handOf(stage, officer, morningOf(stage, saidOn)), idsOf(stage, organ), said),
    );
  }
  return stories.length;
}
