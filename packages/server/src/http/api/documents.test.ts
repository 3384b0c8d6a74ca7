import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, documentDesk, plantPublished } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, plantDocument, sent } from '../../../test/document-samples.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { becomePublic } from '../../use-cases/documents/become-public.ts';

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});

afterAll(async () => {
  await world.close();
});

/** What the public's role sees of a document. */
const seen = async (documentId: string) =>
  await world.database.portal
    .selectFrom('published.document')
    .select(['edition', 'title', 'public_name', 'index_number', 'check_code'])
    .where('document_id', '=', documentId)
    .execute();

const found = async (documentId: string): Promise<number> => {
  const rows = await world.database.portal
    .selectFrom('published.search_entry')
    .select('entry_id')
    .where('entry_id', '=', documentId)
    .execute();
  return rows.length;
};

describe('from a draft to the public', () => {
  it('saves a draft that lacks everything, and tells what it lacks to be submitted', async () => {
    const { regionId, organId } = world.township;
    const made = await world.call(
      documentRoutes.create,
      { params: { regionId, organId }, body: { content: {} } },
      desk.cookie('drafter'),
    );
    expect(made.status).toBe(200);
    const ids = { regionId, documentId: String(made.body['documentId']) };
    const refused = await desk.tryAct(ids, 'drafter', { type: 'submit' });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('没有明确公开属性');
    expect(JSON.stringify(refused.body)).toContain('没有标题');
  });

  it('goes by unit, office and leader to a page with number, code and search entry; the trail proves it', async () => {
    const ids = await plantDocument(world, world.township);
    await desk.sign(ids);
    expect(await seen(ids.documentId)).toEqual([]);
    const { body } = await desk.act(ids, 'publisher', { type: 'publish' });
    expect(body).toMatchObject({ status: 'published', isPublic: true, indexNumber: 'township/2026-00001' });
    const [row] = await seen(ids.documentId);
    expect(row).toMatchObject({ edition: 1, public_name: '2026-00001' });
    expect((body['publicEdition'] as unknown as { checkCode: string }).checkCode).toBe(row?.check_code);
    expect(await found(ids.documentId)).toBe(1);
    const { rows } = await sql<{ action: string }>`select action from audit_entry
      where subject = ${`document/${ids.documentId}`} order by sequence`.execute(world.database.server);
    const steps = ['document.create', ...Array(5).fill('document.act')];
    expect(rows.map(({ action }) => action)).toEqual([...steps, 'document.becomePublic', 'document.act']);
    expect(await verifyAudit(world.database.server)).toMatchObject({ intact: true });
  });

  it('is refused to whoever wrote it, at every step', async () => {
    const both = await world.signedIn(world.township, 'drafter', 'unitHead', 'disclosureOfficer', 'leader');
    const { regionId, organId } = world.township;
    const made = await world.call(
      documentRoutes.create,
      { params: { regionId, organId }, body: { content: sent() } },
      both,
    );
    const params = { regionId, documentId: String(made.body['documentId']) };
    const act = async (sentAct: object, version: number, texts = {}) =>
      await world.call(documentRoutes.act, { params, body: { act: sentAct, texts } as never }, both, {
        'if-match': `"${version}"`,
      });
    expect((await act({ type: 'submit' }, 1)).status).toBe(200);
    const refused = await act({ type: 'agreeInUnit' }, 2);
    expect(refused.body['detail']).toContain('先审查、后公开');
  });

  it('keeps back what the scan finds until it is masked', async () => {
    const body = {
      type: 'doc' as const,
      content: [paragraphOf('联系人电话13912345678，身份证号11010519491231002X。')],
    };
    const ids = await plantDocument(world, world.township, { body });
    await desk.act(ids, 'drafter', { type: 'submit' });
    await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
    await desk.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查。' });
    const refused = await desk.tryAct(ids, 'disclosureOfficer', { type: 'passReview' });
    expect(refused.status).toBe(409);
    expect(refused.body['detail']).toContain('发布前扫描');
    expect(JSON.stringify(refused.body)).not.toContain('11010519491231002X');
  });
});

