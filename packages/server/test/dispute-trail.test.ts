import { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { plantSealedFile } from './application-file-samples.ts';
import { plantDispute, REVIEW, SUIT, sentDispute, sentStage } from './dispute-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const tag = (version: number) => ({ 'if-match': `"${version}"` });

/** Every word of the audit trail. */
async function trail(): Promise<string> {
  const { rows } = await sql<{
    words: string;
  }>`select row_to_json(entry)::text as words from audit_entry entry
    where action like 'dispute%'`.execute(world.database.server);
  return rows.map(({ words }) => words).join('\n');
}

/** A paper that was uploaded, as it is entered. */
async function sentPaper(name: string) {
  return {
    fileId: await plantSealedFile(world, world.township, { name }),
    kind: 'otherIn' as const,
    datedOn: '2026-03-05',
    number: '赵某某文号',
    counterpart: '赵某某来文',
  };
}

it('the trail keeps kinds and commitments; what was typed in stands in the history alone', async () => {
  const { regionId, organId } = world.township;
  const stage = { ...sentStage(), tribunal: '赵某某复议机关', number: '赵某某案号' };
  const body = { ...sentDispute(), party: '赵某某', note: '赵某某备注', stage };
  const entered = await world.call(disputeRoutes.enter, { params: { regionId, organId }, body }, officer);
  const ids = { regionId, disputeId: String(entered.body['disputeId']) };
  const first = { ...ids, sequence: 1 };
  const decided = {
    ...stage,
    result: 'reconsideration.setAside' as const,
    decidedOn: '2026-05-06',
    reason: '赵某某打来电话',
  };
  const call = async (version: number, ...[route, request]: Parameters<World['call']>) =>
    (await world.call(route, request, officer, tag(version))).status;
  expect(await call(1, disputeRoutes.editStage, { params: first, body: decided })).toBe(200);
  const { stage: _, ...facts } = body;
  const edited = { ...facts, party: '赵某某等', reason: '赵某某来信说明' };
  expect(await call(2, disputeRoutes.edit, { params: ids, body: edited })).toBe(200);
  const loss = { causes: ['late' as const], unit: '赵某某科室', measures: '赵某某负责整改' };
  expect(await call(3, disputeRoutes.recordLoss, { params: ids, body: loss })).toBe(200);
  const paper = await sentPaper('赵某某的信.pdf');
  expect(await call(4, disputeFileRoutes.add, { params: ids, body: paper })).toBe(200);
  const params = { ...ids, fileId: paper.fileId };
  const gone = { reason: '赵某某要求移除' };
  expect(await call(4, disputeFileRoutes.remove, { params, body: gone })).toBe(200);
  const { body: shown } = await world.call(disputeRoutes.read, { params: ids }, officer);
  const told = JSON.stringify(shown['history']);
  expect(told).toContain('赵某某要求移除');
  expect(told).toContain('赵某某打来电话');
  const removed = { reason: '赵某某的案件登记错误' };
  expect(await call(4, disputeRoutes.remove, { params: ids, body: removed })).toBe(204);

  const suit = await plantDispute(world, world.township, {
    kind: 'litigationDirect',
    stages: [
      { ...SUIT, result: 'litigation.setAside', decidedOn: REVIEW.decidedOn },
      { ...SUIT, kind: 'secondInstance', acceptedOn: REVIEW.decidedOn },
    ],
  });
  const last = { params: { ...suit, sequence: 2 }, body: { reason: '赵某某没有上诉' } };
  expect(await call(1, disputeRoutes.removeStage, last)).toBe(200);

  const kept = await trail();
  for (const action of ['enter', 'edit', 'editStage', 'removeStage', 'recordLoss', 'remove']) {
    expect(kept).toContain(`dispute.${action}`);
  }
  expect(kept).not.toContain('赵某某');
});

it('what two people do at once is numbered one after the other: the second waits for the row', async () => {
  const ids = await plantDispute(world, world.township);
  const { server, owner, context } = world.database;
  const body = await sentPaper('通知书.pdf');
  const actor = await world.newPerson(world.township, ['disclosureOfficer']);
  const isWaiting = async (): Promise<boolean> => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
    return rows.length > 0;
  };
  // The first has entered its event, and has not committed yet.
  const second = await server.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('dispute_event')
      .values({
        region_id: ids.regionId,
        dispute_id: ids.disputeId,
        sequence: 1,
        type: 'edit',
        data: '{}',
        reason: '',
        recorded_by: actor,
        recorded_at: context.now(),
      })
      .execute();
    const answer = world.call(disputeFileRoutes.add, { params: ids, body }, officer);
    await expect.poll(isWaiting, { timeout: 60_000 }).toBe(true);
    return { answer };
  });
  expect((await second.answer).status).toBe(200);
  const events = await server
    .selectFrom('dispute_event')
    .select(['sequence', 'type'])
    .where('dispute_id', '=', ids.disputeId)
    .orderBy('sequence')
    .execute();
  expect(events).toEqual([
    { sequence: 1, type: 'edit' },
    { sequence: 2, type: 'addFile' },
  ]);
});
