import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { type DocumentBody, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { LinkState } from '@zhaoshi/domain/disclosure/scan/link-hits';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type PublishedDocument, plantPublished } from '../../../test/document-desk.ts';
import { fakeLinkProbe } from '../../adapters/link-check/fake-link-probe.ts';
import { remindDuties } from '../reminders/remind-duties.ts';
import { checkLinks } from './check-links.ts';

const GONE = 'https://gone.example.gov.cn/page';
const THERE = 'https://www.gov.cn/zhengce';

const linked = (...addresses: readonly string[]): DocumentBody => ({
  type: 'doc',
  content: addresses.map((href) => ({
    ...paragraphOf(''),
    content: [{ type: 'text', text: '详情', marks: [{ type: 'link', attrs: { href } }] }],
  })),
});

let world: World;
let published: PublishedDocument;
beforeAll(async () => {
  world = await createWorld();
  published = await plantPublished(world, world.township, {
    body: linked(GONE, THERE, '/east/township', 'mailto:a@example.gov.cn'),
  });
});
afterAll(() => world.close());

async function checkAt(moment: string, states: ReadonlyMap<string, LinkState>): Promise<readonly string[]> {
  const linkProbe = fakeLinkProbe(states);
  const context = {
    database: world.database.server,
    now: () => new Date(moment),
    services: { linkProbe },
    signal: new AbortController().signal,
  };
  await checkLinks(context, 0);
  return linkProbe.asked;
}

const DEAD = new Map<string, LinkState>([[GONE, 'dead']]);

async function waits(): Promise<readonly object[]> {
  const { body } = await world.call(deskRoutes.todo, {}, published.desk.cookie('disclosureOfficer'));
  return (body['items'] as unknown as readonly { readonly kind: string }[]).filter(
    ({ kind }) => kind === 'linksDead',
  );
}

async function findings(): Promise<readonly string[]> {
  const { body } = await world.call(
    documentRoutes.scan,
    { params: published.ids, body: {} },
    published.desk.cookie('drafter'),
  );
  const found = body['findings'] as unknown as readonly { readonly reason: string }[];
  return found.map(({ reason }) => reason).filter((reason) => reason.includes('打不开'));
}

it('asks links of the web only, and asks nobody where no way out is set up', async () => {
  expect(await checkAt('2026-11-23T00:35:00.000Z', DEAD)).toEqual([GONE, THERE]);
  expect(await checkAt('2026-11-23T01:35:00.000Z', DEAD)).toEqual([]);
  const context = { database: world.database.server, now: () => new Date('2027-11-23T00:00:00Z') };
  const signal = new AbortController().signal;
  await checkLinks({ ...context, services: { linkProbe: null }, signal }, 0);
  expect([await waits(), await findings()]).toEqual([[], []]);
});

it('shows what failed three times over days to the editor, on the list, and to the office once', async () => {
  await checkAt('2026-11-23T07:35:00.000Z', DEAD);
  expect([await waits(), await findings()]).toEqual([[], []]);
  await checkAt('2026-11-24T08:35:00.000Z', DEAD);
  expect(await findings()).toEqual(['链接打不开，请改正或者删去。']);
  const search = { body: { owes: 'link' } as never };
  const listed = await world.call(documentRoutes.search, search, published.desk.cookie('drafter'));
  expect(listed.body['items']).toMatchObject([{ documentId: published.ids.documentId }]);
  expect(await waits()).toMatchObject([
    { title: '改正 1 份已公开文件中打不开的链接', document: published.ids },
  ]);
  const context = {
    ...world.database.context,
    services: world.services,
    now: () => new Date('2026-11-25T01:00:00Z'),
  };
  await remindDuties(context);
  await remindDuties(context);
  const { body } = await world.call(
    deskRoutes.notifications,
    { query: { limit: 100 } },
    published.desk.cookie('disclosureOfficeHead'),
  );
  const told = body['items'] as unknown as readonly { readonly todo: string; readonly words: string }[];
  expect(told.filter(({ todo }) => todo === 'linksDead').map(({ words }) => words)).toEqual([
    expect.stringContaining('已公开的文件有1处链接打不开'),
  ]);
});

it('forgets it once it answers, or the document is withdrawn', async () => {
  expect(await checkAt('2026-11-27T09:35:00.000Z', new Map())).toContain(GONE);
  expect([await waits(), await findings()]).toEqual([[], []]);
  const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
  await published.desk.act(published.ids, 'leader', act, { notice: '有误，撤回。' });
  expect(await checkAt('2027-11-27T09:35:00.000Z', DEAD)).toEqual([]);
});

it('takes a run in which nobody answers for a missing network', async () => {
  const sites = [1, 2, 3].map((number) => `https://site${number}.example.gov.cn/`);
  await plantPublished(world, world.county, { catalogCode: 'a20.01', body: linked(...sites) });
  const states = new Map<string, LinkState>(sites.map((address) => [address, 'dead']));
  for (const day of ['2026-12-01', '2026-12-03', '2026-12-06', '2026-12-10']) {
    expect(await checkAt(`${day}T00:35:00.000Z`, states)).toEqual(sites);
  }
  const dead = await world.database.server
    .selectFrom('document_link')
    .select('address')
    .where('failures', '>', 0)
    .execute();
  expect(dead).toEqual([]);
});
