import type { DisputeStage } from '@zhaoshi/domain/dispute/dispute';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { chooseSetting } from '../../../test/application-samples.ts';
import { plantDispute, REVIEW, SUIT } from '../../../test/dispute-samples.ts';
import { countTableFour, tableFourFigures } from './table-four-figures.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const NOW = new Date('2026-11-22T01:00:00.000Z');
const day = (text: string) => text as CivilDate;

const figures = async (organ: WorldOrgan, year = 2026) =>
  await tableFourFigures(world.database.server, organ, year, NOW);

const valuesOf = ({ cells }: Awaited<ReturnType<typeof figures>>) =>
  Object.fromEntries(cells.filter(({ value }) => value > 0).map(({ cell, value }) => [cell, value]));

const JUDGED: DisputeStage = {
  ...SUIT,
  acceptedOn: day('2025-03-03'),
  result: 'litigation.claimDismissed',
  decidedOn: day('2025-12-20'),
  effectiveOn: day('2026-01-08'),
};

it('counts an organ’s disputes of a year into their cells, and opens every cell into its list', async () => {
  const organ = world.township;
  const review = await plantDispute(world, organ);
  const suit = await plantDispute(world, organ, { kind: 'litigationDirect', act: 'refusal', stages: [SUIT] });
  const after = 'litigationAfterReconsideration';
  await plantDispute(world, organ, { kind: after, stages: [JUDGED] });
  const coDefendant = await plantDispute(world, organ, {
    kind: after,
    role: 'reconsiderationOrganAsCoDefendant',
    stages: [SUIT],
  });
  // Settled before the year, of another organ, and removed: none of them counts.
  await plantDispute(world, organ, {
    stages: [{ ...REVIEW, decidedOn: day('2025-12-31'), acceptedOn: day('2025-11-03') }],
  });
  await plantDispute(world, world.office);
  const { disputeId } = await plantDispute(world, organ);
  await world.database.server
    .updateTable('dispute')
    .set({ removed_at: NOW })
    .where('dispute_id', '=', disputeId)
    .execute();

  const now = await figures(organ);
  expect(valuesOf(now)).toEqual({
    't4.reconsideration/rectified': 1,
    't4.reconsideration/total': 1,
    't4.litigationDirect/pending': 1,
    't4.litigationDirect/total': 1,
    't4.litigationAfterReconsideration/upheld': 1,
    't4.litigationAfterReconsideration/total': 1,
  });
  const listed = now.cells.find(({ cell }) => cell === 't4.reconsideration/rectified')?.disputes;
  expect(listed?.map(({ dispute }) => dispute.disputeId)).toEqual([review.disputeId]);
  expect(now.coDefendant.map((one) => one.disputeId)).toEqual([coDefendant.disputeId]);
  expect(now.directRefusals.map((one) => one.disputeId)).toEqual([suit.disputeId]);
  expect(now.counting.upTo).toBe('2026-11-22');

  expect(valuesOf(await figures(organ, 2025))).toEqual({
    't4.reconsideration/rectified': 1,
    't4.reconsideration/total': 1,
    't4.litigationAfterReconsideration/pending': 1,
    't4.litigationAfterReconsideration/total': 1,
  });
});

it('counts many organs at once as it counts each of them, each by its own settings', async () => {
  await chooseSetting(world, world.office, 'dispute.reconsideration.setAside', '其他结果');
  const organs = [world.office, world.township, world.city];
  const counted = await countTableFour(world.database.server, organs, 2026, NOW);
  expect([...counted.keys()].toSorted()).toEqual(organs.map(({ organId }) => organId).toSorted());
  for (const organ of organs) {
    const { cells } = await figures(organ);
    expect(counted.get(organ.organId)).toEqual(
      Object.fromEntries(cells.map(({ cell, value }) => [cell, value])),
    );
  }
  expect(counted.get(world.office.organId)).toMatchObject({
    't4.reconsideration/otherResult': 1,
    't4.reconsideration/total': 1,
  });
});
