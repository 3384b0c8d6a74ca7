import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantDispute, SUIT, sentStage } from '../../../test/dispute-samples.ts';
import { reportDesk } from '../../../test/report-desk.ts';
import { quietDraft } from '../../../test/report-way.ts';

const worlds: World[] = [];
let world: World;
let officer: string;
let desk: ReturnType<typeof reportDesk>;
beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  officer = await world.signedIn(world.township, 'disclosureOfficer', 'supervisor', 'disclosureOfficeHead');
  desk = reportDesk(world, world.township, { reportYear: 2025, draft: quietDraft(2025) });
});
afterAll(async () => {
  for (const one of worlds) await one.close();
});

const day = (text: string) => text as CivilDate;
const RECEIVED = { arrivedOn: day('2025-12-30'), receiptDate: day('2025-12-30') };
const IN_JANUARY = { arrivedOn: day('2026-01-05'), receiptDate: day('2026-01-05') };

/** Publishes the report of 2025 as it is, by all whom it takes, and begins to correct it. */
async function restated(organ: WorldOrgan): Promise<void> {
  const leader = await world.signedIn(organ, 'leader');
  const supervisor = await world.signedIn(world.office, 'supervisor');
  expect((await desk.save(officer)).status).toBe(200);
  await desk.act(officer, 'recordSecrecyReview', { basis: '没有涉密内容。' });
  await desk.explainAll(officer);
  const asked = await desk.act(officer, 'askSignature');
  expect(asked.status, JSON.stringify(asked.body['detail'])).toBe(200);
  expect((await desk.act(leader, 'sign')).status).toBe(200);
  const { frozenSha256: sha256 } = await desk.read(supervisor);
  expect((await desk.receive(supervisor, { type: 'accept', sha256 })).status).toBe(200);
  const published = await desk.act(officer, 'publish');
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  expect((await desk.act(officer, 'restate', { reason: '漏报一件申请。' })).status).toBe(200);
}

async function correctReceipt(
  ids: { readonly regionId: string; readonly applicationId: string },
  on: string,
  version = 1,
) {
  const { regionId, applicationId } = ids;
  const body = { act: { type: 'correctReceipt', on }, texts: { reason: '邮戳看错了。' } };
  const request = { params: { regionId, applicationId }, body: body as never };
  const moved = await world.call(applicationRoutes.act, request, officer, { 'if-match': `"${version}"` });
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);
}

const discard = async () => await desk.act(officer, 'discardRestatement');

const refusalOf = async (): Promise<string> => {
  const { acts } = (await desk.read(officer)) as unknown as {
    readonly acts: readonly { readonly type: string; readonly refusals: readonly string[] }[];
  };
  return acts.find(({ type }) => type === 'discardRestatement')?.refusals.join() ?? 'not offered';
};

it('is not given up while a case is registered otherwise than published, and is once it is put back', async () => {
  const counted = await plantCase(world, world.township, RECEIVED);
  await restated(world.township);
  expect(await refusalOf()).toBe('');
  await correctReceipt(counted, '2026-01-05');

  const refused = await discard();
  expect([refused.status, refused.body['code']]).toEqual([409, 'state-refuses']);
  expect(String(refused.body['detail'])).toContain(counted.registrationNumber);
  expect(await refusalOf()).toContain(counted.registrationNumber);

  await correctReceipt(counted, '2025-12-30', 2);
  expect((await discard()).status).toBe(200);
});

it('nor while a case was moved into the year; what only came since is let in as ever', async () => {
  const later = await plantCase(world, world.township, IN_JANUARY);
  // Registered before the correction began.
  world.setNow(new Date('2026-11-21T02:05:00Z'));
  await restated(world.township);
  await correctReceipt(later, '2025-12-31');
  expect(String((await discard()).body['detail'])).toContain(later.registrationNumber);
  await correctReceipt(later, '2026-01-05', 2);

  await plantCase(world, world.township, RECEIVED);
  expect((await discard()).status).toBe(200);
});

it('names a dispute whose result was moved out of the year', async () => {
  const pending = { ...SUIT, acceptedOn: day('2025-06-02') };
  const ids = await plantDispute(world, world.township, {
    kind: 'litigationDirect',
    stages: [pending],
    number: '（2025）示01行初1号',
  });
  await restated(world.township);
  const judged = {
    ...sentStage(),
    kind: 'firstInstance' as const,
    procedure: null,
    acceptedOn: '2025-06-02',
    servedOn: null,
    decidedOn: '2025-12-20',
    effectiveOn: '2025-12-20',
    result: 'litigation.setAside' as const,
    reason: '',
  };
  const edited = await world.call(
    disputeRoutes.editStage,
    { params: { ...ids, sequence: 1 }, body: judged as never },
    officer,
    { 'if-match': '"1"' },
  );
  expect(edited.status, JSON.stringify(edited.body)).toBe(200);
  const refused = await discard();
  expect([refused.status, refused.body['code']]).toEqual([409, 'state-refuses']);
  expect(String(refused.body['detail'])).toMatch(/不能放弃更正.*号。/u);
});
