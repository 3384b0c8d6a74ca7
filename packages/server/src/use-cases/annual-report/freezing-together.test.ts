import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { reportWay } from '../../../test/report-way.ts';
import { loadForFreezing } from './load-for-freezing.ts';
import { refuseLockedCase } from './period-lock.ts';

const worlds: World[] = [];
let world: World;
beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
});
afterAll(async () => {
  for (const one of worlds) await one.close();
});

const YEAR = 2025;
const day = (text: string) => text as CivilDate;
const RECEIVED = { arrivedOn: day('2025-12-30'), receiptDate: day('2025-12-30') };
const NEW = 't3.newlyReceived/total';
const keyOf = () => ({
  regionId: world.township.regionId,
  organId: world.township.organId,
  reportYear: YEAR,
});
const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** Registers a case, on a connection of its own, right after figures were read and before their cases are. */
const registersBetween = (times: number): KyselyPlugin => {
  let left = times;
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      const [row] = result.rows;
      // Only the statement that adds up table three has these.
      if (left > 0 && row !== undefined && 'is_new' in row && 'count' in row) {
        left -= 1;
        await plantCase(world, world.township, RECEIVED);
      }
      return result;
    },
  };
};

const loadWith = async (plugin: KyselyPlugin) =>
  await world.database.server
    .transaction()
    .execute((transaction) =>
      loadForFreezing(transaction.withPlugin(plugin), keyOf(), new Date('2026-01-20T02:00:00Z')),
    );

describe('a case that is registered while figures are frozen', () => {
  it('is in the figures and in their list, or in neither', async () => {
    await plantCase(world, world.township, RECEIVED);
    const found = await loadWith(registersBetween(2));
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const { loaded, cases } = found.value;
    expect(loaded.counted[NEW]).toBe(3);
    expect(cases?.filter(({ register }) => register === 't3')).toHaveLength(3);
  });

  it('does not let them be frozen when it never ends', async () => {
    await plantCase(world, world.township, RECEIVED);
    expect(await loadWith(registersBetween(100))).toMatchObject({
      ok: false,
      error: { code: 'state-refuses', detail: expect.stringContaining('没有提请签发') },
    });
  });

  it('agrees with its list however many come at once', async () => {
    const way = await reportWay(world, world.township, YEAR);
    await plantCase(world, world.township, RECEIVED);
    await way.prepare();
    const { server } = world.database;
    let frozenRounds = 0;
    // Rounds in which the figures changed in between count for nothing.
    for (let round = 0; round < 6 || (frozenRounds === 0 && round < 100); round += 1) {
      const registered = Array.from({ length: 3 }, async (_, index) => {
        await pause(index * 40 * Math.random());
        await plantCase(world, world.township, RECEIVED);
      });
      const [asked] = await Promise.all([way.act('askSignature'), ...registered]);
      if (asked.status !== 200) {
        // The rules may want another reason for other figures.
        await way.review();
        continue;
      }
      const { cells } = await way.read();
      const frozen = await server
        .selectFrom('report_submission_case as one')
        .innerJoin('report_work as work', (join) =>
          join.onRef('work.report_id', '=', 'one.report_id').onRef('work.frozen', '=', 'one.submission'),
        )
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('register', '=', 't3')
        .executeTakeFirstOrThrow();
      frozenRounds += 1;
      expect(frozen.count).toBe(cells[NEW]?.value);
      expect((await way.act('takeBack')).status).toBe(200);
      await way.review();
    }
    expect(frozenRounds).toBeGreaterThan(0);
  });
});

describe('a case that is changed while figures are frozen', () => {
  it('is frozen as it was changed, because the signature waits', async () => {
    const way = await reportWay(world, world.township, YEAR);
    const { regionId, applicationId } = await plantCase(world, world.township, RECEIVED);
    await plantCase(world, world.township, RECEIVED);
    await way.prepare();
    const before = {
      applicantKind: 'naturalPerson',
      receiptDate: RECEIVED.receiptDate,
      result: null,
    } as const;
    const after = { ...before, receiptDate: day('2026-01-05') };
    const asked = await world.database.server.transaction().execute(async (transaction) => {
      expect(await refuseLockedCase(transaction, world.township, before, after)).toBeNull();
      const waiting = way.act('askSignature');
      await pause(1500);
      await transaction
        .updateTable('application')
        .set({ receipt_date: after.receiptDate })
        .where('region_id', '=', regionId)
        .where('application_id', '=', applicationId)
        .execute();
      // Not the answer itself, for which this transaction would wait in vain.
      return { waiting };
    });
    const { status, body } = await asked.waiting;
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await way.read()).cells[NEW]?.value).toBe(1);
  });

  it('is refused, when the signature was first', async () => {
    const way = await reportWay(world, world.township, YEAR);
    const { regionId, applicationId } = await plantCase(world, world.township, RECEIVED);
    await way.prepare();
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    const body = { act: { type: 'correctReceipt', on: '2026-01-05' }, texts: { reason: '邮戳看错了。' } };
    const [asked, moved] = await Promise.all([
      way.act('askSignature'),
      world.call(applicationRoutes.act, { params: { regionId, applicationId }, body: body as never }, clerk, {
        'if-match': '"1"',
      }),
    ]);
    expect(asked.status).toBe(200);
    const { cells } = await way.read();
    const now = await world.call(annualReportRoutes.read, { params: keyOf() }, clerk);
    const counted = now.body['counted'] as unknown as Readonly<Record<string, number>>;
    expect([moved.status === 200 || moved.status === 409, cells[NEW]?.value]).toEqual([true, counted[NEW]]);
  });
});
