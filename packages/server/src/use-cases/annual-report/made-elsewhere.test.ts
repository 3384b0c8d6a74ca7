import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanReport } from '../../../../domain/test/build-report.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantEntered, plantTownship, ruleDesk } from '../../../test/rule-desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('a report that came as a file is judged and explained by the office that receives it, and goes on', async () => {
  const organ = await plantTownship(world, world.county);
  const by = await world.newPerson(world.office, ['supervisor']);
  const supervisor = await world.sessionOf(by);
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const key = await plantEntered(world, organ, cleanReport('2021', 2023), by);
  const desk = ruleDesk(world, key, supervisor);
  const explain = async (findingId: string, cookie: string) =>
    await world.call(
      annualReportRoutes.explainReceived,
      { params: { ...desk.params, findingId }, body: { reason: '已与报送单位的纸质件核对。' } },
      cookie,
    );
  const open = (await desk.failing()).filter(
    ({ severity, waiverBy }) => severity !== 'hint' && waiverBy !== 'none',
  );
  // Nobody recorded a review here: the unit made it before it sent the file.
  expect(open.map(({ rule }) => rule)).toEqual(['AR-SRC-03', 'AR-SRC-03']);
  const sha256 = (await desk.read())['frozenSha256'];
  expect((await desk.receive({ type: 'accept', sha256 })).status).toBe(409);
  expect([403, 404, 409]).toContain((await explain(open[0]?.id ?? '', clerk)).status);
  for (const { id } of open) expect((await explain(id, supervisor)).status).toBe(200);
  expect((await desk.receive({ type: 'accept', sha256 })).status).toBe(200);
});
