import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameraJpeg, seenPicture } from '../../redaction/test/pictures.ts';
import { eraseComplaintPhotos } from '../src/operations/erasure/erase-complaint-photos.ts';
import { openBox } from '../src/use-cases/complaints/open-box.ts';
import { sweepOrphanedBytes } from '../src/use-cases/files/sweep-files.ts';
import { createWorld, type World } from './api-world.ts';
import {
  actOn,
  complain,
  complainAnonymously,
  followUp,
  listedComplaint,
  receiptOn,
} from './complaint-desk.ts';
import { jpeg, pdf, png } from './sample-files.ts';

const DAY = new Date('2026-11-20T06:17:23Z');
const NEXT_DAY = new Date('2026-11-21T02:00:00Z');
const FROM = { address: '203.0.113.78', agent: 'PhotoBrowser/78.8' } as const;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.setNow(DAY);
});
afterAll(() => world.close());

const storedKeys = async (): Promise<readonly string[]> => {
  const keys: string[] = [];
  for await (const { key } of world.services.files.storage.list()) keys.push(key);
  return keys;
};

const files = async () =>
  await world.database.server
    .selectFrom('file')
    .innerJoin('complaint_file', 'complaint_file.file_id', 'file.file_id')
    .selectAll('file')
    .select('complaint_file.complaint_id')
    .execute();

const open = () => openBox({ ...world.database.context, now: () => NEXT_DAY, services: world.services });

describe('photos of an anonymous complaint', () => {
  let sent: Awaited<ReturnType<typeof complainAnonymously>>;

  it('lie sealed in the storage, named by nothing but the sealed words in the box', async () => {
    const before = (await storedKeys()).length;
    sent = await complainAnonymously(world, '公开栏是空的', { ...FROM, photos: [jpeg(), png()] });
    expect((await storedKeys()).length).toBe(before + 2);
    expect(await files()).toEqual([]);
    const { rows } = await sql<{ readonly found: number }>`
      select (select count(*) from portal_upload)::int + (select count(*) from audit_entry
        where action = 'file.upload')::int as found`.execute(world.database.owner);
    expect(rows[0]?.found).toBe(0);
    expect(await followUp(world, sent)).toContain('附了 2 张照片。');
  });

  it('are kept by the sweep while they lie in the box', async () => {
    const before = await storedKeys();
    const later = new Date(Date.now() + 3 * 86_400_000);
    await sweepOrphanedBytes({ ...world.database.context, now: () => later, services: world.services });
    expect(await storedKeys()).toEqual(before);
  });

  it('come out with the complaint: written anew, without account, network, time of day or name', async () => {
    const before = await storedKeys();
    expect(await open()).toBe(1);
    const rows = await files();
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row.original_name).toBeNull();
      expect(row.uploaded_by).toBe('applicant');
      // The beginning of the day in China, as the complaint has its day.
      expect(row.uploaded_at.toISOString()).toBe('2026-11-19T16:00:00.000Z');
      expect(row.file_id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
      expect(before).not.toContain(row.storage_key);
      expect(JSON.stringify(row)).not.toMatch(/203\.0\.113|单位名称/);
    }
  });

  it('are seen by those who handle it, without what a camera wrote, and by nobody else', async () => {
    world.setNow(NEXT_DAY);
    const office = await world.signedIn(world.office, 'supervisor');
    const params = await listedComplaint(world, office, sent.number);
    const shown = await world.call(complaintRoutes.read, { params }, office);
    expect(shown.body['photos']).toEqual([1, 2]);
    const photo = async (cookie: string, place: number) =>
      await world.app.inject({
        method: 'GET',
        url: `/api/complaints/${params.regionId}/${params.complaintId}/photos/${place}`,
        headers: { cookie },
      });
    const first = await photo(office, 1);
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(first.rawPayload.toString('latin1')).not.toContain('Exif');
    expect((await photo(office, 2)).rawPayload).toEqual(png());
    expect((await photo(office, 3)).statusCode).toBe(404);
    const leader = await world.signedIn(world.office, 'leader');
    expect((await photo(leader, 1)).statusCode).toBe(403);
    const looked = await world.call(complaintRoutes.read, { params }, leader);
    expect(looked.body['photos']).toEqual([]);
    const township = await world.signedIn(world.township, 'disclosureOfficer');
    expect((await photo(township, 1)).statusCode).toBe(404);
  });

  it('go with the complaint, their bytes as well', async () => {
    const office = await world.signedIn(world.office, 'supervisor');
    const params = await listedComplaint(world, office, sent.number);
    await actOn(world, office, params, { type: 'redirect', way: 'petition', words: '请走信访。' });
    const keys = (await files()).map(({ storage_key }) => storage_key);
    const erase = (day: string) =>
      eraseComplaintPhotos({
        database: world.database.server,
        now: () => new Date(`${day}T01:00:00.000Z`),
        services: world.services,
      });
    expect(await erase('2027-11-15')).toBe(0);
    expect(await erase('2027-11-25')).toBe(2);
    expect(await files()).toEqual([]);
    expect((await storedKeys()).filter((key) => keys.includes(key))).toEqual([]);
  });
});

