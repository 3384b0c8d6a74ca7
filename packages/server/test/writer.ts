// A process beside a server that publishes restatements as fast as it can, and tells each one that was acknowledged.
// It ends when the database leaves it.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { readConfig } from '../src/config.ts';
import { connectDatabase } from '../src/db/connect.ts';
import type { Schema } from '../src/db/schema.ts';
import { openDatabase } from '../src/open-database.ts';
import { publishReport } from '../src/use-cases/annual-report/publish-report.ts';

const WRITERS = 3;
const [data = ''] = process.argv.slice(2);
const opened = await openDatabase(readConfig({ data }, {}), false);
const database = connectDatabase<Schema>(opened.server, WRITERS, () => {});
const context = { database, now: () => new Date(), newId: randomUUID };
const read = await readReportFile(
  await readFile(join(import.meta.dirname, '../demo/reports/jindian-2021.txt')),
);
if (!read.ok) throw new Error(read.error.message);
const sample = read.value;
const organs = await database.selectFrom('organ').select(['region_id', 'organ_id']).orderBy('slug').execute();
process.stdout.write('ready\n');

async function write(index: number): Promise<never> {
  for (;;) {
    const organ = organs[index]!;
    const report = { ...sample.report, title: randomUUID() };
    const result = await publishReport(context, {
      actor: 'system:test',
      regionId: organ.region_id,
      organId: organ.organ_id,
      reportYear: 2021,
      read: { ...sample, report },
    });
    if (!result.ok) throw new Error(result.error.code);
    process.stdout.write(`${JSON.stringify(result.value)}\n`);
  }
}

try {
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => write(index)));
} catch {
  process.exit(1);
}
