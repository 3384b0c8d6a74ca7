import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/api-world.ts';
import { type PublishedDocument, plantPublished } from '../../test/document-desk.ts';
import { plantDocument, sent } from '../../test/document-samples.ts';
import { plantFile } from '../../test/file-samples.ts';
import { openPublicSite, PUBLIC_ORIGIN, type PublicSite } from '../../test/public-site.ts';

let world: World;
let site: PublicSite;

beforeAll(async () => {
  world = await createWorld();
  site = await openPublicSite(world);
});

afterAll(async () => {
  await site.close();
  await world.close();
});

interface Edition {
  readonly publicPath: string;
  readonly checkCode: string;
}

async function publish(given: Partial<DocumentContent> = {}) {
  const published = await plantPublished(world, world.township, given);
  const { body } = await published.desk.read(published.ids);
  const { publicPath: path, checkCode } = body['publicEdition'] as unknown as Edition;
  return { ...published, path, checkCode };
}

/** The page when it says so; what is announced arrives a moment later. */
async function seen(path: string, words: string): Promise<string> {
  await expect.poll(async () => (await site.get(path)).body).toContain(words);
  return (await site.get(path)).body;
}

async function reissue({ ids, desk }: PublishedDocument, change: Partial<DocumentContent>): Promise<void> {
  await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '范围有变' });
  const { body } = await desk.read(ids);
  const headers = { 'if-match': `"${String(body['version'])}"` };
  const request = { params: { ...ids }, body: { content: sent(change) } };
  const saved = await world.call(documentRoutes.save, request, desk.cookie('drafter'), headers);
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  await desk.sign(ids);
  await desk.act(ids, 'publisher', { type: 'publish' });
}

describe('the search for documents', () => {
  it.each(['2019', '２０１９年', '2019年4月', '2019年4月2日'])(
    'finds one that says its day in no other words by %s',
    async (q) => {
      const { path } = await publish({
        title: '示范镇水渠检修安排',
        documentNumber: '',
        dateOfDocument: '2019-04-02' as CivilDate,
      });
      const { body } = await site.get(`/search?q=${encodeURIComponent(q)}`);
      expect(body).toContain(`<a href="${path}">`);
      expect((await site.get(`/search?q=${encodeURIComponent('2018年')}`)).body).not.toContain(path);
    },
  );
});

