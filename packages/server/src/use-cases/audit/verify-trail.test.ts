import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { newSigningKey, openSigningKey, type SigningKey } from '../../adapters/signing/signing-key.ts';
import { appendAudit } from '../../db/append-audit.ts';
import { checkpointFile, exportCheckpoints } from './export-checkpoints.ts';
import { makeCheckpoint } from './make-checkpoint.ts';
import { verifyTrail } from './verify-trail.ts';

let test: TestDatabase;
let folder: string;
let key: SigningKey;

async function write(count: number, name = 'thing'): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const facts = { actor: 'system:test', action: 'thing.do', subject: `${name}/${index}`, details: {} };
    await test.server
      .transaction()
      .execute((transaction) => appendAudit(transaction, facts, new Date('2026-11-20T01:00:00.000Z')));
  }
}

const verify = () => verifyTrail(test.server, key.publicKey, folder);

/** What a superuser who covers his tracks can do: triggers off, then SQL. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await test.owner.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  });
}

beforeEach(async () => {
  test = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-checkpoints-'));
  key = newSigningKey();
  await write(5);
  await makeCheckpoint(test.context, key, '2026-11-20');
  await exportCheckpoints(test.context, folder);
  await write(3);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await test.drop();
});

describe('checkpoints of the audit trail', () => {
  it('fit the trail they were taken of, in the database and as files', async () => {
    expect(await verify()).toMatchObject({
      chain: { intact: true, entries: 9 },
      checkpoints: 1,
      checkpointFaults: [],
    });
  });

  it('are made once a day, whoever asks, and exported once', async () => {
    const [one, other] = await Promise.all([
      makeCheckpoint(test.context, key, '2026-11-21'),
      makeCheckpoint(test.context, key, '2026-11-21'),
    ]);
    expect(one).toEqual(other);
    expect(await exportCheckpoints(test.context, folder)).toEqual(['2026-11-21']);
    expect(await exportCheckpoints(test.context, folder)).toEqual([]);
  });

  it('show that the whole trail was written anew, which the chain alone cannot', async () => {
    await tamper(
      'delete from audit_entry',
      'delete from checkpoint',
      "update audit_head set sequence = 0, sha256 = repeat('0', 64), sm3 = repeat('0', 64)",
    );
    await write(9, 'forged');
    expect(await verify()).toMatchObject({
      chain: { intact: true, entries: 9 },
      checkpointFaults: [{ name: 'checkpoint-2026-11-20.json', problem: 'entry-differs' }],
    });
  });

  it('show that the trail was cut off before what they seal', async () => {
    await tamper(
      'delete from audit_entry',
      'delete from checkpoint',
      "update audit_head set sequence = 0, sha256 = repeat('0', 64), sm3 = repeat('0', 64)",
    );
    const { checkpointFaults } = await verify();
    expect(checkpointFaults).toEqual([{ name: 'checkpoint-2026-11-20.json', problem: 'entry-missing' }]);
  });

  it.each([
    ['sequence', (text: string) => text.replace('"sequence": 5', '"sequence": 4'), 'signature'],
    ['no JSON', () => '{', 'unreadable'],
  ])('a changed file is named: %s', async (_name, change, problem) => {
    const file = checkpointFile(folder, '2026-11-20');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect((await verify()).checkpointFaults).toEqual([{ name: 'checkpoint-2026-11-20.json', problem }]);
  });

  it('a checkpoint signed by somebody else is named', async () => {
    const verdict = await verifyTrail(test.server, newSigningKey().publicKey, folder);
    expect(verdict.checkpointFaults).toContainEqual({ name: '2026-11-20', problem: 'signature' });
  });

  it('cannot be changed in the database, not even by its owner', async () => {
    await expect(sql`update checkpoint set sequence = 1`.execute(test.owner)).rejects.toThrow('append-only');
    await expect(sql`delete from checkpoint`.execute(test.server)).rejects.toThrow('permission denied');
  });
});

describe('the signing key', () => {
  it('stays the same from start to start, readable to its owner only', async () => {
    const keys = join(folder, 'keys');
    const first = await openSigningKey(keys);
    expect((await openSigningKey(keys)).publicKey).toBe(first.publicKey);
  });

  it('that is damaged is refused with the file to restore', async () => {
    await openSigningKey(folder);
    writeFileSync(join(folder, 'checkpoint-key.pem'), 'damaged');
    await expect(openSigningKey(folder)).rejects.toThrow('请从备份恢复');
  });
});
