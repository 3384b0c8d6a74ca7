import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { plantPublished } from './document-desk.ts';

let world: World;
let office: string;

beforeAll(async () => {
  world = await createWorld();
  office = await world.signedIn(world.office, 'supervisor');
  for (let index = 0; index < 4; index++) await plantPublished(world, world.township);
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: { readonly regionId: string; readonly organId: string }) => ({
  regionId,
  organId,
});

const plan = (seed: string, unit = world.township) => ({
  title: '四季度抽查',
  publishedFrom: '2020-01-01',
  publishedUntil: '2099-12-31',
  perUnit: 2,
  seed,
  checklist: ['要素齐全', '附件能够打开'],
  units: [idsOf(unit)],
});

const create = async (body: ReturnType<typeof plan>) =>
  await world.call(inspectionRoutes.create, { params: idsOf(world.office), body }, office);

const paramsOf = ({ body }: Awaited<ReturnType<typeof create>>) => ({
  regionId: world.office.regionId,
  inspectionId: String(body['inspectionId']),
});

const read = async (params: ReturnType<typeof paramsOf>) =>
  (await world.call(inspectionRoutes.read, { params }, office)).body;

const documentsOf = async (params: ReturnType<typeof paramsOf>) =>
  ((await read(params))['checks'] as unknown as { documentId: string }[]).map(({ documentId }) => documentId);

it('draws items of what units have published; the same seed draws the same again', async () => {
  const first = paramsOf(await create(plan('2026-4')));
  const shown = await read(first);
  expect(shown).toMatchObject({ units: 1, items: 2, checked: 0, drawnFrom: [{ published: 4 }] });
  expect(await documentsOf(paramsOf(await create(plan('2026-4'))))).toEqual(await documentsOf(first));
  const drawn = await read(paramsOf(await create(plan(''))));
  expect(drawn['seed']).toMatch(/^2026-11-21-[\da-f]{16}$/);
});

it('nobody is inspected who is supervised by another', async () => {
  const { status, body } = await create(plan('s', world.otherCounty));
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain('otherCounty不由office监督');
});

it('a drawing that comes to nothing is told, and not kept', async () => {
  const listed = async () =>
    (await world.call(inspectionRoutes.list, { query: { limit: 100 } }, office)).body[
      'items'
    ] as unknown as readonly unknown[];
  const before = (await listed()).length;
  const { status, body } = await create({ ...plan('none'), publishedUntil: '2020-01-31' });
  expect(status).toBe(422);
  expect(body).toMatchObject({
    errors: [
      { pointer: '/units', message: expect.stringContaining('没有在2020年1月1日至2020年1月31日公开') },
    ],
  });
  expect(await listed()).toHaveLength(before);
});

it('findings become an order to the unit, and are looked at again', async () => {
  const params = paramsOf(await create(plan('faults')));
  const record = async (item: number, body: object, version: number) =>
    await world.call(inspectionRoutes.record, { params: { ...params, item }, body: body as never }, office, {
      'if-match': `"${version}"`,
    });
  const bare = await record(1, { verdict: 'fault', faults: [], note: '' }, 1);
  expect(JSON.stringify(bare.body)).toContain('请选择哪些检查项目发现问题');
  expect((await record(1, { verdict: 'fault', faults: ['Q2'], note: '附件一打不开' }, 1)).status).toBe(200);
  const second = await record(2, { verdict: 'inOrder', faults: [], note: '' }, 2);
  expect(second.body).toMatchObject({ checked: 2, faults: 1 });
  const order = async (version: number) =>
    await world.call(
      inspectionRoutes.order,
      { params, body: { unit: idsOf(world.township), dueOn: '2026-12-10', words: '' } },
      office,
      { 'if-match': `"${version}"` },
    );
  expect((await order(3)).status).toBe(200);
  expect(JSON.stringify((await order(4)).body)).toContain('已经就这次检查向这个单位下达过整改通知');
  const township = await world.signedIn(world.township, 'disclosureOfficer');
  const { body } = await world.call(remediationRoutes.list, { query: {} }, township);
  const [given] = body['items'] as unknown as { regionId: string; orderId: string }[];
  const { regionId = '', orderId = '' } = given ?? {};
  const shownOrder = await world.call(remediationRoutes.read, { params: { regionId, orderId } }, township);
  expect(shownOrder.body['facts']).toContain('没有做到：附件能够打开（附件一打不开）');
  const circular = async (number: string) =>
    await world.call(
      inspectionRoutes.order,
      {
        params,
        body: { unit: idsOf(world.township), kind: 'circular', number, dueOn: '2026-12-10', words: '' },
      },
      office,
      { 'if-match': '"4"' },
    );
  expect(JSON.stringify((await circular('')).body)).toContain('通报应当有文号');
  expect((await circular('昭政办通〔2026〕4号')).body['orders']).toMatchObject([
    { kind: 'order' },
    { kind: 'circular', documentNumber: '昭政办通〔2026〕4号' },
  ]);
  const again = await world.call(inspectionRoutes.again, { params }, office);
  const shown = await read(paramsOf(again));
  expect(shown).toMatchObject({ title: '四季度抽查（复查）', items: 1, precedingId: params.inspectionId });
});
