import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentActInput } from '@zhaoshi/contract/routes/documents';
import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { connectDatabase } from '../src/db/connect.ts';
import { type DocumentIds, lockDocument } from '../src/db/queries/documents.ts';
import { organDesk } from '../src/db/queries/reminder-desk.ts';
import type { Schema } from '../src/db/schema.ts';
import { openDatabase } from '../src/open-database.ts';
import { completeDocumentAct } from '../src/use-cases/documents/complete-act.ts';
import { doAct } from '../src/use-cases/documents/do-act.ts';
import { insertDocument } from '../src/use-cases/documents/insert-document.ts';
import { decideContext, loadDocument } from '../src/use-cases/documents/loaded-document.ts';
import { CLEAN_REVIEW, SAMPLE_CONTENT } from './document-samples.ts';
import { faultsOf } from './kill-check.ts';
import { databasePid, kill, startServer } from './writer-life.ts';

/** More with the variable; the first kill takes the database along, the second does not. */
const ROUNDS = Number(process.env['ZHAOSHI_KILL_SCHEDULED'] ?? 2);
const UNTIL_MINUTE_MS = 8000;
/** The kill comes at most so long before or after the minute. */
const AROUND_MS = 700;
const SECONDS_A_ROUND = 240;

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-kill-scheduled-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o711);
});

afterAll(() => rmSync(house, { recursive: true }));

async function inDatabase<T>(data: string, work: (database: Kysely<Schema>) => Promise<T>): Promise<T> {
  const opened = await openDatabase(readConfig({ data }, {}), false);
  const database = connectDatabase<Schema>(opened.server, 1, () => {});
  try {
    return await work(database);
  } finally {
    await database.destroy();
    await opened.close();
  }
}

const STEPS: readonly (readonly [Role, (sha256: string, minute: Date) => DocumentActInput])[] = [
  ['drafter', () => ({ type: 'submit' })],
  ['unitHead', () => ({ type: 'agreeInUnit' })],
  ['disclosureOfficeHead', (sha256) => ({ ...CLEAN_REVIEW, sha256 })],
  ['disclosureOfficeHead', (sha256) => ({ type: 'passReview', sha256 })],
  ['leader', (sha256) => ({ type: 'approve', sha256, disclosureClass: 'proactive' })],
  ['disclosureOfficeHead', (_sha256, minute) => ({ type: 'schedule', minute: minute.toISOString() })],
];

/** A document of a township of the demonstration that becomes public at a minute not far away. */
async function plantScheduled(
  database: Kysely<Schema>,
): Promise<{ readonly ids: DocumentIds; readonly minute: Date }> {
  const organ = await database
    .selectFrom('organ')
    .selectAll()
    .where('slug', '=', 'jindian')
    .executeTakeFirstOrThrow();
  const { region_id: regionId, organ_id: organId, path } = organ;
  const { officers } = await organDesk(database, { regionId, organId, path });
  const officer = (role: Role) => {
    const found = officers.find(({ roles }) => roles.includes(role));
    if (found === undefined) throw new Error(`no ${role}`);
    return { id: found.accountId, roles: found.roles.filter(isRole) };
  };
  const ids = { regionId, organId, documentId: randomUUID() };
  const content = {
    ...SAMPLE_CONTENT,
    createdOn: civilDateAt(new Date()),
    title: `定时公告${ids.documentId}`,
  };
  const minute = await database.transaction().execute(async (transaction) => {
    const at = new Date();
    let until = at;
    const made = await insertDocument(transaction, { ids, path, content, writer: officer('drafter').id, at });
    if (!made.ok) throw new Error(made.error.code);
    for (const [role, actOf] of STEPS) {
      // The last step takes it: how long the others took is no part of it.
      until = new Date(Date.now() + UNTIL_MINUTE_MS);
      const row = await lockDocument(transaction, ids);
      if (row === undefined) throw new Error('no row');
      const loaded = await loadDocument(transaction, row, at);
      const act = completeDocumentAct(loaded, actOf(loaded.state.revision?.sha256 ?? '', until), randomUUID);
      const texts = { basis: '逐项审查。', lateReason: '测试。' };
      const decided = decideDocumentAct(
        loaded.state,
        { act, texts },
        decideContext(loaded, officer(role), at),
      );
      if (!decided.ok) throw new Error(JSON.stringify(decided.error));
      const done = await doAct(transaction, loaded, decided.value, texts);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
    }
    return until;
  });
  return { ids, minute };
}

/** What there is of the publication, each as often as it was written. */
async function tracesOf(database: Kysely<Schema>, { documentId }: DocumentIds) {
  const { rows } = await sql<{ events: number; entries: number; editions: number; found: number }>`
    select
      (select count(*)::int from document_event where document_id = ${documentId} and type = 'becomePublic') as events,
      (select count(*)::int from audit_entry where action = 'document.becomePublic'
        and subject = ${`document/${documentId}`}) as entries,
      (select count(*)::int from document_edition where document_id = ${documentId} and cancelled_at is null) as editions,
      (select count(*)::int from search_entry where entry_id = ${documentId}) as found`.execute(database);
  return rows[0];
}

async function addressOf(database: Kysely<Schema>, { documentId }: DocumentIds): Promise<string> {
  const row = await database
    .selectFrom('document_edition')
    .innerJoin('organ', 'organ.organ_id', 'document_edition.organ_id')
    .innerJoin('region', 'region.region_id', 'document_edition.region_id')
    .select(['region.slug as region', 'organ.slug as organ', 'public_name'])
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return `/${row.region}/${row.organ}/documents/${row.public_name}`;
}

describe('SIGKILL around the minute of a scheduled publication', () => {
  it(`leaves it public exactly once, at its minute, in ${ROUNDS} rounds`, {
    timeout: 120_000 + ROUNDS * SECONDS_A_ROUND * 1000,
  }, async () => {
    const data = join(house, 'data');
    let { server, address } = await startServer(data);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ids, minute, path } = await inDatabase(data, async (database) => {
        const planted = await plantScheduled(database);
        return { ...planted, path: await addressOf(database, planted.ids) };
      });
      expect((await fetch(`${address}${path}`)).status).toBe(404);
      await sleep(Math.max(0, minute.getTime() - Date.now() + randomInt(-AROUND_MS, AROUND_MS)));
      const database = databasePid(data);
      kill(server.child.pid);
      // With or without its database.
      if (database !== null && round % 2 === 0) kill(-database);
      await server.ended;

      ({ server, address } = await startServer(data));
      await sleep(Math.max(0, minute.getTime() - Date.now()) + 200);
      const shown = await fetch(`${address}${path}`);
      expect(shown.status).toBe(200);
      expect(await shown.text()).toContain(ids.documentId);
      // The job of the minute runs after the start, also when it was under way at the kill.
      const once = { events: 1, entries: 1, editions: 1, found: 1 };
      await expect
        .poll(() => inDatabase(data, (one) => tracesOf(one, ids)), { timeout: 120_000, interval: 1000 })
        .toEqual(once);
      await sleep(1500);
      expect(await inDatabase(data, (one) => tracesOf(one, ids))).toEqual(once);
    }
    expect(await faultsOf(data, [])).toEqual([]);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});
