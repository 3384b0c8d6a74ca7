import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { appendAudit } from './append-audit.ts';
import { verifyAudit } from './verify-audit.ts';

let test: TestDatabase;
const REGION = crypto.randomUUID();
const ORGAN = crypto.randomUUID();
const REPORT = crypto.randomUUID();
const ACCOUNT = crypto.randomUUID();

const FACTS = { actor: 'system:test', action: 'thing.do', subject: 'thing/1', details: {} };
const append = (at: Date) =>
  test.server.transaction().execute((transaction) => appendAudit(transaction, FACTS, at));

beforeAll(async () => {
  test = await createTestDatabase();
  // As the migrations made it: the tests' template lets clocks be set.
  await sql`create or replace function clock_tolerance() returns interval language sql stable
    as $$ select interval '10 minutes' $$`.execute(test.owner);
  await sql`insert into region values (${REGION}, null, 'bounds', '界县', 'county', true)`.execute(
    test.owner,
  );
  await sql`insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, path)
    values (${REGION}, ${ORGAN}, null, 'bounds', '界县人民政府', 'countyGovernment', 'county', '2020-01-01',
      ${`${ORGAN}/`})`.execute(test.owner);
  await sql`insert into account (account_id, login_name, display_name, created_at)
    values (${ACCOUNT}, 'bounds', '界', now())`.execute(test.owner);
  await sql`insert into annual_report values (${REGION}, ${REPORT}, ${ORGAN}, 2024)`.execute(test.owner);
  await sql`insert into membership (region_id, membership_id, organ_id, account_id, role, granted_at, revoked_at)
    values (${REGION}, ${crypto.randomUUID()}, ${ORGAN}, ${ACCOUNT}, 'drafter', now(), now())`.execute(
    test.owner,
  );
  await sql`insert into session (session_id, token_sha256, account_id, stage, device, created_at, last_seen_at,
      expires_at, ended_at)
    values (${crypto.randomUUID()}, 'x', ${ACCOUNT}, 'full', 'Chrome', now(), now(), now(), now())`.execute(
    test.owner,
  );
  await append(new Date());
});

afterAll(() => test.drop());

const entry = (sequence: string, at: string, previous: string) => sql`
  insert into audit_entry (sequence, recorded_at, actor, action, subject, details, previous_sha256, previous_sm3,
    sha256, sm3)
  select ${sql.raw(sequence)}, ${sql.raw(at)}, 'x', 'x.y', 'x/1', '{}', ${sql.raw(previous)}, sm3,
    ${crypto.randomUUID()}, 'x' from audit_head`;

describe('the role of the server', () => {
  it.each([
    ['out of order', 'sequence', 'now()', 'sha256'],
    ['leaving a gap', 'sequence + 2', 'now()', 'sha256'],
    ['at the end of all numbers', '9000000000000000000', 'now()', 'sha256'],
    ['after another entry', 'sequence + 1', 'now()', "repeat('0', 64)"],
    ['backdated', 'sequence + 1', "now() - interval '1 hour'", 'sha256'],
    ['dated ahead', 'sequence + 1', "now() + interval '1 hour'", 'sha256'],
    ['at no time', 'sequence + 1', "'infinity'", 'sha256'],
  ])('adds no audit entry %s', async (_, sequence, at, previous) => {
    await expect(entry(sequence, at, previous).execute(test.server)).rejects.toThrow(
      /must follow the last one|must be dated now/,
    );
  });

  it('adds entries that follow, of now', async () => {
    await append(new Date());
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true, entries: 2 });
    await expect(append(new Date(Date.now() - 3_600_000))).rejects.toThrow('must be dated now');
  });

  it.each([
    'update audit_head set sequence = 0',
    'select * from audit_head for update',
    'update annual_report set report_year = 2001',
    'select follow_head()',
    'select lo_create(0)',
    "select lo_from_bytea(0, 'x')",
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(test.server)).rejects.toThrow('permission denied');
  });

  it('hangs the function of the trail on no table of its own', async () => {
    const own = test.server.connection().execute(async (connection) => {
      await sql`create temp table mine (like audit_entry)`.execute(connection);
      await sql`create trigger t before insert on mine for each row execute function follow_head()`.execute(
        connection,
      );
    });
    await expect(own).rejects.toThrow('permission denied');
  });

  it.each([
    'update membership set revoked_at = null',
    "update membership set revoked_at = '2001-01-01'",
    'update session set ended_at = null',
  ])('gives nothing back that was taken away: %s', async (statement) => {
    await expect(sql.raw(statement).execute(test.server)).rejects.toThrow('append-only');
  });

  it.each(["'2001-01-01'", "now() + interval '1 day'"])('publishes nothing dated %s', async (at) => {
    const insert = sql`insert into report_version values (${REGION}, ${REPORT}, 1, 'x', '{}',
      ${'0'.repeat(64)}, ${sql.raw(at)})`.execute(test.server);
    await expect(insert).rejects.toThrow('must be dated now');
  });

  it.skipIf(process.env['ZHAOSHI_TEST_DATABASE_URL'] !== undefined).each(['postgres', 'template1'])(
    'has nothing to look for in the database %s',
    async (database) => {
      const client = new Client({ ...inject('databases').server, database });
      await expect(client.connect()).rejects.toThrow('permission denied');
      await client.end().catch(() => {});
    },
  );
});
