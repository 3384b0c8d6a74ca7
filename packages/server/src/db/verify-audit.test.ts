import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { appendAudit } from './append-audit.ts';
import { chainHashes } from './audit-chain.ts';
import { verifyAudit } from './verify-audit.ts';

let test: TestDatabase;

async function write(count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    await test.server.transaction().execute(async (transaction) => {
      const facts = {
        actor: 'system:test',
        action: 'thing.do',
        subject: `thing/${index}`,
        details: { index },
      };
      await appendAudit(transaction, facts, new Date(Date.UTC(2026, 0, index)));
    });
  }
}

/** What a superuser who covers his tracks can do: triggers off, then SQL. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await test.owner.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  });
}

beforeEach(async () => {
  test = await createTestDatabase();
  await write(7);
});

afterEach(() => test.drop());

const fault = async () => {
  const verdict = await verifyAudit(test.server);
  return verdict.intact ? null : { kind: verdict.fault.kind, sequence: verdict.fault.sequence };
};

describe('the audit trail', () => {
  it('verifies as it was written', async () => {
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true, entries: 7, backwardsAt: null });
  });

  it('tells where time runs backwards', async () => {
    await write(2);
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true, entries: 9, backwardsAt: 8 });
  });

  it('verifies when it is empty', async () => {
    const empty = await createTestDatabase();
    expect(await verifyAudit(empty.server)).toMatchObject({ intact: true, entries: 0 });
    await empty.drop();
  });

  it.each([
    ["actor = 'account/x'"],
    ["action = 'thing.undo'"],
    ["subject = 'thing/99'"],
    [`details = '{"index":99}'`],
    ["recorded_at = recorded_at + interval '1 ms'"],
    ["sha256 = repeat('a', 64)"],
    ["sm3 = repeat('a', 64)"],
    ["previous_sha256 = repeat('a', 64)"],
    ["previous_sm3 = repeat('a', 64)"],
  ])('names the changed row: %s', async (change) => {
    await tamper(`update audit_entry set ${change} where sequence = 4`);
    expect(await fault()).toEqual({ kind: 'changed', sequence: 4 });
  });

  it.each([1, 4, 7])('names the row that is gone: %i', async (sequence) => {
    await tamper(`delete from audit_entry where sequence = ${sequence}`);
    expect(await fault()).toEqual({ kind: 'removed', sequence });
  });

  it('names the row that is gone though the numbers were closed up', async () => {
    await tamper(
      'delete from audit_entry where sequence = 4',
      'update audit_entry set sequence = sequence - 1 where sequence = 5',
      'update audit_entry set sequence = sequence - 1 where sequence = 6',
      'update audit_entry set sequence = sequence - 1 where sequence = 7',
    );
    expect(await fault()).toEqual({ kind: 'removed', sequence: 4 });
  });

  it('names the first of two rows that changed places', async () => {
    await tamper(
      'update audit_entry set sequence = 100 where sequence = 3',
      'update audit_entry set sequence = 3 where sequence = 5',
      'update audit_entry set sequence = 5 where sequence = 100',
    );
    expect(await fault()).toEqual({ kind: 'reordered', sequence: 3 });
  });

  it('names the row that was moved to the end', async () => {
    await tamper('update audit_entry set sequence = 100 where sequence = 3');
    expect(await fault()).toEqual({ kind: 'reordered', sequence: 3 });
  });

  it.each([3, 7])('names a changed row whose hashes were made anew: %i', async (sequence) => {
    const row = await test.owner
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '=', sequence)
      .executeTakeFirstOrThrow();
    const forged = chainHashes(
      { ...row, actor: 'account/x' },
      { sha256: row.previous_sha256, sm3: row.previous_sm3 },
    );
    await tamper(
      `update audit_entry set actor = 'account/x', sha256 = '${forged.sha256}', sm3 = '${forged.sm3}' where sequence = ${sequence}`,
    );
    expect(await fault()).toEqual({ kind: 'changed', sequence });
  });

  it.each([
    ['update', "update audit_entry set actor = 'x'"],
    ['delete', 'delete from audit_entry'],
    ['truncate', 'truncate audit_entry'],
  ])('cannot be changed by the server: %s', async (_, statement) => {
    await expect(sql.raw(statement).execute(test.server)).rejects.toThrow('permission denied');
    await expect(sql.raw(statement).execute(test.owner)).rejects.toThrow('append-only');
  });

  it('forgets an entry whose transaction failed', async () => {
    const failing = test.server.transaction().execute(async (transaction) => {
      const facts = { actor: 'system:test', action: 'thing.do', subject: 'thing/8', details: {} };
      await appendAudit(transaction, facts, new Date());
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    await write(1);
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true, entries: 8 });
  });

  it('keeps one line of entries when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => write(1)));
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true, entries: 19 });
  });
});