describe('a scheduled publication', () => {
  // What the database shows goes by its own clock; one that was made long before would be late.
  const today = () => ({ createdOn: civilDateAt(new Date()) });
  afterAll(() => world.setNow(world.database.context.now()));

  it('is nowhere before its minute, everywhere after, and noted once', async () => {
    world.setNow(new Date());
    const own = await documentDesk(world, world.township);
    const ids = await plantDocument(world, world.township, today());
    const begun = Date.now();
    await own.sign(ids);
    // So far away as all acts until now took: it is not over before it was told.
    const minute = new Date(Date.now() + 1500 + (Date.now() - begun));
    await own.act(ids, 'publisher', { type: 'schedule', minute: minute.toISOString() });
    expect(await seen(ids.documentId)).toEqual([]);
    expect(await found(ids.documentId)).toBe(0);
    await expect.poll(() => seen(ids.documentId), { timeout: 60_000 }).toHaveLength(1);
    expect(await found(ids.documentId)).toBe(1);
    world.setNow(new Date());
    await Promise.all(
      [1, 2, 3].map(() => becomePublic({ ...world.database.context, now: () => new Date() }, ids)),
    );
    const { body } = await own.read(ids);
    expect(body).toMatchObject({ status: 'published', isPublic: true });
    const history = body['history'] as unknown as readonly { readonly type: string }[];
    expect(history.filter(({ type }) => type === 'becomePublic')).toHaveLength(1);
  });

  it('can be cancelled before its minute, and is then not published at all', async () => {
    world.setNow(new Date());
    const own = await documentDesk(world, world.township);
    const ids = await plantDocument(world, world.township, today());
    await own.sign(ids);
    await own.act(ids, 'publisher', {
      type: 'schedule',
      minute: new Date(Date.now() + 60_000).toISOString(),
    });
    const { body } = await own.act(ids, 'publisher', { type: 'cancelSchedule' }, { reason: '时间改动' });
    expect(body).toMatchObject({ status: 'approved', scheduledFor: null, isPublic: false });
    expect(await found(ids.documentId)).toBe(0);
  });
});

describe('after publication', () => {
  it('a new edition replaces the old one only when it is published itself', async () => {
    const { ids, desk: own } = await plantPublished(world, world.township);
    await own.act(ids, 'drafter', { type: 'revise' }, { reason: '范围有变' });
    const { body } = await own.read(ids);
    const saved = await world.call(
      documentRoutes.save,
      {
        params: ids,
        body: { content: sent({ title: '更正后的公告', changeNote: '增加南干渠' }) },
      },
      own.cookie('drafter'),
      { 'if-match': `"${String(body['version'])}"` },
    );
    expect(saved.status).toBe(200);
    expect(await seen(ids.documentId)).toMatchObject([{ edition: 1 }]);
    await own.sign(ids);
    await own.act(ids, 'publisher', { type: 'publish' });
    expect(await seen(ids.documentId)).toMatchObject([{ edition: 2, title: '更正后的公告' }]);
  });

  it('a withdrawal takes everything down and leaves the notice at its place', async () => {
    const { ids, desk: own } = await plantPublished(world, world.township);
    await own.act(
      ids,
      'leader',
      { type: 'withdraw', kind: 'error', hidesExistence: false },
      { notice: '因内容有误，本机关撤回该信息。' },
    );
    expect(await seen(ids.documentId)).toEqual([]);
    expect(await found(ids.documentId)).toBe(0);
    const notices = await world.database.portal
      .selectFrom('published.document_withdrawal')
      .select(['withdrawal_notice'])
      .where('document_id', '=', ids.documentId)
      .execute();
    expect(notices).toEqual([{ withdrawal_notice: '因内容有误，本机关撤回该信息。' }]);
  });

  it('whose existence is secret leaves no notice', async () => {
    const { ids, desk: own } = await plantPublished(world, world.township);
    await own.act(
      ids,
      'leader',
      { type: 'withdraw', kind: 'leak', hidesExistence: true },
      { notice: '撤回。' },
    );
    const notices = await world.database.portal
      .selectFrom('published.document_withdrawal')
      .select('document_id')
      .where('document_id', '=', ids.documentId)
      .execute();
    expect(notices).toEqual([]);
  });

  it('the database itself refuses to date an edition back or to bring a withdrawn one back', async () => {
    const { ids, desk: own } = await plantPublished(world, world.township);
    await own.act(
      ids,
      'leader',
      { type: 'withdraw', kind: 'error', hidesExistence: false },
      { notice: '撤回。' },
    );
    const edition = world.database.server
      .updateTable('document_edition')
      .where('document_id', '=', ids.documentId);
    await expect(edition.set({ ended_at: null }).execute()).rejects.toThrow(
      /stays withdrawn|document_edition_check/,
    );
    await expect(edition.set({ title: '别的' } as never).execute()).rejects.toThrow(
      /permission denied|never changed/,
    );
  });
});

describe('two officers at once', () => {
  it('one wins, the other is told and gets the document as it is', async () => {
    const drafter = await world.signedIn(world.township, 'drafter');
    const ids = await plantDocument(world, world.township);
    const save = (title: string) =>
      world.call(documentRoutes.save, { params: ids, body: { content: sent({ title }) } }, drafter, {
        'if-match': '"1"',
      });
    const answers = await Promise.all([save('甲'), save('乙')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    const won = answers.find(({ status }) => status === 200);
    const titleIn = (body: unknown) =>
      (body as { readonly content: { readonly title: string } }).content.title;
    expect(titleIn(lost?.body['current'])).toBe(titleIn(won?.body));
  });
});
