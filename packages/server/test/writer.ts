// A process beside a server that publishes restatements, appoints people and renames an organ as fast as it can, and
// tells each change that was acknowledged. It ends when the database leaves it.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { openSecretBox } from '../src/adapters/secret-box/open-secret-box.ts';
import { readConfig } from '../src/config.ts';
import { connectDatabase } from '../src/db/connect.ts';
import type { Schema } from '../src/db/schema.ts';
import { openDatabase } from '../src/open-database.ts';
import { publishReport } from '../src/use-cases/annual-report/publish-report.ts';
import { writeChanges } from './writer-changes.ts';

const PUBLISHERS = 3;
const [data = ''] = process.argv.slice(2);
const opened = await openDatabase(readConfig({ data }, {}), false);
const database = connectDatabase<Schema>(opened.server, PUBLISHERS + 1, () => {});
const context = { database, now: () => new Date(), newId: randomUUID };
const read = await readReportFile(
  await readFile(join(import.meta.dirname, '../demo/reports/jindian-2021.txt')),
);
if (!read.ok) throw new Error(read.error.message);
const sample = read.value;
const organs = await database
  .selectFrom('organ')
  .select(['region_id', 'organ_id', 'path'])
  .orderBy('slug')
  .execute();
const secretBox = await openSecretBox(null, data);
const tell = (words: object): void => void process.stdout.write(`${JSON.stringify(words)}\n`);
process.stdout.write('ready\n');

async function publish(index: number): Promise<never> {
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
    tell(result.value);
  }
}

try {
  await Promise.all([
    ...Array.from({ length: PUBLISHERS }, (_, index) => publish(index)),
    writeChanges(context, secretBox, organs[PUBLISHERS]!, tell),
  ]);
} catch (error) {
  // A database that leaves is what this is for; anything else is a mistake of the change.
  const isLeft = /terminat|connect|econn|recovery mode|shutting down|starting up|no space|I\/O error/i.test(
    String(error),
  );
  if (!isLeft) process.stderr.write(`writer: ${String(error)}\n`);
  process.exit(isLeft ? 0 : 3);
}
