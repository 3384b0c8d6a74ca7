import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONTRADICTING_DRAFT, plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { ruleDesk } from '../../../test/rule-desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('takes a sentence for what the machine read only once a person says so, and until it changes', async () => {
  const { township } = world;
  const clerk = await world.signedIn(township, 'disclosureOfficer');
  const head = await world.signedIn(township, 'disclosureOfficeHead');
  const { key, confirmable } = await plantReport(world, township, 'drafting', { draft: CONTRADICTING_DRAFT });
  const desk = ruleDesk(world, key, clerk);
  const confirm = async (isRight: boolean, cookie: string) =>
    await world.call(
      annualReportRoutes.confirm,
      { params: { ...desk.params, findingId: confirmable }, body: { isRight } },
      cookie,
    );
  const sentence = async () => (await desk.findings()).find(({ id }) => id === confirmable);

  expect(await sentence()).toMatchObject({ rule: 'AR-TXT-01', severity: 'warn', confirmable: true });
  expect((await confirm(false, clerk)).status).toBe(409);
  expect((await confirm(true, head)).status).toBe(200);
  expect(await sentence()).toMatchObject({ severity: 'block', confirmable: false, confirmation: {} });
  const asked = await desk.act({ type: 'askSignature' });
  expect([asked.status, String(asked.body['detail']).includes('AR-TXT-01')]).toEqual([409, true]);
  const again = await confirm(true, clerk);
  const takenBack = await confirm(false, clerk);
  expect([again.status, takenBack.status]).toEqual([409, 409]);
  expect(String(takenBack.body['detail'])).toContain('由负责人确认过');
  const kept = await world.database.server
    .selectFrom('audit_entry')
    .select('action')
    .where('action', '=', 'annualReport.confirm')
    .execute();
  expect(kept).toHaveLength(1);

  // Another sentence, another meaning.
  const texts = { ...CONTRADICTING_DRAFT.texts, s1: '本年收到政府信息公开申请6件。' };
  expect((await desk.save({ ...CONTRADICTING_DRAFT, texts })).status).toBe(200);
  const about = (await desk.findings()).filter(({ rule }) => rule === 'AR-TXT-01');
  expect(about).toMatchObject([{ severity: 'warn', confirmable: true }]);
  expect((await confirm(false, head)).status).toBe(200);
  expect((await desk.save(CONTRADICTING_DRAFT)).status).toBe(200);
  expect(await sentence()).toMatchObject({ severity: 'warn', confirmable: true });
});
