import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { pdf } from '../../../test/sample-files.ts';
import { spool } from '../../adapters/files/spool.ts';
import { newStorageKey } from '../../adapters/files/storage.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { attachFile, detachFile } from './attach-file.ts';
import { attachSealedFile } from './attach-sealed-file.ts';
import { sweepOrphanedBytes, sweepUnattachedFiles } from './sweep-files.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;

/** The world as it will be after so many days, by a clock of its own. */
const after = (days: number) => ({
  database: world.database.server,
  newId: world.database.context.newId,
  now: () => new Date(Date.now() + days * DAY_MS),
  services: world.services,
});

const keys = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { key } of world.services.files.storage.list()) found.push(key);
  return found;
};

const rows = () =>
  world.database.server.selectFrom('file').select(['file_id', 'storage_key', 'state']).execute();

const setUploaded = (daysAgo: number) =>
  world.database.owner
    .updateTable('file')
    .set({ uploaded_at: new Date(Date.now() - daysAgo * DAY_MS) })
    .execute();

beforeEach(async () => {
  await world.database.owner.updateTable('file').set({ state: 'unattached' }).execute();
  await world.database.owner.deleteFrom('file').execute();
  for (const key of await keys()) await world.services.files.storage.remove(key);
});

describe('bytes without a row', () => {
  async function orphan(): Promise<string> {
    const { files } = world.services;
    const spooled = await spool(files.spoolFolder, Readable.from([pdf()]), 10_000);
    if (!spooled.ok) throw new Error(spooled.error);
    const key = newStorageKey();
    await files.storage.put(key, spooled.value);
    return key;
  }

  it('stay for a day, in which their row may still come, and then go', async () => {
    const key = await orphan();
    await plantFile(world, world.county);
    expect(await sweepOrphanedBytes(after(0.9))).toBe(0);
    expect(await keys()).toHaveLength(2);
    expect(await sweepOrphanedBytes(after(1.1))).toBe(1);
    const [row] = await rows();
    expect(await keys()).toEqual([row?.storage_key]);
    expect(row?.storage_key).not.toBe(key);
  });

  it('go in whatever number, and no file with a row goes with them', async () => {
    for (let index = 0; index < 70; index += 1) await orphan();
    for (let index = 0; index < 70; index += 1) await plantFile(world, world.county);
    expect(await sweepOrphanedBytes(after(2))).toBe(70);
    expect(new Set(await keys())).toEqual(new Set((await rows()).map((row) => row.storage_key)));
    expect(await sweepOrphanedBytes(after(2))).toBe(0);
  });

  it('stay, all of them, when the storage is that of another database', async () => {
    for (let index = 0; index < 101; index += 1) await orphan();
    await plantFile(world, world.county);
    await expect(sweepOrphanedBytes(after(2))).rejects.toThrow('does not belong to this database');
    expect(await keys()).toHaveLength(102);
  });

  it('in the spool go as well', async () => {
    const { files } = world.services;
    await spool(files.spoolFolder, Readable.from([pdf()]), 10_000);
    await sweepOrphanedBytes(after(0.5));
    expect(readdirSync(files.spoolFolder)).toHaveLength(1);
    await sweepOrphanedBytes(after(2));
    expect(readdirSync(files.spoolFolder)).toEqual([]);
  });
});

