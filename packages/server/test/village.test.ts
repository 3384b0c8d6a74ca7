import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remindDuties } from '../src/use-cases/reminders/remind-duties.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantFile } from './file-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { png } from './sample-files.ts';
import {
  NOVEMBER,
  plantPhoto,
  plantPost,
  plantQuestion,
  plantVillage,
  SENT_POST,
} from './village-samples.ts';

let world: World;
let village: WorldOrgan;
let slug: string;
let clerk: string;
let count = 0;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setNow(new Date('2026-11-21T02:03:04.567Z'));
  count += 1;
  slug = `dongzhuang-${count}`;
  village = await plantVillage(world, world.township, slug);
  clerk = await world.signedIn(village, 'drafter');
});

const ids = () => ({ regionId: village.regionId, organId: village.organId });
const page = () => `/east/township/villages/${slug}`;
const post = (body: object, cookie = clerk) =>
  world.call(
    villageRoutes.post,
    { params: ids(), body: { ...NOVEMBER, ...SENT_POST, ...body } } as never,
    cookie,
  );
const portal = async (path: string) => {
  // Nobody tells this cache of publications.
  world.cache.clear();
  const { statusCode, body } = await world.app.inject({ url: path });
  return { status: statusCode, text: body };
};
const messages = (body: object): string => JSON.stringify(body);
const due = async (cookie = clerk) => {
  const { body } = await world.call(villageRoutes.desk, { params: ids() }, cookie);
  return body['due'] as unknown as readonly { readonly item: string; readonly state: string }[];
};
const plantTownship = (): Promise<WorldOrgan> => plantOrgan(world, world.county, 'township');
const NUMBER = '11010519491231002X';

