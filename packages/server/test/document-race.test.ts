import { setTimeout as sleep } from 'node:timers/promises';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../src/db/verify-audit.ts';
import { createWorld, type World } from './api-world.ts';
import { type DocumentDesk, usualDesk } from './document-desk.ts';
import { keepCacheFresh } from './document-exits.ts';
import { type PlantedDocument, plantDocument } from './document-samples.ts';

const RACERS = 6;

let world: World;
let desk: DocumentDesk;
let fresh: Awaited<ReturnType<typeof keepCacheFresh>>;
/** How long the acts before the last took: a minute that is so far away is not over before it was told. */
let signedInMs: number;

beforeAll(async () => {
  world = await createWorld();
  world.setNow(new Date());
  desk = await usualDesk(world, world.township);
  fresh = await keepCacheFresh(world);
});

afterAll(async () => {
  await fresh.stop();
  await world.close();
});

async function plantSigned(): Promise<PlantedDocument> {
  const begun = Date.now();
  world.setNow(new Date());
  const ids = await plantDocument(world, world.township, { createdOn: civilDateAt(new Date()) });
  await desk.sign(ids);
  signedInMs = Date.now() - begun;
  return ids;
}

async function versionOf(ids: PlantedDocument): Promise<string> {
  return String((await desk.read(ids)).body['version']);
}

/** The same call as often as there are racers, all of them having seen the same version. */
async function race(
  ids: PlantedDocument,
  acts: readonly (readonly ['publisher' | 'leader', object, object])[],
) {
  world.setNow(new Date());
  const version = await versionOf(ids);
  return await Promise.all(
    acts.map(([role, act, texts]) =>
      world.call(
        documentRoutes.act,
        { params: { ...ids }, body: { act, texts } as never },
        desk.cookie(role),
        { 'if-match': `"${version}"` },
      ),
    ),
  );
}

const editionsOf = async ({ documentId }: PlantedDocument) =>
  await world.database.owner
    .selectFrom('document_edition')
    .selectAll()
    .where('document_id', '=', documentId)
    .execute();

const pathOf = async (ids: PlantedDocument): Promise<string> => {
  const [edition] = await editionsOf(ids);
  return `/east/township/documents/${edition?.public_name ?? ''}`;
};

const publicNow = async ({ documentId }: PlantedDocument): Promise<boolean> => {
  const rows = await world.database.portal
    .selectFrom('published.document')
    .select('edition')
    .where('document_id', '=', documentId)
    .execute();
  return rows.length > 0;
};

/** The database's clock, by which the public sees things. */
async function databaseNow(): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(world.database.server);
  return rows[0]?.now ?? new Date(0);
}

describe('publishers and readers at once', () => {
  it('get one publication and one answer each that says what happened', async () => {
    const ids = await plantSigned();
    const answers = await race(
      ids,
      Array.from({ length: RACERS }, () => ['publisher', { type: 'publish' }, {}] as const),
    );
    const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array(RACERS - 1).fill(412)]);
    expect(await editionsOf(ids)).toHaveLength(1);
    const { rows } = await sql<{ count: string }>`select count(*) from audit_entry
      where action = 'document.becomePublic' and subject = ${`document/${ids.documentId}`}`.execute(
      world.database.server,
    );
    expect(Number(rows[0]?.count)).toBe(1);
  });

  it('replaying an approval or a publication does nothing', async () => {
    const ids = await plantSigned();
    const version = await versionOf(ids);
    const { body } = await desk.read(ids);
    await desk.act(ids, 'publisher', { type: 'publish' });
    const sha256 = (body['revision'] as unknown as { readonly sha256: string }).sha256;
    for (const act of [{ type: 'approve', sha256, disclosureClass: 'proactive' }, { type: 'publish' }]) {
      const again = await world.call(
        documentRoutes.act,
        { params: { ...ids }, body: { act, texts: {} } as never },
        desk.cookie('leader'),
        { 'if-match': `"${version}"` },
      );
      expect(again.status).toBe(412);
      const renewed = await desk.tryAct(ids, 'leader', act);
      expect([409, 422, 403]).toContain(renewed.status);
    }
    expect(await editionsOf(ids)).toHaveLength(1);
  });

  it('schedule, publish and cancel at once: one wins, and the public sees what the winner did', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ids = await plantSigned();
      const minute = new Date(Date.now() + 3_600_000).toISOString();
      const answers = await race(ids, [
        ['publisher', { type: 'publish' }, {}],
        ['publisher', { type: 'schedule', minute }, {}],
        ['leader', { type: 'sendBack' }, { reason: '再看一遍。' }],
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.every(({ status }) => status < 500)).toBe(true);
      const { body } = await desk.read(ids);
      expect(await publicNow(ids)).toBe(body['status'] === 'published');
    }
  });

  it('nothing is read before its minute nor after its withdrawal, by the database’s clock', async () => {
    const seenEarly: string[] = [];
    const seenLate: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const ids = await plantSigned();
      world.setNow(new Date());
      const minute = new Date(Date.now() + 2000 + 2 * signedInMs);
      await desk.act(ids, 'publisher', { type: 'schedule', minute: minute.toISOString() });
      const path = await pathOf(ids);
      const reading = new AbortController();
      let goneAt: Date | null = null;
      let seeing = 0;
      const readers = Array.from({ length: 4 }, async () => {
        let wasSeen = false;
        while (!reading.signal.aborted) {
          const asked = await databaseNow();
          const { statusCode } = await world.app.inject({ method: 'GET', url: path });
          const answered = await databaseNow();
          if (statusCode === 200 && answered < minute) seenEarly.push(answered.toISOString());
          if (statusCode === 200 && goneAt !== null && asked > goneAt) seenLate.push(asked.toISOString());
          if (statusCode === 200 && !wasSeen) seeing += 1;
          wasSeen ||= statusCode === 200;
          await sleep(5);
        }
      });
      // Somebody keeps asking for what must not be there, which must not leave anything in the cache.
      await expect.poll(() => seeing, { timeout: 60_000 }).toBe(readers.length);
      world.setNow(new Date());
      const act = { type: 'withdraw', kind: 'leak', hidesExistence: round === 1 };
      await desk.act(ids, 'leader', act, { notice: '撤回。' });
      // What is not kept in a cache is gone with the answer to the act.
      expect(await publicNow(ids)).toBe(false);
      await fresh.caughtUp();
      goneAt = await databaseNow();
      // Time for a page to come back that was being made meanwhile.
      await sleep(500);
      reading.abort();
      await Promise.all(readers);
    }
    expect([seenEarly, seenLate]).toEqual([[], []]);
  });

  it('a cancellation that comes with the minute either is in time or is refused; never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const ids = await plantSigned();
      const minute = new Date(Date.now() + 1000 + 2 * signedInMs);
      await desk.act(ids, 'publisher', { type: 'schedule', minute: minute.toISOString() });
      const version = await versionOf(ids);
      await sleep(Math.max(0, minute.getTime() - Date.now() - 15 + round * 5));
      world.setNow(new Date());
      const answer = await world.call(
        documentRoutes.act,
        { params: { ...ids }, body: { act: { type: 'cancelSchedule' }, texts: { reason: '另择时间。' } } },
        desk.cookie('publisher'),
        { 'if-match': `"${version}"` },
      );
      await sleep(100);
      const [edition] = await editionsOf(ids);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
      expect(await publicNow(ids)).toBe(answer.status !== 200);
      expect(edition?.cancelled_at === null).toBe(answer.status !== 200);
    }
  });

  it('leaves the trail whole', async () => {
    expect(await verifyAudit(world.database.server)).toMatchObject({ intact: true });
  });
});
