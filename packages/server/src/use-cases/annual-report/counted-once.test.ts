import { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantDispute, SUIT } from '../../../test/dispute-samples.ts';
import { closeOrgan, plantOrgan } from '../../../test/organ-samples.ts';
import { plantUnits } from '../../../test/report-way.ts';
import { frozenYears } from '../../db/queries/frozen-years.ts';

const worlds: World[] = [];
let world: World;
/** Who may read every report of the city and its counties. */
let reader: string;
beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  reader = await world.signedIn(world.city, 'supervisor');
});
afterAll(async () => {
  for (const one of worlds) await one.close();
});

const day = (text: string) => text as CivilDate;
const RECEIVED = { arrivedOn: day('2025-03-03'), receiptDate: day('2025-03-03') };
const paramsOf = ({ regionId, organId }: WorldOrgan, reportYear: number) => ({
  regionId,
  organId,
  reportYear,
});

async function received(organ: WorldOrgan, reportYear = 2025) {
  const { body } = await world.call(annualReportRoutes.read, { params: paramsOf(organ, reportYear) }, reader);
  const counted = body['counted'] as unknown as Readonly<Record<string, number>>;
  return {
    received: counted['t3.newlyReceived/total'],
    carriedIn: counted['t3.carriedIn/total'],
    suits: counted['t4.litigationDirect/total'],
  };
}

const close = (
  organ: WorldOrgan,
  validTo: string,
  heirs: readonly (readonly [WorldOrgan, string | null])[],
) => closeOrgan(world, organ, validTo, heirs);

const missing = async (region: WorldOrgan, reportYear = 2025): Promise<readonly string[]> => {
  const { body } = await world.call(
    annualReportRoutes.read,
    { params: paramsOf(region, reportYear) },
    reader,
  );
  const findings = body['findings'] as unknown as readonly {
    readonly rule: string;
    readonly message: string;
  }[];
  return findings.flatMap(({ rule, message }) => (rule === 'AR-AGG-02' ? [message] : []));
};

describe('an organ that ended in the year', () => {
  it('is counted by who took over its powers, cases, suits and what is still open, and held by its report', async () => {
    const { county } = world;
    const old = await plantOrgan(world, county, 'department');
    const heir = await plantOrgan(world, county, 'department');
    await plantCase(world, old, RECEIVED);
    await plantCase(world, heir, RECEIVED);
    await plantDispute(world, old, {
      kind: 'litigationDirect',
      stages: [{ ...SUIT, acceptedOn: day('2025-05-06') }],
    });
    await close(old, '2025-07-01', [[heir, null]]);
    expect(await received(heir)).toEqual({ received: 2, carriedIn: 0, suits: 1 });
    expect(await received(heir, 2024)).toEqual({ received: 0, carriedIn: 0, suits: 0 });
    expect(await received(heir, 2026)).toEqual({ received: 0, carriedIn: 2, suits: 1 });

    const cell = { params: paramsOf(heir, 2025), query: { cell: 't3.newlyReceived/total' } };
    const { body } = await world.call(annualReportRoutes.cell, cell as never, reader);
    expect(body['items']).toHaveLength(2);

    await plantReport(world, heir, 'submitted', { reportYear: 2025 });
    const { server } = world.database;
    const years = async (organ: WorldOrgan) =>
      await server.transaction().execute((transaction) => frozenYears(transaction, organ, 't3'));
    expect(await years(old)).toEqual([{ reportYear: 2025, status: 'submitted' }]);
    expect(await years(world.township)).toEqual([]);
  });

  it('reports once more itself where the list of the year names it, and never twice', async () => {
    const { county, office } = world;
    const old = await plantOrgan(world, county, 'department');
    const heir = await plantOrgan(world, county, 'department');
    await plantCase(world, old, RECEIVED);
    await close(old, '2025-07-01', [[heir, null]]);
    await plantUnits(world, county, 2025, [office, heir, old]);
    expect((await received(heir)).received).toBe(0);
    expect((await received(old)).received).toBe(1);
    // What it left open is its heir's from then on.
    expect((await received(heir, 2026)).carriedIn).toBe(1);
  });

  it('does not report what its heir counts, and does where the list names it: its heir’s people act for it', async () => {
    const { county, office } = world;
    const old = await plantOrgan(world, county, 'department');
    const heir = await plantOrgan(world, county, 'department');
    await plantCase(world, old, RECEIVED);
    await close(old, '2025-07-01', [[heir, null]]);
    const ask = async (): Promise<string> => {
      const cookie = await world.signedIn(heir, 'disclosureOfficer');
      const { regionId, organId } = old;
      const switched = await world.call(sessionRoutes.switchOrgan, { body: { regionId, organId } }, cookie);
      expect(switched.status).toBe(200);
      const request = { params: paramsOf(old, 2025), body: { act: { type: 'askSignature' }, texts: {} } };
      const asked = await world.call(annualReportRoutes.act, request as never, cookie, { 'if-match': '"1"' });
      expect(asked.status).toBe(409);
      return String(asked.body['detail']);
    };
    expect(await ask()).toContain('不能重复报送：测试department。');
    await plantUnits(world, county, 2025, [office, heir, old]);
    expect(await ask()).not.toContain('不能重复报送');
  });

  it('leaves its register to one heir whole, where several took over parts', async () => {
    const { county } = world;
    const [old, licences, inspection] = [
      await plantOrgan(world, county, 'department'),
      await plantOrgan(world, county, 'department'),
      await plantOrgan(world, county, 'department'),
    ];
    await plantCase(world, old, RECEIVED);
    await close(old, '2025-07-01', [
      [licences, '行政审批'],
      [inspection, '行政执法'],
    ]);
    const both = [(await received(licences)).received, (await received(inspection)).received];
    expect(both.filter((figure) => figure === 1)).toHaveLength(1);
    expect(both.filter((figure) => figure === 0)).toHaveLength(1);
  });

  it('is counted by an heir in another region', async () => {
    const { county, city } = world;
    const old = await plantOrgan(world, county, 'department');
    const heir = await plantOrgan(world, city, 'department');
    await plantCase(world, old, RECEIVED);
    await close(old, '2025-07-01', [[heir, null]]);
    expect((await received(heir)).received).toBe(1);
  });

  it('without an heir is reported by the office of its government', async () => {
    const { county, office } = world;
    const old = await plantOrgan(world, county, 'department');
    await plantCase(world, old, RECEIVED);
    await close(old, '2025-07-01', []);
    expect((await received(office)).received).toBe(1);
  });
});

