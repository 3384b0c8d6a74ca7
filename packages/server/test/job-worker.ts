// A server's workers in a process of their own. Each job that is done leaves a row; `slow` jobs tell and then hang,
// `held` ones tell and go on at SIGUSR2.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connectDatabase, type DatabaseLogin } from '../src/db/connect.ts';
import type { Schema } from '../src/db/schema.ts';
import { startJobs } from '../src/jobs/start-jobs.ts';
import { createLogger } from '../src/operations/log.ts';
import { FAST, recordingHandlers } from './job-recorder.ts';
import { testServices } from './test-api.ts';

const [login = '', worker = '', clockShift = '0', mode = ''] = process.argv.slice(2);

// A machine whose clock is wrong, as far as the program can see.
const RealDate = Date;
const shift = Number(clockShift);
if (shift !== 0) {
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number | string]) {
      if (args.length === 0) super(RealDate.now() + shift);
      else super(...args);
    }
    static override now(): number {
      return RealDate.now() + shift;
    }
  } as DateConstructor;
}

const database = connectDatabase<Schema>(JSON.parse(login) as DatabaseLogin, 4, () => {});
const mayGoOn = mode === 'held' ? once(process, 'SIGUSR2') : new Promise(() => {});
const begin = async (): Promise<void> => {
  process.stdout.write('begun\n');
  await mayGoOn;
};
const jobs = await startJobs({
  login: JSON.parse(login) as DatabaseLogin,
  context: { database, now: () => new Date(), newId: randomUUID, services: testServices() },
  handlers: recordingHandlers(database, worker, mode === '' ? undefined : begin),
  log: createLogger(
    (line) => line.startsWith('{"level":30') || process.stderr.write(line),
    () => new Date(),
  ),
  timing: FAST,
  schedules: { tick: { cron: '0 4 1 1 *', kind: 'file.sweep' } },
});
process.stdout.write('ready\n');
process.on('SIGTERM', () => {
  jobs
    .stop()
    .then(() => database.destroy())
    .then(() => process.exit(0))
    .catch(() => process.exit(1));
});