describe('the page of a document', () => {
  it('has its metadata, text, check code and the ways to take it home, share it and report an error', async () => {
    const { path, checkCode } = await publish({
      title: '示范镇<b>公告</b>',
      documentNumber: '示镇发〔2026〕3号',
    });
    const { statusCode, body } = await site.get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('示范镇&lt;b&gt;公告&lt;/b&gt;');
    expect(body).toContain('东干渠、西干渠');
    expect(body).toContain('示镇发〔2026〕3号');
    expect(body).toContain(checkCode);
    expect(body).toContain(`${PUBLIC_ORIGIN}${path}`);
    expect(body).toContain(`/report-error?page=${encodeURIComponent(path)}`);
    expect(body).toContain('本页地址的二维码');
    expect(body).not.toContain('历次版本');
    // All that publication.md §6 asks for.
    for (const name of [
      '索引号',
      '主题分类',
      '发布机构',
      '生成日期',
      '标题',
      '发文字号',
      '发布日期',
      '公开事项',
    ])
      expect(body).toContain(`<dt>${name}</dt>`);
  });

  it('leads to its list, its posters, its verification and the proof that needs no site', async () => {
    const { path, checkCode } = await publish();
    const { body } = await site.get(path);
    const list = /<a href="([^"]+)">农田水利<\/a><\/li>/.exec(body)?.[1] ?? '';
    const code = encodeURIComponent(checkCode);
    const links = [list, `${path}/poster-a4.pdf`, `/verify?code=${code}`, `/verify/proof.json?code=${code}`];
    for (const link of links) {
      expect(body).toContain(`href="${link}"`);
      expect((await site.get(link)).statusCode, link).toBe(200);
    }
    expect((await site.get(`/verify?code=${code}`)).body).toContain('这是本平台公布的文件，是现行版本。');
  });

  it('does not say the title twice where it was pasted with the text', async () => {
    const title = '示范镇冬季检修公告';
    const { path } = await publish({
      title,
      body: {
        type: 'doc',
        content: [
          paragraphOf('示范镇冬季', 'center', 0),
          paragraphOf('检修公告', 'center', 0),
          paragraphOf('正文如下。'),
        ],
      },
    });
    expect((await site.get(path)).body).toContain(
      '<div class="text">\n<p class="justify indent-2">正文如下。</p>',
    );
    expect((await site.get(`${path}/text.txt`)).body.split(title)).toHaveLength(2);
    expect((await site.get(`${path}/text.txt`)).body).not.toContain('\n检修公告');
  });

  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pdf', 'application/pdf'],
    ['txt', 'text/plain; charset=utf-8'],
  ])('gives its text as %s under a name that names nobody', async (format, type) => {
    const { path, checkCode } = await publish();
    const file = await site.get(`${path}/text.${format}`);
    expect(file.headers['content-type']).toBe(type);
    expect(file.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="[a-z0-9-]+-2026-\\d{5}\\.${format}"$`),
    );
    if (format === 'txt') expect(file.body).toContain(`核验码：${checkCode}`);
    else expect((await readReportFile(file.rawPayload)).ok || file.rawPayload.length > 2000).toBe(true);
  });

  it('keeps earlier editions at addresses of their own, which say that they are', async () => {
    const document = await publish({ title: '第一版的标题' });
    const { path } = document;
    await reissue(document, { title: '第二版的标题', changeNote: '增加南干渠' });
    const now = await seen(path, '第二版的标题');
    expect(now).toContain(`<a href="${path}/versions/1">第 1 版</a>`);
    expect(now).toContain('修改说明：增加南干渠');
    const earlier = await site.get(`${path}/versions/1`);
    expect(earlier.body).toContain('第一版的标题');
    expect(earlier.body).toContain('已被后来的版本代替');
    expect(earlier.body).toContain(`<link rel="canonical" href="${PUBLIC_ORIGIN}${path}">`);
    for (const nothing of ['2', '3', '0', 'x']) {
      expect((await site.get(`${path}/versions/${nothing}`)).statusCode, nothing).toBe(404);
    }
  });

  it('names related documents from both sides, and a rule that was repealed says so', async () => {
    const rule = await publish({
      kind: 'normativeDocument',
      catalogCode: 'a20.01',
      title: '示范镇渠道管理办法',
      documentNumber: '示镇规〔2025〕1号',
      issuingOrgan: '示范镇人民政府',
      dateOfDocument: '2025-01-02' as CivilDate,
    });
    expect(await seen(rule.path, '示范镇渠道管理办法')).toContain('有效性：<strong>有效</strong>');
    const other = { relation: 'repeals', documentId: rule.ids.documentId } as const;
    const repeal = await publish({
      title: '示范镇关于废止渠道管理办法的通知',
      relations: [{ ...other, documentNumber: '示镇规〔2025〕1号', title: '旧的标题' }],
    });
    expect(await seen(repeal.path, '相关文件')).toContain(
      `废止：<a href="${rule.path}">示范镇渠道管理办法</a>（示镇规〔2025〕1号）`,
    );
    const repealed = await seen(rule.path, '有效性：<strong>废止</strong>');
    expect(repealed).toContain(`已被废止：<a href="${repeal.path}">示范镇关于废止渠道管理办法的通知</a>`);
  });

  it('names no related document of the platform before it is public, nor after its withdrawal', async () => {
    const draft = await plantDocument(world, world.township, { title: '还没有公开的起草说明' });
    const shown = await publish({ title: '先公开、后撤回的解读' });
    const named = (documentId: string, title: string) =>
      ({ relation: 'forwards', documentId, documentNumber: '', title }) as const;
    const { path } = await publish({
      title: '关系里有未公开文件的公告',
      relations: [
        named(draft.documentId, '还没有公开的起草说明'),
        named(shown.ids.documentId, '先公开、后撤回的解读'),
        { relation: 'forwards', documentId: null, documentNumber: '', title: '平台以外的通知' },
      ],
    });
    const body = await seen(path, '先公开、后撤回的解读');
    expect(body).toContain('平台以外的通知');
    expect(body).not.toContain('还没有公开的起草说明');
    const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
    await shown.desk.act(shown.ids, 'leader', act, { notice: '有误。' });
    await expect.poll(async () => (await site.get(path)).body).not.toContain('先公开、后撤回的解读');
    expect((await site.get(path)).statusCode).toBe(200);
  });

  it('of a withdrawn one is gone: a notice that tells why, kept by nobody, and nothing else', async () => {
    const document = await publish({ title: '将要撤回的公告' });
    const { path, desk, ids } = document;
    await seen(path, '将要撤回的公告');
    const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
    await desk.act(ids, 'leader', act, { notice: '附件有误，现予撤回。' });
    const body = await seen(path, '附件有误，现予撤回。');
    const gone = await site.get(path);
    expect(gone.statusCode).toBe(410);
    expect(gone.headers['cache-control']).toBe('no-store');
    expect(body).not.toMatch(/东干渠|检修|将要撤回的公告/);
    for (const below of ['text.txt', 'text.pdf', 'files/1', 'versions/1']) {
      expect((await site.get(`${path}/${below}`)).statusCode, below).toBe(404);
    }
  });

  it('whose existence is hidden is like one that never was', async () => {
    const { path, desk, ids } = await publish({ title: '不能说的公告' });
    await seen(path, '不能说的公告');
    const act = { type: 'withdraw', kind: 'leak', hidesExistence: true };
    await desk.act(ids, 'leader', act, { notice: '撤回。' });
    await expect.poll(async () => (await site.get(path)).statusCode).toBe(404);
    const never = await site.get(path.replace(/\d{5}$/, '99999'));
    expect((await site.get(path)).body).toBe(never.body);
  });
});

describe('an attachment', () => {
  const TEXT = '名称,数量\n渠道,3\n';

  async function withFile() {
    const file = { name: 'draft-of-zhang-san.txt', content: Buffer.from(TEXT) };
    const { fileId } = await plantFile(world, world.township, file);
    return await publish({ attachments: [{ fileId, name: '检修"清单".txt' }] });
  }

  it('is saved under its label, runs nowhere, and can be had in parts', async () => {
    const { path } = await withFile();
    expect(await seen(path, '附件')).toContain(`<a href="${path}/files/1" download>`);
    const whole = await site.get(`${path}/files/1`);
    expect(whole.body).toBe(TEXT);
    expect(whole.headers).toMatchObject({
      'content-disposition': expect.stringContaining(encodeURIComponent('检修"清单".txt')) as string,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=0, must-revalidate',
    });
    expect(JSON.stringify(whole.headers)).not.toContain('zhang');
    const part = await site.get(`${path}/files/1`, { range: 'bytes=0-5' });
    expect([part.statusCode, part.body]).toEqual([206, '名称']);
    const known = await site.get(`${path}/files/1`, { 'if-none-match': String(whole.headers['etag']) });
    expect(known.statusCode).toBe(304);
    expect((await site.get(`${path}/files/1`, { range: 'bytes=999-' })).statusCode).toBe(416);
    const head = await site.app.inject({ method: 'HEAD', url: `${path}/files/1` });
    expect([head.headers['content-length'], head.body]).toEqual([String(Buffer.byteLength(TEXT)), '']);
  });

  it.each(['0', '2', '1.txt', '-1', '00001', '9999999'])('has no other place: %s', async (place) => {
    const { path } = await withFile();
    expect((await site.get(`${path}/files/${place}`)).statusCode).toBe(404);
  });
});
