import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { loadDemonstration } from '../demonstration/load-demonstration.ts';
import { removeDemonstration } from '../demonstration/remove-demonstration.ts';
import { loadReport } from './loaded-report.ts';
import { publishReport } from './publish-report.ts';

const SEEDS = join(import.meta.dirname, '../../../../../acceptance/fixtures/seeds');
const DEMONSTRATION = join(import.meta.dirname, '../../../demo/reports');
const FILES = ['duandian-2019', 'jindian-2021', 'kengzaikou-2020', 'qianwei-2020', 'yilan-2020'];

let test: TestDatabase;
let read: ReadReport;
let organ: { readonly regionId: string; readonly organId: string };

beforeAll(async () => {
  test = await createTestDatabase();
  await loadDemonstration(test.context);
  const found = await readReportFile(await readFile(join(SEEDS, 'jindian-2021.txt')));
  if (!found.ok) throw new Error(found.error.message);
  read = found.value;
  const row = await test.server
    .selectFrom('organ')
    .select(['region_id', 'organ_id'])
    .where('slug', '=', 'education')
    .executeTakeFirstOrThrow();
  organ = { regionId: row.region_id, organId: row.organ_id };
});

afterAll(() => test.drop());

const publish = (change: Partial<Parameters<typeof publishReport>[1]> = {}) =>
  publishReport(test.context, { actor: 'system:test', ...organ, reportYear: 2021, read, ...change });

const countOf = async (table: 'report_version' | 'report_cell' | 'audit_entry'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    test.server,
  );
  return rows[0]!.n;
};

describe('the demonstration', () => {
  it.each(FILES)('brings the published report as it is: %s', async (name) => {
    const [own, seed] = await Promise.all(
      [DEMONSTRATION, SEEDS].map((folder) => readFile(join(folder, `${name}.txt`))),
    );
    expect(own?.equals(seed!)).toBe(true);
  });

  it('says of a report published as a file that its figures were typed', async () => {
    const { region_id, organ_id } = await test.server
      .selectFrom('organ')
      .select(['region_id', 'organ_id'])
      .where('slug', '=', 'duandian')
      .executeTakeFirstOrThrow();
    const key = { regionId: region_id, organId: organ_id, reportYear: 2019 };
    const loaded = await loadReport(test.server, key, { now: test.context.now() });
    expect(loaded?.draft.sources).toEqual({ t2: 'typed', t3: 'typed', t4: 'typed' });
  });

  it('is five reports and those made in it, each cell of them in the database as it was read', async () => {
    const rows = await test.server.selectFrom('report_version').selectAll().execute();
    expect(rows).toHaveLength(13);
    for (const { report_id, version, content, content_sha256 } of rows) {
      expect(createHash('sha256').update(content).digest('hex')).toBe(content_sha256);
      const { report } = fromJsonReport(JSON.parse(content));
      const cells = await test.server
        .selectFrom('report_cell')
        .select(['cell_id', 'state', 'value', 'raw'])
        .where('report_id', '=', report_id)
        .where('version', '=', version)
        .execute();
      expect(Object.fromEntries(cells.map(({ cell_id, ...cell }) => [cell_id, cell]))).toEqual(
        Object.fromEntries(
          Object.entries(report.cells).map(([id, cell]) => [
            id,
            { state: cell!.state, value: cell!.value, raw: cell!.raw },
          ]),
        ),
      );
    }
  });

  it('is told in the audit trail', async () => {
    const actions = await test.server
      .selectFrom('audit_entry')
      .select('action')
      .orderBy('sequence')
      .execute();
    const ofOrgans = await test.server
      .selectFrom('audit_entry')
      .innerJoin('organ', 'organ.path', 'audit_entry.scope_path')
      .select('organ.name')
      .where('action', '=', 'annualReport.publish')
      .execute();
    expect(new Set(ofOrgans.map(({ name }) => name)).size, 'each with the organ that it belongs to').toBe(9);
    expect(actions.map(({ action }) => action)).toEqual([
      ...Array.from({ length: 5 }, () => 'annualReport.publish'),
      // Each invented document that was published, the withdrawn one too.
      ...Array.from({ length: 8 }, () => 'document.becomePublic'),
      // The invented reports of the year that is over, one of them restated, and two of the year before.
      ...Array.from({ length: 8 }, () => 'annualReport.publish'),
      // Of each organ to which an anonymous complaint came, that its box was opened.
      ...Array.from({ length: 2 }, () => 'complaint.openBox'),
      'demonstration.load',
    ]);
  });
});