it('a photo whose bytes are gone keeps no complaint in the box', async () => {
  world.setNow(DAY);
  const before = new Set(await storedKeys());
  const sent = await complainAnonymously(world, '照片丢了', { photos: [png()] });
  for (const key of await storedKeys()) if (!before.has(key)) await world.services.files.storage.remove(key);
  expect(await open()).toBe(1);
  world.setNow(NEXT_DAY);
  const office = await world.signedIn(world.office, 'supervisor');
  const params = await listedComplaint(world, office, sent.number);
  expect((await world.call(complaintRoutes.read, { params }, office)).body).toMatchObject({
    text: '照片丢了',
    photos: [],
  });
});

describe('the form', () => {
  const NAMED = { kind: 'notPublished', named: 'yes', name: '欧阳投诉寅', contact: '139' } as const;

  it('takes photos of somebody with a name in at once', async () => {
    const sent = await complain(world, { ...NAMED, text: '照片为证' }, { photos: [png()] });
    expect(sent.statusCode, sent.body).toBe(200);
    const office = await world.signedIn(world.office, 'supervisor');
    const params = await listedComplaint(world, office, receiptOn(sent.body).number);
    expect((await world.call(complaintRoutes.read, { params }, office)).body['photos']).toEqual([1]);
  });

  it.each([
    ['what is no photo', [pdf()], '第1张照片：不是完整的 JPG、PNG 照片，没有接收。'],
    ['too many', [png(), png(), png(), png()], '最多附3张照片'],
    ['too large', [Buffer.alloc(5 * 1024 * 1024 + 1, 1)], '一张照片不能超过5MB'],
  ])('refuses %s and keeps what was typed', async (_what, photos, words) => {
    const sent = await complain(world, { ...NAMED, text: '内容保留着' }, { photos });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain(words);
    expect(sent.body).toContain('内容保留着</textarea>');
  });

  it('reads no photo of a form with a fault', async () => {
    const before = (await storedKeys()).length;
    const sent = await complain(world, { ...NAMED, text: '' }, { photos: [png()] });
    expect(sent.body).toContain('请写明投诉的事实。');
    expect((await storedKeys()).length).toBe(before);
  });
});

it('photos stand upright also where only the camera said how', async () => {
  const portrait = cameraJpeg(40, 20, 6, 'CAMERA-7');
  const receipt = receiptOn(
    (
      await complain(
        world,
        { kind: 'notPublished', text: '公开栏', named: 'yes', name: '竖拍', contact: '13987650077' },
        { photos: [portrait] },
      )
    ).body,
  );
  const office = await world.signedIn(world.office, 'supervisor');
  const params = await listedComplaint(world, office, receipt.number);
  const { rawPayload } = await world.app.inject({
    method: 'GET',
    url: `/api/complaints/${params.regionId}/${params.complaintId}/photos/1`,
    headers: { cookie: office },
  });
  expect(rawPayload.toString('latin1')).not.toMatch(/Exif|CAMERA/);
  // The red quarter was at the upper left of the sensor: turned to the right it is at the upper right.
  expect(
    await seenPicture(rawPayload, [
      [15, 8],
      [5, 8],
      [5, 30],
    ]),
  ).toEqual({ width: 20, height: 40, colours: ['red', 'white', 'blue'] });
});