describe('a village posts', () => {
  it('what it owes, which is public at once and is due no more', async () => {
    expect((await due()).find(({ item }) => item === 'finances')?.state).toBe('open');
    expect((await post({})).status).toBe(200);
    expect((await due()).find(({ item }) => item === 'finances')?.state).toBe('posted');
    const { status, text } = await portal(page());
    expect(status).toBe(200);
    expect(text).toContain('2026年11月财务收支');
    expect(text).toContain('结余 4000 元');
    expect(text).toContain('2026年11月21日公布，至少展示到2026年12月6日');
    expect(text).toContain('村委会主任 王一');
    expect((await portal('/east/township/villages')).text).toContain('正在公示 1 项');
    expect((await portal('/east/township')).text).toContain('各村村务公开');
  });

  it('a table, of which no cell leaves the server before numbers of identity cards are masked', async () => {
    const body = `姓名，身份证号，金额\n张三，${NUMBER}，300`;
    const refused = await post({ kind: 'table', body });
    expect(refused.status).toBe(422);
    expect(messages(refused.body)).toContain('身份证号');
    expect(messages(refused.body)).not.toContain(NUMBER);
    expect((await portal(page())).text).toContain('现在没有正在公示的村务');
    expect((await post({ kind: 'table', body: body.replace(NUMBER, '110105********002X') })).status).toBe(
      200,
    );
    expect((await portal(page())).text).toContain('<td>110105********002X</td>');
  });

  it('what a person may justify only by the role that may, and a list of numbers and accounts never', async () => {
    const justified = [{ key: 'mobile:0:3-14', reason: '便民服务电话，本人同意' }];
    const body = '电话：13812345678';
    expect((await post({ body, justified })).status).toBe(422);
    const head = await world.signedIn(village, 'disclosureOfficeHead');
    const done = await post({ body, justified }, head);
    expect([done.status, messages(done.body)]).toEqual([200, expect.any(String)]);
    const kept = await world.database.server.selectFrom('village_post_edition').select('justified').execute();
    expect(JSON.stringify(kept)).not.toContain('13812345678');
  });

  it('photos only after somebody looked at them, and readers get them from the village’s page', async () => {
    const photo = await plantPhoto(world, village);
    const sent = { kind: 'photo', body: '', photoFileIds: [photo] };
    expect(messages((await post(sent)).body)).toContain('逐张查看');
    expect((await post({ ...sent, hasLooked: true })).status).toBe(200);
    const { text } = await portal(page());
    const [, address = ''] = /<img src="([^"]+)"/.exec(text) ?? [];
    const picture = await world.app.inject({ url: address });
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
  });

  it('no picture that was not drawn anew when it came: the camera’s words would go out with it', async () => {
    const { fileId } = await plantFile(world, village, { name: '照片.png', content: png() });
    const sent = { kind: 'photo', body: '', photoFileIds: [fileId], hasLooked: true };
    expect(messages((await post(sent)).body)).toContain('照片只能是从本页上传的图片');
  });

  it('nothing ahead of its time, and nothing that the law of the time does not name', async () => {
    const ahead = await post({ from: '2026-12-01', to: '2026-12-31' });
    expect(messages(ahead.body)).toContain('还没有到这个期间');
    const old = await post({ item: 'familyPlanning', from: '2026-10-01', to: '2026-12-31' });
    expect(messages(old.body)).toContain('没有这一公开事项');
    expect((await post({ item: 'familyPlanning', from: '2025-10-01', to: '2025-12-31' })).status).toBe(200);
  });

  it('a correction in the place of the first edition, which stays and is public no more', async () => {
    const { body } = await post({ body: '支出 8000 元' });
    const params = { regionId: village.regionId, postId: String(body['postId']) };
    const correct = (reason: string) =>
      world.call(
        villageRoutes.correct,
        { params, body: { ...SENT_POST, body: '支出 8100 元', reason } },
        clerk,
        { 'if-match': '"1"' },
      );
    expect((await correct('')).status).toBe(422);
    expect((await correct('支出写错了')).status).toBe(200);
    expect((await correct('支出写错了')).status).toBe(412);
    const { text } = await portal(page());
    expect(text).toContain('支出 8100 元');
    expect(text).toContain('更正原因：支出写错了');
    expect(text).not.toContain('8000');
    const { body: whole } = await world.call(villageRoutes.read, { params }, clerk);
    expect(whole['editions']).toHaveLength(2);
  });

  it('the photo of its board, from which fifteen days count again', async () => {
    const { body } = await post({});
    world.setNow(new Date('2026-11-25T02:00:00Z'));
    // The session of four days ago is over.
    clerk = await world.signedIn(village, 'drafter');
    const params = { regionId: village.regionId, postId: String(body['postId']) };
    const add = async (boardOn: string, edition = 1) =>
      await world.call(
        villageRoutes.photographBoard,
        { params, body: { fileId: await plantPhoto(world, village), boardOn, hasLooked: true } },
        clerk,
        { 'if-match': `"${edition}"` },
      );
    expect(messages((await add('2026-11-26')).body)).toContain('不能晚于今天');
    expect((await add('2026-11-25')).body).toEqual({ visibleUntil: '2026-12-10' });
    expect((await portal(page())).text).toContain('村务公开栏，2026年11月25日拍摄');
    // Corrected the same day: a photo of the board as it hung before is not one of the new edition.
    const body2 = { ...SENT_POST, body: '支出 8100 元', reason: '支出写错了' };
    await world.call(villageRoutes.correct, { params, body: body2 }, clerk, { 'if-match': '"1"' });
    expect((await add('2026-11-25', 1)).status).toBe(412);
    expect((await add('2026-11-25', 2)).status).toBe(200);
  });

  it('an important matter by its own name, and nothing else', async () => {
    const important = { item: 'important', from: '2026-11-20', to: '2026-11-20' } as const;
    expect(messages((await post(important)).body)).toContain('请写明是什么重大事项');
    expect(messages((await post({ subject: '修路' })).body)).toContain('只有重大事项另写标题');
    expect((await post({ ...important, subject: '村道硬化工程招标' })).status).toBe(200);
    expect((await portal(page())).text).toContain('2026年11月20日重大事项：村道硬化工程招标');
    const secret = await post({ ...important, subject: '户主身份证110101199003074258' });
    expect(secret.status).toBe(422);
  });

  it('for its time; then it stands among what was shown before', async () => {
    await plantPost(world, village, { postedOn: '2026-10-20' });
    // The database’s clock says what is past.
    await world.database.owner
      .updateTable('village_post_edition')
      .set({ visible_from: '2026-01-02', visible_until: '2026-01-17' })
      .where('organ_id', '=', village.organId)
      .execute();
    expect((await portal(page())).text).toContain('往期公布的村务（1 项）');
    expect((await portal(`${page()}/past`)).text).toContain('2026年10月财务收支');
    expect((await portal(`${page()}/past/2`)).status).toBe(404);
  });
});

describe('nobody else', () => {
  it('posts for it: not the township, not another village', async () => {
    const other = await world.signedIn(await plantVillage(world, world.township), 'drafter');
    expect((await post({}, other)).status).toBe(404);
    expect((await post({}, await world.signedIn(world.township, 'disclosureOfficer'))).status).toBe(404);
  });
});

describe('villagers ask', () => {
  it('about the village’s page, are answered by its clerk, and their names are shown to nobody', async () => {
    const form = await portal(`/voice/question?page=${encodeURIComponent(page())}`);
    expect([form.status, form.text]).toEqual([200, expect.stringContaining('东庄村村民委员会村务公开')]);
    const params = await plantQuestion(world, village);
    const { body: listed } = await world.call(villageRoutes.questions, { params: ids() }, clerk);
    expect(messages(listed)).toContain('修路的钱用完了吗');
    expect(messages(listed)).not.toMatch(/欧阳村民甲|13987650002/);
    const answer = (shownText: string) =>
      world.call(
        villageRoutes.answer,
        { params, body: { shows: true, shownText, reply: '还有 4000 元。' } },
        clerk,
        { 'if-match': '"1"' },
      );
    expect((await answer(`我的身份证号${NUMBER}`)).status).toBe(422);
    expect((await answer('修路的钱用完了吗')).status).toBe(200);
    const { text } = await portal(page());
    expect(text).toContain('修路的钱用完了吗');
    expect(text).toContain('还有 4000 元。');
    expect(text).not.toContain('欧阳');
  });

  it('and only villages take such questions', async () => {
    expect((await portal('/voice/question?page=/east/township/villages/none')).status).toBe(404);
    expect((await portal('/voice/question?page=/east/township')).status).toBe(404);
  });

  it('and the clerk answers nothing else by that way', async () => {
    const { body } = await world.call(
      publicVoiceRoutes.list,
      { query: {} },
      await world.signedIn(village, 'disclosureOfficer'),
    );
    expect(body['items']).toEqual([]);
  });
});