describe('publishReport', () => {
  it('publishes a first version, refuses the same again, and publishes a restatement as the next', async () => {
    const first = await publish();
    expect(first).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await publish()).toEqual({ ok: false, error: { code: 'unchanged', version: 1 } });
    const restated = { ...read, report: { ...read.report, title: '更正后的报告' } };
    expect(await publish({ read: restated })).toMatchObject({ ok: true, value: { version: 2 } });

    const shown = await test.portal
      .selectFrom('published.annual_report')
      .select(['version', 'title'])
      .where('organ_id', '=', organ.organId)
      .where('report_year', '=', 2021)
      .execute();
    expect(shown).toEqual([{ version: 2, title: '更正后的报告' }]);
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true });
  });

  it('refuses an organ that is not there and a report of another year, and leaves no trace', async () => {
    const before = [
      await countOf('report_version'),
      await countOf('report_cell'),
      await countOf('audit_entry'),
    ];
    expect(await publish({ organId: '00000000-0000-4000-8000-000000000000' })).toEqual({
      ok: false,
      error: { code: 'organ-unknown' },
    });
    expect(await publish({ reportYear: 2020 })).toEqual({
      ok: false,
      error: { code: 'year-differs', found: 2021 },
    });
    expect([
      await countOf('report_version'),
      await countOf('report_cell'),
      await countOf('audit_entry'),
    ]).toEqual(before);
  });

  it('lets one of two publishers of the same report win', async () => {
    const newer = { ...read, report: { ...read.report, title: '同时发布' } };
    const results = await Promise.all([publish({ read: newer }), publish({ read: newer })]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it.each(['report_version', 'report_cell'])(
    'leaves the server no way to change a published %s',
    async (table) => {
      await expect(sql`delete from ${sql.table(table)}`.execute(test.server)).rejects.toThrow(
        'permission denied',
      );
      await expect(sql`update ${sql.table(table)} set version = 9`.execute(test.server)).rejects.toThrow(
        'permission denied',
      );
    },
  );

  it.each(['report_version', 'report_cell', 'organ', 'audit_entry', 'annual_report', 'migration'])(
    'hides the table %s from the portal',
    async (table) => {
      await expect(sql`select * from public.${sql.raw(table)}`.execute(test.portal)).rejects.toThrow(
        'permission denied',
      );
    },
  );
});

describe('removeDemonstration', () => {
  it('refuses when there is a real region, and touches nothing', async () => {
    const own = await createTestDatabase();
    await loadDemonstration(own.context);
    await own.server
      .insertInto('region')
      .values({
        region_id: '00000000-0000-4000-8000-000000000001',
        parent_id: null,
        slug: 'real',
        name: '真实县',
        level: 'county',
        is_demonstration: false,
      })
      .execute();
    expect(await removeDemonstration(own.owner, own.context.now)).toMatchObject({ ok: false });
    expect(await own.server.selectFrom('report_version').select('version').execute()).toHaveLength(13);
    await own.drop();
  });

  it('removes it so that it can be loaded again; the trail goes on', async () => {
    const own = await createTestDatabase();
    await loadDemonstration(own.context);
    expect(await removeDemonstration(own.owner, own.context.now)).toMatchObject({ ok: true });
    expect(await own.server.selectFrom('region').select('slug').execute()).toEqual([]);
    await loadDemonstration(own.context);
    expect(await verifyAudit(own.server)).toMatchObject({ intact: true, entries: 49 });
    await own.drop();
  });
});
