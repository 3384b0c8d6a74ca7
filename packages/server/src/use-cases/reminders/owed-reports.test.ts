import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantUnits } from '../../../test/report-way.ts';
import { remindDuties } from './remind-duties.ts';

let world: World;
let clerk: string;
let leader: string;
let supervisor: string;
let officer: string;

beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signedIn(world.township, 'disclosureOfficer');
  leader = await world.signedIn(world.township, 'leader');
  supervisor = await world.signedIn(world.office, 'supervisor');
  officer = await world.signedIn(world.office, 'disclosureOfficer');
  await plantUnits(world, world.county, 2025, [world.office, world.township]);
  await plantUnits(world, world.city, 2025, [world.county]);
});
afterAll(() => world.close());

const remindOn = async (day: string): Promise<void> =>
  await remindDuties({
    ...world.database.context,
    now: () => new Date(`${day}T01:00:00.000Z`),
    services: world.services,
  });

async function told(cookie: string): Promise<readonly string[]> {
  const { body } = await world.call(deskRoutes.notifications, { query: { limit: 100 } }, cookie);
  const items = body['items'] as unknown as readonly {
    readonly words: string;
    readonly todo: string | null;
  }[];
  return items.filter(({ todo }) => todo === 'reportsToWrite').map(({ words }) => words);
}

async function waits(cookie: string): Promise<readonly (readonly [string, string | null])[]> {
  const { body } = await world.call(deskRoutes.todo, {}, cookie);
  const items = body['items'] as unknown as readonly {
    readonly kind: string;
    readonly title: string;
    readonly dueOn: string | null;
  }[];
  return items
    .filter(({ kind }) => kind.startsWith('reports'))
    .map(({ title, dueOn }) => [title, dueOn] as const);
}

it('tells units of a list before the last day of their report, and the leader when it has passed', async () => {
  await remindOn('2026-01-05');
  expect(await told(clerk)).toEqual([]);
  await remindOn('2026-01-29');
  await remindOn('2026-01-29');
  expect(await told(clerk)).toEqual([
    'township：上一年度的1份年度报告应在2026-01-31以前报送并公布（条例第四十九条）。',
  ]);
  await remindOn('2026-02-02');
  await remindOn('2026-02-10');
  expect((await told(clerk))[0]).toContain('提醒后7日仍未办理');
  expect((await told(leader))[0]).toContain('已过报送期限');
  // The office draws up the government's report too, which is due on 20 February.
  expect((await told(officer)).some((words) => words.includes('2026-02-20'))).toBe(true);
});

it('has them in the to-do list of who writes, signs, reviews and asks for them', async () => {
  expect(await waits(clerk)).toEqual([['编写、报送2025年度报告', '2026-01-31']]);
  expect(await waits(supervisor)).toContainEqual(['催报 2 个逾期没有报送的2025年度报告', '2026-01-31']);
  await plantReport(world, world.township, 'inSignature', { reportYear: 2025 });
  expect(await waits(clerk)).toEqual([]);
  expect(await waits(leader)).toEqual([['签发2025年度报告', '2026-01-31']]);
  await plantReport(world, world.office, 'submitted', { reportYear: 2025 });
  expect(await waits(supervisor)).toContainEqual(['审核 1 个单位报送的2025年度报告', null]);
  expect(await waits(supervisor)).toContainEqual(['催报 1 个逾期没有报送的2025年度报告', '2026-01-31']);
});