describe('files that nothing refers to', () => {
  it('go after the days of the settings, bytes and row, and the trail says so', async () => {
    const { fileId } = await plantFile(world, world.county);
    await setUploaded(6.9);
    expect(await sweepUnattachedFiles(after(0))).toBe(0);
    await setUploaded(7.1);
    expect(await sweepUnattachedFiles(after(0))).toBe(1);
    expect(await rows()).toEqual([]);
    expect(await keys()).toEqual([]);
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .select(['actor', 'action', 'details'])
      .where('subject', '=', `file/${fileId}`)
      .executeTakeFirst();
    expect(entry).toEqual({
      actor: 'system:files',
      action: 'file.remove',
      details: JSON.stringify({ organ: world.county.path, reason: 'unattached', days: 7 }),
    });
    expect((await verifyAudit(world.database.server)).intact).toBe(true);
  });

  it('go in whatever number, and once with two servers sweeping', async () => {
    for (let index = 0; index < 130; index += 1) await plantFile(world, world.county);
    await setUploaded(8);
    const swept = await Promise.all([sweepUnattachedFiles(after(0)), sweepUnattachedFiles(after(0))]);
    // Each takes rows that the other does not have; what one leaves locked, the next run finds.
    const again = await sweepUnattachedFiles(after(0));
    expect(swept[0] + swept[1] + again).toBe(130);
    expect(await keys()).toEqual([]);
  });

  it('stay as soon as something refers to them, and can go again when nothing does', async () => {
    const file = await plantFile(world, world.county);
    await setUploaded(8);
    const attach = { ...file, organId: world.county.organId };
    const { server } = world.database;
    const attached = await server.transaction().execute((transaction) => attachFile(transaction, attach));
    expect(attached.ok).toBe(true);
    expect(await sweepUnattachedFiles(after(30))).toBe(0);
    expect(await sweepOrphanedBytes(after(30))).toBe(0);
    await server.transaction().execute((transaction) => detachFile(transaction, file));
    expect(await sweepUnattachedFiles(after(30))).toBe(1);
  });

  it('are not swept from under a change that is attaching them', async () => {
    const file = await plantFile(world, world.county);
    await setUploaded(8);
    const attach = { ...file, organId: world.county.organId };
    await world.database.server.transaction().execute(async (transaction) => {
      await attachFile(transaction, attach);
      expect(await sweepUnattachedFiles(after(0))).toBe(0);
    });
    expect(await rows()).toMatchObject([{ state: 'attached' }]);
  });
});

describe('attaching', () => {
  const tryAttach = (command: Parameters<typeof attachFile>[1]) =>
    world.database.server.transaction().execute((transaction) => attachFile(transaction, command));

  it('refuses a file that is gone and one of another organ, with what to do', async () => {
    const file = await plantFile(world, world.county);
    const foreign = await tryAttach({ ...file, organId: world.township.organId });
    expect(foreign).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect((await rows())[0]?.state).toBe('unattached');
    await world.database.owner.deleteFrom('file').execute();
    const gone = await tryAttach({ ...file, organId: world.county.organId });
    expect(gone.ok ? '' : gone.error.detail).toContain('请重新上传附件');
  });

  it('takes for a case what is sealed and free, and says why nothing else', async () => {
    const words = { notSealed: '不是为这件事上传的。', taken: '已经登记过。' };
    const file = await plantFile(world, world.county);
    const sealed = await plantFile(world, world.county);
    await world.database.owner
      .updateTable('file')
      .set({ sealed: 'a name, sealed', original_name: null })
      .where('file_id', '=', sealed.fileId)
      .execute();
    const attach = (ids: typeof file) =>
      world.database.server
        .transaction()
        .execute((transaction) =>
          attachSealedFile(transaction, { ...ids, organId: world.county.organId }, words),
        );
    const refusal = (detail: string) => ({ ok: false, error: { code: 'invalid', detail } });
    expect(await attach(file)).toEqual(refusal(words.notSealed));
    expect(await attach(sealed)).toEqual({ ok: true, value: null });
    expect(await attach(sealed)).toEqual(refusal(words.taken));
    expect(await attach({ ...file, fileId: randomUUID() })).toMatchObject({
      error: { detail: expect.stringContaining('附件已不在系统中') },
    });
  });
});

describe('the database itself', () => {
  it('does not let the server remove an attached file, or change anything but the state', async () => {
    const { fileId } = await plantFile(world, world.county);
    const { server } = world.database;
    await server.updateTable('file').set({ state: 'attached' }).where('file_id', '=', fileId).execute();
    await expect(server.deleteFrom('file').where('file_id', '=', fileId).execute()).rejects.toThrow(
      'is attached',
    );
    for (const change of [{ organ_id: world.city.organId }, { storage_key: newStorageKey() }, { size: 1 }]) {
      await expect(server.updateTable('file').set(change).execute()).rejects.toThrow('permission denied');
    }
    await expect(
      world.database.portal
        .selectFrom('file' as never)
        .selectAll()
        .execute(),
    ).rejects.toThrow();
  });
});
