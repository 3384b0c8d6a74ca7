import { createHash } from 'node:crypto';
import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { posterRoutes } from '@zhaoshi/contract/routes/posters';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePdf } from '../../report-files/src/read/pdf/parse-pdf.ts';
import { openZip } from '../../report-files/src/read/zip.ts';
import { createWorld, type World } from './api-world.ts';
import { plantBoard, plantHandover, plantPosting, plantPostingWithPhoto, TODAY } from './channel-samples.ts';
import { plantPublished, usualDesk } from './document-desk.ts';
import { plantDocument } from './document-samples.ts';
import { png } from './sample-files.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const WITHDRAW = { type: 'withdraw', kind: 'error', hidesExistence: false };
const organIds = () => ({ regionId: world.township.regionId, organId: world.township.organId });

/** The bytes of a route that gives a file. */
async function bytesOf(path: string, params: Readonly<Record<string, string>>, query = ''): Promise<Buffer> {
  const url = path.replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? '') + query;
  const answer = await world.app.inject({ method: 'GET', url, headers: { cookie: officer } });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.rawPayload;
}

async function wordsOf(pdf: Buffer): Promise<string> {
  const { blocks } = await parsePdf(Uint8Array.from(pdf));
  return blocks
    .map((block) =>
      block.kind === 'paragraph' ? block.text : block.grid.cells.map(({ text }) => text).join(' '),
    )
    .join(' ')
    .replace(/\s+/g, '');
}

const pagesOf = (pdf: Buffer): number =>
  Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/s.exec(pdf.toString('latin1'))?.[1]);

