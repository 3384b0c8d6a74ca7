import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { connectDatabase } from '../src/db/connect.ts';
import type { Schema } from '../src/db/schema.ts';
import { verifyAudit } from '../src/db/verify-audit.ts';
import { openDatabase } from '../src/open-database.ts';
import { type Acknowledged, killRound } from './kill-rounds.ts';

/** `npm run test:faults` runs more. */
const ROUNDS = Number(process.env['ZHAOSHI_KILL_ROUNDS'] ?? 4);
const LONGEST_MS = 1500;

it(
  `keeps every acknowledged publication through ${ROUNDS} kills of server and database`,
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'zhaoshi-kill-'));
    chmodSync(data, 0o711);
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < ROUNDS; round += 1) acknowledged.push(...(await killRound(data, LONGEST_MS)));
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);

    const opened = await openDatabase(readConfig({ data }, {}), true);
    const database = connectDatabase<Schema>(opened.server, 2, () => {});
    const versions = await database.selectFrom('report_version').selectAll().execute();
    const kept = new Map(versions.map((row) => [`${row.report_id} ${row.version}`, row]));
    const lost = acknowledged.filter(
      ({ reportId, version, contentSha256 }) =>
        kept.get(`${reportId} ${version}`)?.content_sha256 !== contentSha256,
    );
    expect(lost).toEqual([]);

    // Nothing half written: each version has its content, all its cells, and its one audit entry.
    const cells = await database
      .selectFrom('report_cell')
      .select((build) => ['report_id', 'version', build.fn.countAll<number>().as('cells')])
      .groupBy(['report_id', 'version'])
      .execute();
    const cellsOf = new Map(cells.map((row) => [`${row.report_id} ${row.version}`, row.cells]));
    for (const [key, { content, content_sha256 }] of kept) {
      expect(createHash('sha256').update(content).digest('hex')).toBe(content_sha256);
      expect(cellsOf.get(key)).toBe(Object.keys(JSON.parse(content).cells).length);
    }
    const entries = await database
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'annualReport.publish')
      .execute();
    expect(entries).toHaveLength(versions.length);
    expect(await verifyAudit(database)).toMatchObject({ intact: true });

    await database.destroy();
    await opened.close();
    rmSync(data, { recursive: true });
  },
  60_000 + ROUNDS * 15_000,
);