describe('what no unit of a list counts', () => {
  const uncounted = async (region: WorldOrgan): Promise<readonly string[]> => {
    const { body } = await world.call(
      annualReportBoardRoutes.read,
      { params: { regionId: region.regionId, reportYear: 2025 } },
      reader,
    );
    return body['uncounted'] as unknown as readonly string[];
  };

  it('is named on the board and in the region’s report: a government without an office', async () => {
    const { city } = world;
    const bureau = await plantOrgan(world, city, 'department');
    await plantUnits(world, city, 2025, [bureau]);
    expect(await uncounted(city)).toEqual([]);
    await plantCase(world, city, RECEIVED);
    const named = 'city（以政府名义办理的没有单位报送，应当由政府办公厅（室）报送）';
    expect(await uncounted(city)).toEqual([named]);
    expect((await missing(city)).join()).toContain(named);
  });

  it('an office that is not on the list, and an ended organ whose heir is not', async () => {
    const { county, township } = world;
    const [old, heir] = [
      await plantOrgan(world, county, 'department'),
      await plantOrgan(world, county, 'department'),
    ];
    await plantCase(world, county, RECEIVED);
    await plantCase(world, old, RECEIVED);
    await close(old, '2025-07-01', [[heir, null]]);
    await plantUnits(world, county, 2025, [township]);
    expect((await uncounted(county)).toSorted()).toEqual([
      'county（以政府名义办理的没有单位报送，应当由政府办公厅（室）报送）',
      '测试department（已经撤销，继续行使其职权的单位不在名单上）',
    ]);
  });
});

it('two units of one name are added up as two', async () => {
  const { county } = world;
  const alike = [
    await plantOrgan(world, county, 'department'),
    await plantOrgan(world, county, 'department'),
  ];
  for (const organ of alike) {
    await plantCase(world, organ, RECEIVED);
    await plantReport(world, organ, 'submitted', { reportYear: 2025 });
  }
  await plantUnits(world, county, 2025, alike);
  expect((await received(county)).received).toBe(2);
});