describe('the township', () => {
  it('sees every village with its lights, and calls on one', async () => {
    await plantPost(world, village, { postedOn: '2026-10-02', from: '2026-09-01', to: '2026-09-30' });
    const officer = await world.signedIn(world.township, 'disclosureOfficer');
    const { body } = await world.call(villageRoutes.overview, { query: { limit: 100 } }, officer);
    const rows = body['items'] as unknown as readonly {
      readonly organId: string;
      readonly keptSince: string;
      readonly lights: readonly { readonly item: string; readonly state: string }[];
    }[];
    const row = rows.find(({ organId }) => organId === village.organId);
    expect(row?.keptSince).toBe('2026-10-02');
    expect(row?.lights.find(({ item }) => item === 'finances')?.state).toBe('missed');
    const told = await world.call(villageRoutes.remind, { params: ids() }, officer);
    expect([told.status, told.body]).toEqual([200, { told: 1, waiting: 7 }]);
    // Pressed again on the same day it floods nobody.
    expect((await world.call(villageRoutes.remind, { params: ids() }, officer)).status).toBe(200);
    const { body: seen } = await world.call(deskRoutes.notifications, { query: {} }, clerk);
    expect(messages(seen).split('上级督促：还有7项村务没有公布')).toHaveLength(2);
  });

  it('sees no village of another township', async () => {
    const officer = await world.signedIn(await plantTownship(), 'disclosureOfficer');
    const { body } = await world.call(villageRoutes.overview, { query: {} }, officer);
    expect(body['items']).toEqual([]);
    expect((await world.call(villageRoutes.remind, { params: ids() }, officer)).status).toBe(404);
  });

  it('has late villages on its list, and the clerk what is due', async () => {
    await plantPost(world, village, { postedOn: '2026-10-02', from: '2026-09-01', to: '2026-09-30' });
    const officer = await world.signedIn(world.township, 'disclosureOfficer');
    const todo = async (cookie: string) =>
      messages((await world.call(deskRoutes.todo, {}, cookie)).body['items'] as unknown as object);
    expect(await todo(officer)).toMatch(/督促 \d+ 个村公布逾期的村务/);
    expect(await todo(clerk)).toContain('公布本村 7 项村务');
  });

  it('and the clerk is told by itself, once, of what is late', async () => {
    await plantPost(world, village, { postedOn: '2026-10-02', from: '2026-09-01', to: '2026-09-30' });
    const context = {
      ...world.database.context,
      services: world.services,
      now: () => new Date('2026-11-21T02:03:04Z'),
    };
    await remindDuties(context);
    await remindDuties(context);
    const { body } = await world.call(deskRoutes.notifications, { query: {} }, clerk);
    expect(messages(body).match(/1项村务逾期没有公布/g)).toHaveLength(1);
  });
});

describe('village affairs are no government information', () => {
  it('no table, search or open data of the region and the township changes with a post', async () => {
    const read = async () => {
      const { server } = world.database;
      const [documents, entries, figures] = await Promise.all([
        server.selectFrom('document').select('document_id').execute(),
        server.selectFrom('search_entry').select('entry_id').execute(),
        server.selectFrom('report_cell').select('cell_id').execute(),
      ]);
      const pages = [];
      for (const place of [
        '/east/organs/open-data',
        '/east/township/open-data',
        '/sitemap.xml',
        '/east/organs',
      ])
        pages.push((await portal(place)).text);
      return [documents.length, entries.length, figures.length, ...pages];
    };
    const before = await read();
    await post({ body: '村里独有的一句话' });
    expect(await read()).toEqual(before);
    expect((await portal('/search?q=村里独有的一句话')).text).not.toContain('/villages/');
  });

  it('no report of the region counts the village or what it posted and was asked', async () => {
    await post({});
    await plantQuestion(world, village);
    for (const table of ['application', 'dispute', 'statistic_entry', 'document', 'annual_report'] as const) {
      const counted = await world.database.owner
        .selectFrom(table as 'document')
        .select('organ_id')
        .where('organ_id', '=', village.organId)
        .execute();
      expect(counted, table).toEqual([]);
    }
  });
});
