import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';

interface Unit {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
  readonly included: boolean;
  readonly reason: string | null;
}

let world: World;
let supervisor: string;
let department: WorldOrgan;
beforeAll(async () => {
  world = await createWorld();
  supervisor = await world.signedIn(world.office, 'supervisor');
  department = await plantOrgan(world, world.county, 'department');
  await plantOrgan(world, world.township, 'village');
});
afterAll(() => world.close());

const start = (regionId: string, reportYear: number, cookie = supervisor) =>
  world.call(reportingUnitRoutes.start, { params: { regionId, reportYear } }, cookie);

const unitsOf = (body: object): readonly Unit[] => (body as { readonly units: readonly Unit[] }).units;

const sent = ({ regionId, organId, included, reason }: Unit) => ({ regionId, organId, included, reason });

it('starts with every organ that reports, not the government itself and no village', async () => {
  const { status, body } = await start(world.county.regionId, 2024);
  expect(status).toBe(200);
  expect(body).toMatchObject({ copiedFrom: null, version: 1, notListed: [] });
  expect(unitsOf(body)).toMatchObject([
    {
      organId: world.office.organId,
      reportScope: 'governmentOrgan',
      dueOn: '2025-01-31',
      dueBasis: '国办公开办函〔2021〕30号二（一）',
    },
    { organId: department.organId, reportScope: 'organ' },
    { organId: world.township.organId, reportScope: 'organ' },
  ]);
  expect((await start(world.county.regionId, 2024)).status).toBe(409);
});

it('names the governments below with their aggregated report', async () => {
  const city = await world.signedIn(world.city, 'supervisor');
  const { body } = await start(world.city.regionId, 2024, city);
  expect(unitsOf(body)).toMatchObject([
    { organId: world.county.organId, reportScope: 'regionGovernment', dueOn: '2025-02-20' },
    { organId: world.otherCounty.organId, reportScope: 'regionGovernment' },
  ]);
});

it('is edited by the competent department: order, and left out only with a reason', async () => {
  const params = { regionId: world.county.regionId, reportYear: 2024 };
  const { body } = await world.call(reportingUnitRoutes.read, { params }, supervisor);
  const [first, second, third] = unitsOf(body).map(sent);
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
  const save = (units: readonly ReturnType<typeof sent>[], version: number) =>
    world.call(reportingUnitRoutes.edit, { params, body: { units: [...units] } }, supervisor, {
      'if-match': `"${version}"`,
    });
  const refused = await save([third, { ...first, included: false, reason: ' ' }], 1);
  expect(refused.body['errors']).toEqual([{ pointer: '/units/1/reason', message: '不报送的单位请写明理由' }]);
  const foreign = { ...first, organId: world.otherCounty.organId, regionId: world.otherCounty.regionId };
  expect((await save([foreign, third, third], 1)).body['errors']).toEqual([
    { pointer: '/units/0', message: '不是本级应报送年度报告的单位' },
    { pointer: '/units/2', message: '同一个单位列了两次' },
  ]);

  const saved = await save([third, { ...second, included: false, reason: '不具有外部性' }], 1);
  expect(saved.status).toBe(200);
  expect(unitsOf(saved.body).map(({ organId }) => organId)).toEqual([third.organId, second.organId]);
  expect(saved.body['notListed']).toMatchObject([{ organId: first.organId }]);
  const stale = await save([first], 1);
  expect([stale.status, unitsOf(stale.body['current'] as unknown as object).length]).toEqual([412, 2]);
});

it('goes on from the year before; who ended is left out with who reports for it', async () => {
  const admin = await world.signedIn(world.county, 'administrator');
  const { regionId } = world.county;
  const closing = {
    validTo: '2025-07-01',
    statement: null,
    successions: [
      {
        successor: { regionId, organId: world.office.organId },
        matters: null,
        documentNumber: null,
      },
    ],
  };
  const { organId } = department;
  await world.call(organRoutes.close, { params: { regionId, organId }, body: closing }, admin, {
    'if-match': '"1"',
  });
  const { body } = await start(regionId, 2025);
  expect(body['copiedFrom']).toBe(2024);
  expect(unitsOf(body)).toMatchObject([
    { organId: world.township.organId, included: true },
    { organId, included: false, reason: '2025-07-01起不再保留，由office一并报送', ended: true },
    { organId: world.office.organId, included: true },
  ]);
  const next = await start(regionId, 2026);
  expect(unitsOf(next.body).map((unit) => unit.organId)).not.toContain(organId);
  const years = await world.call(reportingUnitRoutes.listYears, { params: { regionId } }, supervisor);
  expect(years.body['years']).toEqual([
    { reportYear: 2026, included: 2 },
    { reportYear: 2025, included: 2 },
    { reportYear: 2024, included: 1 },
  ]);
});
