import { figureList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleReport } from '../../../../report-files/test/sample-reports.ts';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantDispute } from '../../../test/dispute-samples.ts';
import { plantPublished } from '../../../test/document-desk.ts';
import { closeOrgan, plantOrgan } from '../../../test/organ-samples.ts';
import { plantUnits } from '../../../test/report-way.ts';
import { plantFigure, plantRecord } from '../../../test/statistics-samples.ts';
import { memberReports } from '../../db/queries/report-work.ts';
import { asRead } from './freeze-report.ts';
import { loadReport } from './loaded-report.ts';
import { publishReport } from './publish-report.ts';
import { unitsNow } from './units-now.ts';

const YEAR = 2026;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const day = (text: string) => text as CivilDate;

/** Something of everything that a report counts. */
async function plantRegisters(organ: WorldOrgan): Promise<void> {
  await plantCase(world, organ, { arrivedOn: day('2026-01-05'), receiptDate: day('2026-01-05') });
  await plantDispute(world, organ);
  const signedBy = await world.newPerson(organ, ['leader']);
  await plantFigure(world, organ, { kind: 'penalties', figure: 4, signedBy });
  await plantFigure(world, organ, { kind: 'fees', figure: 123_450, signedBy });
  await plantFigure(world, organ, { kind: 'licensing', figure: 9 });
  await plantRecord(world, organ);
}

it('counts many units as the report of each counts itself', async () => {
  const { county, office, township } = world;
  const [old, heir, frozen, published, quiet] = [
    await plantOrgan(world, county, 'department'),
    await plantOrgan(world, county, 'department'),
    await plantOrgan(world, county, 'department'),
    await plantOrgan(world, county, 'department'),
    await plantOrgan(world, county, 'department'),
  ];
  // The office counts the government's registers, the heir those of the organ that is no more.
  for (const organ of [county, office, township, old, heir, frozen]) await plantRegisters(organ);
  await plantPublished(world, county, {
    kind: 'normativeDocument',
    documentNumber: '示政规〔2026〕1号',
    dateOfDocument: day('2026-11-02'),
    validFrom: day('2026-11-10'),
    issuingOrgan: '示范县人民政府',
    catalogCode: 'a20.01',
  });
  await closeOrgan(world, old, '2026-06-01', [[heir, null]]);
  const typed = { 't2.licensing/decisions': '31' };
  await plantReport(world, township, 'drafting', {
    reportYear: YEAR,
    draft: { ...EMPTY_DRAFT, sources: { ...EMPTY_DRAFT.sources, t2: 'typed' }, typed },
  });
  await plantReport(world, frozen, 'inSignature', { reportYear: YEAR });
  await plantCase(world, frozen);
  const printed = await publishReport(world.database.context, {
    actor: 'system:test',
    regionId: published.regionId,
    organId: published.organId,
    reportYear: YEAR,
    read: asRead({ ...sampleReport({ seed: 3, year: 2023 }), reportYear: YEAR }),
  });
  expect(printed.ok).toBe(true);
  const units = [office, township, heir, frozen, published, quiet];
  await plantUnits(world, county, YEAR, units);

  const { server, context } = world.database;
  const now = context.now();
  const rows = await memberReports(server, county.regionId, YEAR);
  const found = await unitsNow(server, rows, { reportYear: YEAR, version: '2021', now });
  const sums = new Set<string>();
  for (const unit of units) {
    const loaded = await loadReport(server, { ...unit, reportYear: YEAR }, { now });
    const report = loaded?.report ?? expect.fail('no report');
    const { tableForms, figures } = found.get(unit.organId) ?? expect.fail('no figures');
    expect({ tableForms, figures }).toEqual({
      tableForms: report.tableForms,
      figures: figureList(report),
    });
    sums.add(JSON.stringify(figures));
  }
  expect(sums.size, 'each says something of its own').toBe(units.length);
});
