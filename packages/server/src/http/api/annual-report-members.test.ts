import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { annualReportMemberRoutes } from '@zhaoshi/contract/routes/annual-report-members';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { organNameRoutes } from '@zhaoshi/contract/routes/organ-names';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFile, sha256Of } from '../../../test/annual-report-file-samples.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { plantUnits } from '../../../test/report-way.ts';

const YEAR = 2024;

let world: World;
let supervisor: string;
beforeAll(async () => {
  world = await createWorld();
  supervisor = await world.signedIn(world.office, 'supervisor');
  await plantUnits(world, world.county, YEAR, [world.office, world.township]);
});
afterAll(() => world.close());

const paramsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId, reportYear: YEAR });

interface Members {
  readonly members: readonly {
    readonly name: string;
    readonly status: string | null;
    readonly counted: { readonly figures: readonly (number | null)[] } | null;
  }[];
}

interface Outlook {
  readonly cells: readonly { readonly cell: string; readonly value: number | null }[];
  readonly units: readonly {
    readonly name: string;
    readonly source: string;
    readonly figures: readonly (number | null)[];
  }[];
}

const membersOf = async (organ: WorldOrgan, cookie: string) => {
  const { status, body } = await world.call(
    annualReportMemberRoutes.read,
    { params: paramsOf(organ) },
    cookie,
  );
  return { status, members: (body as unknown as Members).members };
};

const received = async () => {
  const { body } = await world.call(annualReportRoutes.read, { params: paramsOf(world.county) }, supervisor);
  return body;
};

/** Where a cell stands in the list of all figures. */
const PLACE = TABLE_IDS.flatMap((table) => formTable(table, '2021').cells).findIndex(
  ({ id }) => id === 't3.newlyReceived/total',
);

describe('the units of a government’s report', () => {
  it('count with the file that the office entered for one that has nobody in the platform', async () => {
    const before = await membersOf(world.county, supervisor);
    expect(before.members).toMatchObject([
      { name: 'office', status: null, counted: null },
      { name: 'township', status: null, counted: null },
    ]);
    const content = await reportFile('township', YEAR);
    const { fileId } = await plantFile(world, world.office, { name: '段店镇报送.docx', content });
    const entered = await world.call(
      annualReportFileRoutes.receive,
      {
        params: paramsOf(world.township),
        body: { fileId, sha256: sha256Of(content), as: 'submitted', source: '邮寄' },
      },
      supervisor,
    );
    expect(entered.body).toMatchObject({ status: 'submitted' });

    const { members } = await membersOf(world.county, supervisor);
    const [office, township] = members;
    expect(office?.counted).toBeNull();
    expect(township?.status).toBe('submitted');
    const region = await received();
    const figure = township?.counted?.figures[PLACE];
    expect(figure).toBeGreaterThan(0);
    expect(region).toMatchObject({
      cells: { 't3.newlyReceived/total': { value: figure } },
      members: [
        { name: 'office', isCounted: false },
        { name: 'township', isCounted: true },
      ],
    });
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('action', '=', 'annualReport.act')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(entry.details)).toContain('enterFile');
  });

  it('are none of a report that is no sum, and are told to nobody whose right does not reach it', async () => {
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    expect(await membersOf(world.township, clerk)).toEqual({ status: 200, members: [] });
    expect((await membersOf(world.county, clerk)).status).toBe(404);
  });
});

describe('what a region would report if the year ended today', () => {
  const RUNNING = 2026;
  const outlookOf = async (organ: WorldOrgan, cookie = supervisor) => {
    const params = { ...paramsOf(organ), reportYear: RUNNING };
    const { status, body } = await world.call(annualReportMemberRoutes.outlook, { params }, cookie);
    return { status, body: body as unknown as Outlook };
  };
  const received2026 = ({ cells }: Outlook) =>
    cells.find(({ cell }) => cell === 't3.newlyReceived/total')?.value;

  it('adds up what each unit’s registers say now, and a county’s units in the city’s', async () => {
    await plantUnits(world, world.county, RUNNING, [world.office, world.township]);
    await plantUnits(world, world.city, RUNNING, [world.county, world.otherCounty]);
    const before = await outlookOf(world.county);
    expect(received2026(before.body)).toBe(0);
    await plantCase(world, world.office);
    await plantCase(world, world.township);
    await plantCase(world, world.township);
    const { body } = await outlookOf(world.county);
    expect(received2026(body)).toBe(3);
    expect(body.units.map(({ name, source, figures }) => [name, source, figures[PLACE]])).toEqual([
      ['office', 'now', 1],
      ['township', 'now', 2],
    ]);
    const city = await outlookOf(world.city, await world.signedIn(world.city, 'supervisor'));
    expect(received2026(city.body)).toBe(3);
    expect(city.body.units.map(({ source }) => source)).toEqual(['now', 'nothing']);
  });

  it('takes a report that has come as it came', async () => {
    const content = await reportFile('township', RUNNING);
    const { fileId } = await plantFile(world, world.office, { name: '段店镇报送.docx', content });
    const params = { ...paramsOf(world.township), reportYear: RUNNING };
    const sent = { fileId, sha256: sha256Of(content), as: 'submitted', source: '邮寄' } as const;
    const today = world.database.context.now();
    world.setNow(new Date('2027-01-10T02:00:00Z'));
    const officer = await world.signedIn(world.office, 'supervisor');
    const entered = await world.call(annualReportFileRoutes.receive, { params, body: sent }, officer);
    expect(entered.body).toMatchObject({ status: 'submitted' });
    const { body } = await outlookOf(world.county, officer);
    const [, township] = body.units;
    expect(township?.source).toBe('sent');
    expect(received2026(body)).toBe(1 + Number(township?.figures[PLACE]));
    world.setNow(today);
  });

  it('is empty for a unit, and told to nobody whose right does not reach it', async () => {
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    expect((await outlookOf(world.township, clerk)).body).toMatchObject({ units: [], cells: [] });
    expect((await outlookOf(world.county, clerk)).status).toBe(404);
  });
});

describe('an organ', () => {
  const named = async (wanted: string) => {
    const { body } = await world.call(organNameRoutes.find, { query: { wanted } }, supervisor);
    return (body['items'] as unknown as readonly { readonly place: string; readonly organId: string }[]).map(
      ({ place, organId }) => [place, organId],
    );
  };

  it('is found by its public address and by its name, a government by its region alone', async () => {
    const { office } = world;
    expect(await named('east/office')).toEqual([['east/office', office.organId]]);
    expect(await named('office')).toEqual([['east/office', office.organId]]);
    expect(await named('east')).toEqual([]);
    expect(await named('east/nobody')).toEqual([]);
    await world.database.server
      .updateTable('organ')
      .set({ slug: 'government' })
      .where('organ_id', '=', world.otherCounty.organId)
      .execute();
    expect(await named('west')).toEqual([['west/government', world.otherCounty.organId]]);
  });
});