describe('a poster', () => {
  it('says what is public, where it stands and its check code', async () => {
    const { ids, desk } = await plantPublished(world, world.township, {
      documentNumber: '示镇发〔2026〕9号',
    });
    const { body } = await desk.read(ids);
    const { checkCode } = body['publicEdition'] as unknown as { checkCode: string };
    const poster = await bytesOf(posterRoutes.file.path, { ...ids });
    const text = await wordsOf(poster);
    expect(text).toContain('冬季农田水利检修的公告');
    expect(text).toContain('示镇发〔2026〕9号');
    expect(text).toContain('东干渠、西干渠');
    expect(text).toMatch(/https:\/\/www\.example\.gov\.cn\/east\/township\/documents\/2026-\d{5}/);
    expect(text).toContain(checkCode);
    expect(pagesOf(poster)).toBe(1);
  });

  it('may be printed by readers as long as its document is public', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    const { body } = await desk.read(ids);
    const { publicPath: path } = body['publicEdition'] as unknown as { publicPath: string };
    const poster = await world.app.inject({ method: 'GET', url: `${path}/poster-a4.pdf` });
    expect([poster.statusCode, poster.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(await wordsOf(poster.rawPayload)).toContain('东干渠、西干渠');
    await desk.act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    // The other paper: what was ready is forgotten by word of the database, for which no server listens here.
    const gone = await world.app.inject({ method: 'GET', url: `${path}/poster-a3.pdf` });
    expect([gone.statusCode, gone.body.includes('东干渠')]).toEqual([404, false]);
  });

  it('of a long text takes several sheets, or one with an excerpt', async () => {
    const line = '检修期间停止供水，请沿线农户提前蓄水，合理安排浇灌。'.repeat(4);
    const content = Array.from({ length: 30 }, (_none, index) => paragraphOf(`${index + 1}、${line}`));
    const { ids } = await plantPublished(world, world.township, { body: { type: 'doc', content } });
    const sheets = await bytesOf(posterRoutes.file.path, { ...ids }, '?paper=a4&fit=sheets');
    expect(await wordsOf(sheets)).toContain('30、检修期间');
    expect(pagesOf(sheets)).toBeGreaterThan(3);
    const excerpt = await bytesOf(posterRoutes.file.path, { ...ids }, '?paper=a4&fit=excerpt');
    const words = await wordsOf(excerpt);
    expect(words).toContain('以上为节选');
    expect(words).not.toContain('30、检修期间');
    expect(pagesOf(excerpt)).toBe(1);
  });

  it('is refused of what is not public, and of what was withdrawn', async () => {
    const draft = await plantDocument(world, world.township);
    const early = await world.call(posterRoutes.file, { params: draft, query: {} }, officer);
    expect([early.status, early.body['detail']]).toEqual([409, expect.stringContaining('没有公开的版本')]);
    const { ids, desk } = await plantPublished(world, world.township);
    await desk.act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    const late = await world.call(posterRoutes.file, { params: ids, query: {} }, officer);
    expect(late.status).toBe(409);
  });
});

describe('the register of boards', () => {
  const postings = async (stage: 'hanging' | 'due' | 'down') => {
    const { body } = await world.call(noticeBoardRoutes.postings, { query: { stage, limit: 100 } }, officer);
    return body['items'] as unknown as readonly { postingId: string; state: string; plannedOn: string }[];
  };

  it('keeps a poster up until its showing is over, and says until when', async () => {
    const { postingId, regionId } = await plantPosting(world, world.township);
    const hanging = (await postings('hanging')).find((row) => row.postingId === postingId);
    // 15 days by the setting, taken down on the next.
    expect(hanging).toMatchObject({ state: 'hanging', plannedOn: '2026-12-07', shownUntil: '2026-12-06' });
    const early = await world.call(
      noticeBoardRoutes.takeDown,
      { params: { regionId, postingId }, body: { on: TODAY } },
      officer,
      { 'if-match': '"1"' },
    );
    expect(early.status).toBe(422);
    expect(JSON.stringify(early.body['errors'])).toContain('2026-12-07起方可撤下');
  });

  it('calls for a poster whose document was withdrawn at once, and lets it go', async () => {
    const { postingId, regionId, ids } = await plantPosting(world, world.township);
    expect((await postings('due')).some((row) => row.postingId === postingId)).toBe(false);
    await (await usualDesk(world, world.township)).act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    const due = (await postings('due')).find((row) => row.postingId === postingId);
    expect(due?.state).toBe('withdrawn');
    const gone = await world.call(
      noticeBoardRoutes.takeDown,
      { params: { regionId, postingId }, body: { on: TODAY, note: '已撤下' } },
      officer,
      { 'if-match': '"1"' },
    );
    expect([gone.status, gone.body['takenDownOn'], gone.body['state']]).toEqual([200, TODAY, null]);
    expect((await postings('down')).some((row) => row.postingId === postingId)).toBe(true);
  });

  it('puts up nothing that is not public, nor on a day that has not come', async () => {
    const board = await plantBoard(world, world.township);
    const draft = await plantDocument(world, world.township);
    const headers = () => ({ 'idempotency-key': crypto.randomUUID() });
    const body = { documentId: draft.documentId, postedOn: TODAY };
    const refused = await world.call(noticeBoardRoutes.post, { params: board, body }, officer, headers());
    expect(refused.status).toBe(409);
    const { ids } = await plantPublished(world, world.township);
    const later = { documentId: ids.documentId, postedOn: '2026-11-22' };
    const early = await world.call(
      noticeBoardRoutes.post,
      { params: board, body: later },
      officer,
      headers(),
    );
    expect(JSON.stringify(early.body['errors'])).toContain('不能晚于今天');
  });

  it('keeps of a photo only what is seen in it', async () => {
    const secret = Buffer.from('GPS 31.2304,121.4737');
    const { regionId, postingId } = await plantPostingWithPhoto(
      world,
      world.township,
      Buffer.concat([png(), secret]),
    );
    const photo = await bytesOf(noticeBoardRoutes.photo.path, { regionId, postingId, which: 'posted' });
    expect(photo.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(photo.includes(secret)).toBe(false);
  });

  it('is not given up as long as something hangs there', async () => {
    const { board } = await plantPosting(world, world.township);
    const body = { place: '村委会门前', keeper: '', isClosed: true };
    const refused = await world.call(noticeBoardRoutes.edit, { params: board, body }, officer, {
      'if-match': '"1"',
    });
    expect([refused.status, refused.body['detail']]).toEqual([409, expect.stringContaining('不能停用')]);
  });

  it('goes out as a spreadsheet', async () => {
    const file = await bytesOf(noticeBoardRoutes.export.path, organIds());
    const sheet = await (await openZip(file)).read('xl/sharedStrings.xml');
    expect(new TextDecoder().decode(sheet)).toContain('村委会门前');
  });
});

describe('handing over to archives and library', () => {
  const pending = async () => {
    const request = { params: organIds(), query: { place: 'archives' as const, limit: 100 } };
    const { body } = await world.call(handoverRoutes.pending, request, officer);
    return body['items'] as unknown as readonly { documentId: string; isLate: boolean; dueOn: string }[];
  };

  it('lists what was not handed over, and what of it is late', async () => {
    const desk = await usualDesk(world, world.township);
    const ids = await plantDocument(world, world.township, { createdOn: '2026-10-12' as CivilDate });
    await desk.sign(ids);
    await desk.act(ids, 'publisher', { type: 'publish' }, { lateReason: '附件补充较迟。' });
    const { ids: fresh } = await plantPublished(world, world.township);
    const found = await pending();
    expect(found.find(({ documentId }) => documentId === ids.documentId)).toMatchObject({
      dueOn: '2026-11-09',
      isLate: true,
    });
    expect(found.find(({ documentId }) => documentId === fresh.documentId)).toMatchObject({
      dueOn: '2026-12-08',
      isLate: false,
    });
  });

  it('is noted at each document, and takes it from the list', async () => {
    const { ids } = await plantHandover(world, world.township);
    expect((await pending()).some(({ documentId }) => documentId === ids.documentId)).toBe(false);
    const { body } = await (await usualDesk(world, world.township)).read(ids);
    expect(body['history']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'handOver', texts: { receipt: '示范县档案馆' } }),
      ]),
    );
  });

  it('is done for all of a choice or for none', async () => {
    const { ids: good } = await plantPublished(world, world.township);
    const bad = await plantDocument(world, world.township);
    const given = { place: 'archives' as const, receiver: '示范县档案馆', on: TODAY };
    const body = { ...given, documentIds: [good.documentId, bad.documentId] };
    const refused = await world.call(handoverRoutes.make, { params: organIds(), body }, officer, {
      'idempotency-key': crypto.randomUUID(),
    });
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      expect.stringContaining('没有登记任何移交'),
    ]);
    expect((await pending()).some(({ documentId }) => documentId === good.documentId)).toBe(true);
  });

  it('has a package whose every file has the sums of the manifest', async () => {
    const { regionId, handoverId } = await plantHandover(world, world.township);
    const zip = await openZip(await bytesOf(handoverRoutes.package.path, { regionId, handoverId }));
    const manifest = JSON.parse(new TextDecoder().decode(await zip.read('manifest.json'))) as {
      files: { path: string; sha256: string; sm3: string }[];
    };
    const names = [...zip.names].filter((name) => name !== 'manifest.json');
    expect(manifest.files.map(({ path }) => path)).toEqual(names);
    for (const { path, sha256, sm3 } of manifest.files) {
      const bytes = await zip.read(path);
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256);
      expect(createHash('sm3').update(bytes).digest('hex'), path).toBe(sm3);
    }
    expect(names).toEqual(
      expect.arrayContaining([
        '00-移交目录.pdf',
        '00-移交目录.csv',
        '00-移交目录.docx',
        expect.stringMatching(/metadata\.json$/),
        expect.stringMatching(/正文\.pdf$/),
      ]),
    );
    const text = new TextDecoder().decode(
      await zip.read(names.find((name) => name.endsWith('正文.txt')) ?? ''),
    );
    expect(text).toContain('东干渠、西干渠');
  });

  it('leaves out of the package what was withdrawn since, and says how many', async () => {
    const { regionId, handoverId, ids } = await plantHandover(world, world.township);
    await (await usualDesk(world, world.township)).act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    const zip = await openZip(await bytesOf(handoverRoutes.package.path, { regionId, handoverId }));
    expect([...zip.names].some((name) => name.endsWith('正文.txt'))).toBe(false);
    const { body } = await world.call(handoverRoutes.list, { query: { limit: 100 } }, officer);
    const rows = body['items'] as unknown as readonly { handoverId: string; withdrawn: number }[];
    expect(rows.find((row) => row.handoverId === handoverId)?.withdrawn).toBe(1);
  });

  it('has one receipt', async () => {
    const { regionId, handoverId } = await plantHandover(world, world.township);
    const receive = (version: string) =>
      world.call(
        handoverRoutes.receive,
        { params: { regionId, handoverId }, body: { receipt: '收字第7号', on: TODAY } },
        officer,
        { 'if-match': version },
      );
    const received = await receive('"1"');
    expect([received.status, received.body['receipt']]).toEqual([200, '收字第7号']);
    expect((await receive('"2"')).status).toBe(409);
  });
});
