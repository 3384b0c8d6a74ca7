import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { type DocumentDesk, plantPublished, usualDesk } from './document-desk.ts';
import { askAbout, guessesOf, walkSite } from './document-exits.ts';
import { plantDocument, sent } from './document-samples.ts';
import { plantFile } from './file-samples.ts';

const SCRIPT = '<script>alert(1)</script>';
const PICTURE = '"><img src=x onerror=alert(2)>';

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await usualDesk(world, world.township);
});
afterAll(() => world.close());

const pathOf = async (documentId: string): Promise<string> => {
  const row = await world.database.owner
    .selectFrom('document')
    .select('public_name')
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return `/east/township/documents/${row.public_name ?? '2026-09999'}`;
};

describe('script in a document (attack 11)', () => {
  it('is text on every page, in feeds, lists, search and files', async () => {
    const hostile = {
      type: 'doc',
      content: [
        paragraphOf(`正文${SCRIPT}`),
        {
          type: 'paragraph',
          attrs: { align: 'left" onclick="alert(3)', indent: 0 },
          content: [
            { type: 'text', text: '链接', marks: [{ type: 'link', attrs: { href: 'javascript:alert(4)' } }] },
            {
              type: 'text',
              text: '外链',
              marks: [{ type: 'link', attrs: { href: `https://example.cn/${PICTURE}` } }],
            },
          ],
        },
        { type: 'script', content: [{ type: 'text', text: 'alert(5)' }] },
      ],
    };
    const { ids } = await plantPublished(world, world.township, {
      title: `标题${SCRIPT}`,
      abstract: `概述${PICTURE}`,
      documentNumber: `示${SCRIPT}〔2026〕1号`,
      subjectCategory: `分类${PICTURE}`,
      keywords: [PICTURE, SCRIPT],
      source: SCRIPT,
      body: hostile as never,
    });
    const path = await pathOf(ids.documentId);
    const pages = new Map([
      ...(await walkSite(world, guessesOf(path))),
      ...(await askAbout(world, ['标题', '正文'], [])),
    ]);
    const shown = [...pages].filter(([, body]) => body.includes('alert(1)'));
    expect(shown.map(([page]) => page)).toContain(path);
    expect(shown.length).toBeGreaterThan(5);
    for (const [page, body] of pages) {
      // JSON and plain text are never read as a page (nosniff).
      if (/json|\.txt|\.csv|suggestions/.test(page)) continue;
      expect(body, page).not.toMatch(/<script>alert|<img src=x|onclick="alert|javascript:alert/);
    }
    const answer = await world.app.inject({ method: 'GET', url: path });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(String(answer.headers['content-security-policy'])).not.toContain('unsafe-inline');
  });
});

describe('formulas in what is exported (attack 19)', () => {
  it('are text in every register of open data', async () => {
    await plantPublished(world, world.township, {
      title: '=1+1关于检修的公告',
      documentNumber: '@镇发〔2026〕1号',
    });
    world.cache.clear();
    const registers = [...(await walkSite(world, ['/east/township/open-data']))].filter(([path]) =>
      path.endsWith('.csv'),
    );
    expect(registers.some(([, body]) => body.includes('=1+1关于检修的公告'))).toBe(true);
    for (const [path, body] of registers) expect(body, path).not.toMatch(/(?:^|,|\n)"?[=@]/);
  });
});

describe('files of a draft (attack 20)', () => {
  it('are nowhere by any address that somebody may guess', async () => {
    const file = await plantFile(world, world.township);
    const ids = await plantDocument(world, world.township, {
      attachments: [{ fileId: file.fileId, name: '名单.pdf' }],
    });
    const path = await pathOf(ids.documentId);
    for (const url of [
      ...guessesOf(path).slice(2),
      `/files/${file.fileId}`,
      `/api/files/${file.regionId}/${file.fileId}`,
      `/api/files/${file.regionId}/${file.fileId}/content`,
    ]) {
      const { statusCode, body } = await world.app.inject({ method: 'GET', url });
      expect([401, 404], url).toContain(statusCode);
      expect(body, url).not.toContain('%PDF');
    }
  });
});

describe('fields that nobody asked for (attack 23)', () => {
  it.each([
    { status: 'published' },
    { organId: '00000000-0000-4000-8000-000000000000' },
    { disclosureClassFinal: 'proactive' },
    { publishedAt: '2020-01-01T00:00:00Z' },
    { authors: [] },
  ])('are refused beside the content and in it: %o', async (forged) => {
    const ids = await plantDocument(world, world.township);
    const { version } = (await desk.read(ids)).body;
    for (const body of [{ content: sent(), ...forged }, { content: { ...sent(), ...forged } }]) {
      const answer = await world.call(
        documentRoutes.save,
        { params: { ...ids }, body } as never,
        desk.cookie('drafter'),
        { 'if-match': `"${String(version)}"` },
      );
      expect(answer.status).toBe(422);
    }
    expect((await desk.read(ids)).body).toMatchObject({ status: 'draft', version });
  });

  it.each([
    { type: 'publish', minute: '2020-01-01T00:00:00Z' },
    { type: 'submit', revision: { number: 1, sha256: '0'.repeat(64), authors: [] }, hasUnitStep: false },
    { type: 'approve', sha256: '0'.repeat(64), disclosureClass: 'proactive', by: 'x' },
    { type: 'becomePublic' },
  ])('are refused in an act: %o', async (act) => {
    const ids = await plantDocument(world, world.township);
    for (const role of ['drafter', 'leader', 'publisher'] as const) {
      expect((await desk.tryAct(ids, role, act)).status).toBe(422);
    }
    expect((await desk.read(ids)).body).toMatchObject({ status: 'draft' });
  });
});

describe('another organ (attack 22)', () => {
  it('finds nothing there to read, save, act on, preview or scan', async () => {
    const { ids } = await plantPublished(world, world.township);
    const cookie = await world.signedIn(world.otherCounty, 'drafter', 'disclosureOfficer', 'leader');
    const act = { act: { type: 'revise' }, texts: { reason: '改。' } };
    const headers = { 'if-match': '"7"' };
    const answers = [
      await world.call(documentRoutes.read, { params: { ...ids } }, cookie),
      await world.call(
        documentRoutes.save,
        { params: { ...ids }, body: { content: sent() } },
        cookie,
        headers,
      ),
      await world.call(documentRoutes.act, { params: { ...ids }, body: act as never }, cookie, headers),
      await world.call(documentRoutes.preview, { params: { ...ids }, body: act as never }, cookie),
      await world.call(documentRoutes.scan, { params: { ...ids }, body: {} }, cookie),
      await world.call(documentRoutes.revision, { params: { ...ids, revision: 1 } }, cookie),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });
});

describe('a forged date of publication (attack 25)', () => {
  it('is refused: no minute that has passed', async () => {
    const ids = await plantDocument(world, world.township);
    await desk.sign(ids);
    const refused = await desk.tryAct(ids, 'publisher', {
      type: 'schedule',
      minute: '2026-11-20T00:00:00.000Z',
    });
    expect([409, 422]).toContain(refused.status);
    expect((await desk.read(ids)).body).toMatchObject({ status: 'approved' });
  });

  it('is refused by the database, even to its owner: an edition is neither dated back, nor changed, nor removed', async () => {
    const { ids } = await plantPublished(world, world.township);
    const { owner, server } = world.database;
    const change = (set: string) =>
      sql.raw(`update document_edition set ${set} where document_id = '${ids.documentId}'`).execute(owner);
    await expect(change("visible_from = visible_from - interval '30 days'")).rejects.toThrow(/never changed/);
    await expect(change("content_sha256 = repeat('0', 64)")).rejects.toThrow(/never changed/);
    await expect(
      sql`delete from document_edition where document_id = ${ids.documentId}`.execute(server),
    ).rejects.toThrow(/never removed/);
    await owner
      .transaction()
      .execute(async (transaction) => {
        await sql`create or replace function clock_tolerance() returns interval language sql stable
        as $$ select interval '10 minutes' $$`.execute(transaction);
        const copied = sql`insert into document_edition select (jsonb_populate_record(e, jsonb_build_object('edition', 9,
        'check_code', 'ZZZZ-ZZZZ-ZZZZ', 'visible_from', now() - interval '1 day'))).* from document_edition e
        where document_id = ${ids.documentId}`;
        await expect(copied.execute(transaction)).rejects.toThrow(/may not be dated back/);
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toMatch(/undone|aborted/));
  });
});
