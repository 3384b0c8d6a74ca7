import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { newSigningKey } from '../adapters/signing/signing-key.ts';
import { makeCheckpoint } from '../use-cases/audit/make-checkpoint.ts';
import { backupName } from './backup/rotation.ts';
import { createMetrics } from './metrics.ts';
import { createStanding } from './standing.ts';

let test: TestDatabase;
let folder: string;
let now: Date;
beforeEach(async () => {
  test = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-metrics-'));
  now = new Date();
});
afterEach(async () => {
  await test.drop();
  rmSync(folder, { recursive: true });
});

const secondsAgo = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

function metrics(backups: string | null, lag: number | null) {
  return createMetrics({
    cache: () => ({ hits: 0, misses: 0, entries: 0, bytes: 0 }),
    pools: new Map(),
    standing: createStanding({ database: test.server, backups }, () => now),
    mirrorLag: () => lag,
  });
}

/** The value of a figure by its name and labels; `undefined` when it is not told. */
const valueOf = (text: string, figure: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${figure} `));
  return line === undefined ? undefined : Number(line.slice(figure.length + 1));
};

const addJobs = async (state: string, count: number, created: Date): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    await sql`insert into pgboss.job (name, state, created_on, start_after, completed_on)
      values ('message.deliver', ${state}, ${created}, ${created}, ${state === 'failed' ? created : null})`.execute(
      test.owner,
    );
  }
};

it('tell how jobs, checkpoint, backup and mirror stand', async () => {
  await addJobs('created', 2, secondsAgo(90));
  await addJobs('failed', 1, secondsAgo(10));
  await addJobs('completed', 5, secondsAgo(10));
  await makeCheckpoint({ ...test.context, now: () => secondsAgo(3600) }, newSigningKey(), '2026-11-20');
  const madeAt = secondsAgo(7200);
  writeFileSync(join(folder, backupName(madeAt)), '');
  const text = await metrics(folder, 1.5).text();
  expect(valueOf(text, 'zhaoshi_jobs{kind="message.deliver",state="waiting"}')).toBe(2);
  expect(valueOf(text, 'zhaoshi_jobs{kind="message.deliver",state="failed"}')).toBe(1);
  expect(valueOf(text, 'zhaoshi_jobs{kind="file.sweep",state="waiting"}')).toBe(0);
  expect(valueOf(text, 'zhaoshi_jobs_oldest_waiting_seconds{kind="message.deliver"}')).toBeCloseTo(90, 0);
  expect(valueOf(text, 'zhaoshi_audit_checkpoint_age_seconds')).toBeCloseTo(3600, 0);
  const age = valueOf(text, 'zhaoshi_backup_age_seconds');
  expect(age).toBeGreaterThanOrEqual(7200);
  expect(age).toBeLessThan(7201);
  expect(valueOf(text, 'zhaoshi_mirror_lag_seconds')).toBe(1.5);
});

async function addApplication(status: string, dueOn: string): Promise<void> {
  const [region, organ, applicant] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into region values (${region}, null, ${status}, 'x', 'county', false)`.execute(test.owner);
  await sql`insert into organ (region_id, organ_id, slug, name, kind, level, valid_from, path)
    values (${region}, ${organ}, 'x', 'x', 'township', 'township', '2019-05-15', ${`${organ}/`})`.execute(
    test.owner,
  );
  await sql`insert into applicant (region_id, applicant_id, organ_id, kind, sealed, masked_name, name_hash)
    values (${region}, ${applicant}, ${organ}, 'naturalPerson', 'x', '张*', 'x')`.execute(test.owner);
  await sql`insert into application (region_id, application_id, organ_id, registration_number, applicant_id,
      applicant_kind, channel, is_misaddressed, status, entered_at, summary, folded, bigrams, sealed, due_on,
      is_provisional, query_code_hash, is_imported)
    values (${region}, ${randomUUID()}, ${organ}, '20260001', ${applicant}, 'naturalPerson', 'counter', false, ${status},
      ${now}, 'x', 'x', '{}', 'x', ${dueOn}, false, 'x', false)`.execute(test.owner);
}

it('count the applications that wait and those that are overdue, and tell nothing else of them', async () => {
  await addApplication('processing', '2020-01-02');
  await addApplication('registered', '2999-01-02');
  await addApplication('closed', '2020-01-02');
  const text = await metrics(null, null).text();
  expect(valueOf(text, 'zhaoshi_applications{state="open"}')).toBe(2);
  expect(valueOf(text, 'zhaoshi_applications{state="overdue"}')).toBe(1);
  expect(text.match(/^zhaoshi_applications\{.*$/gm)).toHaveLength(2);
});

it('leave out what there is not, instead of a zero', async () => {
  const text = await metrics(join(folder, 'missing'), null).text();
  const ages = [
    'zhaoshi_audit_checkpoint_age_seconds',
    'zhaoshi_backup_age_seconds',
    'zhaoshi_mirror_lag_seconds',
  ];
  expect(ages.map((name) => valueOf(text, name))).toEqual([undefined, undefined, undefined]);
});

it('ask the database once in five seconds, and go on without one', async () => {
  const { text } = metrics(null, null);
  const waiting = async () => valueOf(await text(), 'zhaoshi_jobs{kind="message.deliver",state="waiting"}');
  expect(await waiting()).toBe(0);
  await addJobs('created', 1, secondsAgo(60));
  now = new Date(now.getTime() + 4999);
  expect(await waiting()).toBe(0);
  now = new Date(now.getTime() + 1);
  expect(await waiting()).toBe(1);
  await sql`drop table pgboss.job_common cascade`.execute(test.owner);
  await sql`drop table pgboss.job cascade`.execute(test.owner);
  now = new Date(now.getTime() + 5000);
  expect(await waiting()).toBeUndefined();
});
