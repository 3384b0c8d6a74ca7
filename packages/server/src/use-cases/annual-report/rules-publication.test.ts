/** What was done with a report speaks in its check: return, publication, what the public finds, restatement, the day. */
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';
import { plantUnits, quietDraft, reportWay } from '../../../test/report-way.ts';
import { plantTownship, ruleDesk } from '../../../test/rule-desk.ts';
import { readCopies } from './read-copies.ts';

let world: World;
let supervisor: string;
beforeAll(async () => {
  world = await createWorld();
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

const YEAR = 2025;
const forever = new AbortController().signal;

/** Rules that fail now, as a clerk of the organ sees them. */
async function failing(organ: World['township'], reportYear = YEAR): Promise<readonly string[]> {
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  return (await ruleDesk(world, { ...organ, reportYear }, clerk).failing()).map(({ rule }) => rule);
}

/** What the to-do list of a clerk of the organ names. */
async function waiting(organ: World['township']): Promise<readonly string[]> {
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const { body } = await world.call(deskRoutes.todo, {}, clerk);
  const { items } = body as unknown as { readonly items: readonly { readonly kind: string }[] };
  return items.map(({ kind }) => kind);
}

it('AR-DUP-03: what was marked on return and stands as it stood is not sent again', async () => {
  const organ = await plantTownship(world, world.county, '测试退回镇');
  const way = await reportWay(world, organ, YEAR);
  await way.prepare();
  expect((await way.act('askSignature')).status).toBe(200);
  expect((await way.sign()).status).toBe(200);
  const mark = { type: 'returnForMending', cells: ['t2.licensing/decisions'], passages: [] };
  expect((await way.receive(supervisor, mark, { reason: '与台账不一致。' })).status).toBe(200);
  expect(await failing(organ)).toContain('AR-DUP-03');
  const refused = await way.act('askSignature');
  expect([refused.status, String(refused.body['detail'])]).toEqual([
    409,
    expect.stringContaining('AR-DUP-03'),
  ]);

  const { typed, ...rest } = quietDraft(YEAR);
  await way.save({ ...rest, typed: { ...typed, 't2.licensing/decisions': '4' } });
  expect(await failing(organ)).not.toContain('AR-DUP-03');
});

it('AR-PUB-02, AR-PUB-03, AR-PUB-04: after publication what the public finds is read again', async () => {
  const organ = await plantTownship(world, world.county, '测试公布镇');
  const way = await reportWay(world, organ, YEAR);
  await way.prepare();
  await way.act('askSignature');
  await way.sign();
  expect((await way.accept(supervisor)).status).toBe(200);
  expect((await way.act('publish')).status).toBe(200);

  // The list of the year has it not.
  expect(await failing(organ)).toContain('AR-PUB-03');
  await plantUnits(world, world.county, YEAR, [organ]);
  expect(await failing(organ)).not.toContain('AR-PUB-03');

  const { server, context } = world.database;
  await readCopies({ database: server, now: context.now }, forever);
  const kept = await server.selectFrom('report_copies').select('copies').execute();
  const copies = kept.map((row) => JSON.parse(row.copies) as readonly { readonly name: string }[]);
  expect(copies[0]?.map(({ name }) => name)).toEqual([
    '封存的数据',
    '网页',
    'Word 文档',
    'PDF 文档',
    'Excel 表格',
    '开放数据',
    '数据比较和开放数据接口',
  ]);
  expect(await failing(organ)).not.toContain('AR-PUB-02');
  expect(await waiting(organ)).not.toContain('reportCopiesOff');
  // Somebody changes, past every rule, the figures that comparisons are served from.
  await world.database.owner
    .updateTable('report_cell')
    .set({ value: 99, raw: '99' })
    .where('cell_id', '=', 't2.licensing/decisions')
    .execute();
  await readCopies({ database: server, now: context.now }, forever);
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const found = (await ruleDesk(world, { ...organ, reportYear: YEAR }, clerk).failing()).find(
    ({ rule }) => rule === 'AR-PUB-02',
  );
  expect(found).toMatchObject({ severity: 'warn', waiverBy: 'reviewer' });
  expect(JSON.stringify(found)).toContain('不一致的：数据比较和开放数据接口');

  expect(await waiting(organ)).toContain('reportCopiesOff');
  const { body } = await world.call(annualReportRoutes.years, { params: organ }, clerk);
  expect(JSON.stringify(body)).toContain('"isCopyOff":true');

  // A restatement may change figures: with its reason, and never without (AR-PUB-04).
  expect((await way.act('restate')).status).toBe(200);
  const { typed, ...rest } = quietDraft(YEAR);
  const changed: Partial<ReportDraft> = { ...rest, typed: { ...typed, 't2.licensing/decisions': '5' } };
  await way.save(changed);
  expect(await failing(organ)).not.toContain('AR-PUB-04');
  await world.database.owner
    .updateTable('report_event')
    .set({ texts: '{}' })
    .where('type', '=', 'restate')
    .execute();
  expect(await failing(organ)).toContain('AR-PUB-04');
  await way.review();
  const refused = await way.act('askSignature');
  expect([refused.status, String(refused.body['detail'])]).toEqual([
    409,
    expect.stringContaining('AR-PUB-04'),
  ]);
}, 120_000);

it('AR-DDL-01: a missed day is on the file and stops nothing', async () => {
  const organ = await plantTownship(world, world.county, '测试迟报镇');
  const way = await reportWay(world, organ, YEAR);
  await way.prepare();
  expect(await failing(organ)).toContain('AR-DDL-01');
  expect((await way.act('askSignature')).status).toBe(200);
});

it('AR-FRM-03: a report dated years late goes on once its head confirms the day', async () => {
  const organ = await plantTownship(world, world.county, '测试补报镇');
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const desk = ruleDesk(world, { ...organ, reportYear: 2022 }, clerk);
  const way = await reportWay(world, organ, 2022);
  await way.save();
  await desk.act({ type: 'recordSecrecyReview' }, { basis: '没有涉密和敏感内容。' });
  const refused = await way.act('askSignature');
  expect(String(refused.body['detail'])).toContain('AR-FRM-03');
  await way.review();
  expect((await way.act('askSignature')).status).toBe(200);
});

it('AR-DDL-02: a year that is not over is told, and nothing of it goes on', async () => {
  const organ = await plantOrgan(world, world.county, 'department');
  const way = await reportWay(world, organ, 2026);
  await way.prepare();
  expect(await failing(organ, 2026)).toContain('AR-DDL-02');
  const refused = await way.act('askSignature');
  expect(refused.status).toBe(409);
});
