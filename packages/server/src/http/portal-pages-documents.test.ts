import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/api-world.ts';
import { plantPublished } from '../../test/document-desk.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

afterAll(async () => {
  await world.close();
});

const page = async (path: string) => await world.app.inject({ method: 'GET', url: path });

interface Edition {
  readonly publicPath: string;
  readonly checkCode: string;
}

it('a published document has a page with its metadata, text and check code', async () => {
  const { ids, desk } = await plantPublished(world, world.township, {
    title: '示范镇<b>公告</b>',
    documentNumber: '示镇发〔2026〕3号',
  });
  const { body } = await desk.read(ids);
  const { publicPath: path, checkCode } = body['publicEdition'] as unknown as Edition;
  const shown = await page(path);
  expect(shown.statusCode).toBe(200);
  expect(shown.body).toContain('示范镇&lt;b&gt;公告&lt;/b&gt;');
  expect(shown.body).toContain('东干渠、西干渠');
  expect(shown.body).toContain('示镇发〔2026〕3号');
  expect(shown.body).toContain(checkCode);
});

it('a withdrawn one leaves nothing of itself, and a notice that tells why', async () => {
  const { ids, desk } = await plantPublished(world, world.township);
  const { body } = await desk.read(ids);
  const { publicPath: path } = body['publicEdition'] as unknown as Edition;
  const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
  await desk.act(ids, 'leader', act, { notice: '附件有误，现予撤回。' });
  const gone = await page(path);
  expect(gone.body).toContain('附件有误，现予撤回。');
  expect(gone.body).not.toContain('东干渠');
  expect(gone.body).not.toContain('检修');
});
