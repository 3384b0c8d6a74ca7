import { addDays, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { USUAL_CHECKLIST } from '@zhaoshi/domain/oversight/inspection';
import { type InspectionIds, inspectionItems, publishedItems } from '../../db/queries/inspections.ts';
import { createInspection, inspectAgain } from '../inspections/create-inspection.ts';
import { type ItemFinding, orderFromInspection, recordItem } from '../inspections/record-item.ts';
import { MARK } from './people.ts';
import { done, type Hand, handOf, idsOf, type Stage, todayOf } from './stage.ts';

/** An invented inspection; what is looked at was published on the day of loading, so all of it is of that day. */
interface InspectionStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly title: string;
  readonly seed: string;
  readonly units: readonly string[];
  /** What was found of the items in their order; those beyond are still to be looked at. */
  readonly findings: readonly Omit<ItemFinding, 'item'>[];
  /** The days until the fault is to be put right; `null`: no order was given. */
  readonly orderDays: number | null;
}

const GOOD = { verdict: 'inOrder', faults: [], note: '', fileId: null } as const;
const fault = (code: string, note: string) =>
  ({ verdict: 'fault', faults: [code], note, fileId: null }) as const;

const STORIES: readonly InspectionStory[] = [
  {
    organ: 'zhaoshi/office',
    title: '县级公开信息季度抽查',
    seed: 'zhaoshi-demonstration-city',
    units: ['hedong/government', 'hedong/office', 'hedong/finance', 'hedong/rural-affairs'],
    findings: [
      fault('Q3', '正文能够打开，附件在手机上显示不全。'),
      GOOD,
      GOOD,
      fault('Q2', '晚于成文日期二十个工作日公开。'),
    ],
    orderDays: 12,
  },
  {
    organ: 'hedong/office',
    title: '乡镇和部门公开栏目抽查',
    seed: 'zhaoshi-demonstration-county',
    units: ['hedong/duandian', 'hedong/jindian'],
    findings: [GOOD],
    orderDays: null,
  },
];

const PER_UNIT = 3;
const LOOKED_BACK_DAYS = 90;

/** Enters what was found, gives the order, and draws the look that follows. */
async function follow(stage: Stage, story: InspectionStory, ids: InspectionIds): Promise<void> {
  const { organ, findings, orderDays } = story;
  const inspector: Hand = { organ, role: 'supervisor', permission: 'inspection.handle' };
  const items = await inspectionItems(stage.transaction, ids);
  const found = findings.slice(0, items.length);
  for (const [index, finding] of found.entries()) {
    const hand = await handOf(stage, inspector, stage.at, index + 1);
    done(await recordItem(hand, ids, { item: index + 1, ...finding }));
  }
  const [faulty] = items;
  if (orderDays === null || faulty === undefined) return;
  const hand = await handOf(stage, inspector, stage.at, found.length + 1);
  const unit = { regionId: faulty.unit_region_id, organId: faulty.unit_id };
  const dueOn = addDays(todayOf(stage), orderDays);
  done(await orderFromInspection(hand, ids, { unit, kind: 'order', number: '', dueOn, words: '' }));
  done(await inspectAgain(hand, ids));
}

async function playStory(stage: Stage, story: InspectionStory): Promise<void> {
  const { organ, title, seed, units } = story;
  const inspector: Hand = { organ, role: 'supervisor', permission: 'inspection.handle' };
  const place = idsOf(stage, organ);
  const today = todayOf(stage);
  const days = { from: addDays(today, -LOOKED_BACK_DAYS), until: today };
  const published: unknown[] = [];
  for (const unit of units)
    published.push(...(await publishedItems(stage.transaction, idsOf(stage, unit), days)));
  // Where the database's clock is behind, nothing is public yet, and there is nothing to look at.
  if (published.length === 0) return;
  const plan = {
    title: `${yearOf(today)}年${title}${MARK}`,
    publishedFrom: days.from,
    publishedUntil: days.until,
    perUnit: PER_UNIT,
    seed,
    checklist: [...USUAL_CHECKLIST],
    units: units.map((unit) => idsOf(stage, unit)),
  };
  const hand = await handOf(stage, inspector, stage.at);
  const { inspectionId } = done(await createInspection(hand, place, plan));
  await follow(stage, story, { regionId: place.regionId, inspectionId });
}

/**
 * Writes the invented inspections: one with faults, an order and the look that follows, one just drawn.
 *
 * @returns how many were planned, without those that follow
 */
export async function loadInspections(stage: Stage): Promise<number> {
  for (const story of STORIES) await playStory(stage, story);
  return STORIES.length;
}
