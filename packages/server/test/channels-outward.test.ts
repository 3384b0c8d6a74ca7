import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { gazetteRoutes } from '@zhaoshi/contract/routes/gazettes';
import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePdf } from '../../report-files/src/read/pdf/parse-pdf.ts';
import type { MessageSender, OutgoingMessage } from '../src/adapters/message/sender.ts';
import { createSenders } from '../src/adapters/message/senders.ts';
import type { JobContext } from '../src/jobs/job-context.ts';
import { postArticle, takeArticleDown } from '../src/jobs/media-post.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantMedia, plantMediaPost, plantNormative, plantPromotable, TODAY } from './channel-samples.ts';
import { plantPublished, usualDesk } from './document-desk.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.county, 'disclosureOfficer');
});
afterAll(() => world.close());

const WITHDRAW = { type: 'withdraw', kind: 'error', hidesExistence: false };
const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

describe('a gazette', () => {
  const make = (organ: WorldOrgan, cookie: string, documentId: string, number = 1) => {
    const body = { year: 2026, number, total: null, datedOn: TODAY, documentIds: [documentId] };
    return world.call(gazetteRoutes.make, { params: idsOf(organ), body }, cookie, key());
  };

  it('is refused to a township, with the reason', async () => {
    const cookie = await world.signedIn(world.township, 'disclosureOfficer');
    const { ids } = await plantNormative(world, world.township);
    const refused = await make(world.township, cookie, ids.documentId);
    expect([refused.status, refused.body['detail']]).toEqual([409, '乡镇、街道不办政府公报。']);
  });

  it('prints own normative documents, each once, as a draft that is reviewed like others', async () => {
    const { ids } = await plantNormative(world, world.county);
    const { ids: notice } = await plantPublished(world, world.county);
    const read = () => world.call(gazetteRoutes.read, { params: idsOf(world.county) }, officer);
    const before = (await read()).body as unknown as {
      candidates: { documentId: string }[];
      next: { number: number };
    };
    expect(before.candidates.map(({ documentId }) => documentId)).toContain(ids.documentId);
    expect(before.candidates.map(({ documentId }) => documentId)).not.toContain(notice.documentId);
    expect((await make(world.county, officer, notice.documentId)).status).toBe(409);

    const made = await make(world.county, officer, ids.documentId);
    expect(made.status).toBe(200);
    const params = { regionId: String(made.body['regionId']), documentId: String(made.body['documentId']) };
    const draft = await world.call(documentRoutes.read, { params }, officer);
    expect(draft.body).toMatchObject({ status: 'draft', title: 'county公报2026年第1号', isPublic: false });
    expect(draft.body['content']).toMatchObject({ attachments: [{ name: 'county公报2026年第1号.pdf' }] });
    const [attachment] = (draft.body['content'] as unknown as { attachments: [{ fileId: string }] })
      .attachments;
    const file = await world.app.inject({
      method: 'GET',
      url: `/api/files/${params.regionId}/${attachment.fileId}/content`,
      headers: { cookie: officer },
    });
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('2026年第1号.pdf');
    const { blocks } = await parsePdf(Uint8Array.from(file.rawPayload));
    expect(JSON.stringify(blocks)).toContain(chineseDate(TODAY));
    const after = (await read()).body as unknown as { candidates: unknown[]; next: { number: number } };
    expect([after.candidates, after.next.number]).toEqual([[], 2]);
    expect((await make(world.county, officer, ids.documentId)).status).toBe(409);
  });
});

describe('promotion to proactive disclosure', () => {
  const promote = (
    applicationIds: string[],
    files: { applicationId: string; fileId: string; name: string }[],
  ) => {
    const body = { title: '养护资金分配方案', applicationIds, files };
    return world.call(promotionRoutes.create, { params: idsOf(world.county), body }, officer, key());
  };

  const listed = async () => {
    const { body } = await world.call(promotionRoutes.list, { params: idsOf(world.county) }, officer);
    return body['items'] as unknown as readonly {
      applicationId: string;
      files: readonly { fileId: string }[];
      documents: readonly { documentId: string }[];
    }[];
  };

  it('makes a draft out of several cases with the files that were chosen, and nothing of the applicants', async () => {
    const first = await plantPromotable(world, world.county);
    const second = await plantPromotable(world, world.county);
    const found = (await listed()).find(({ applicationId }) => applicationId === first.applicationId);
    const fileId = found?.files[0]?.fileId ?? '';
    const { applicationId } = first;
    const made = await promote(
      [applicationId, second.applicationId],
      [{ applicationId, fileId, name: '分配方案' }],
    );
    expect(made.status).toBe(200);
    const params = { regionId: String(made.body['regionId']), documentId: String(made.body['documentId']) };
    const draft = await world.call(documentRoutes.read, { params }, officer);
    expect(draft.body['content']).toMatchObject({ attachments: [{ name: '分配方案.pdf' }] });
    expect(JSON.stringify(draft.body)).not.toContain('陈某某');
    const linked = await world.call(promotionRoutes.ofDocument, { params }, officer);
    expect(linked.body['items']).toHaveLength(2);
    const { regionId } = params;
    const documents = await world.call(
      promotionRoutes.ofCase,
      { params: { regionId, applicationId } },
      officer,
    );
    expect(documents.body['items']).toMatchObject([{ documentId: params.documentId, status: 'draft' }]);
    const after = (await listed()).find((one) => one.applicationId === second.applicationId);
    expect(after?.documents).toMatchObject([{ documentId: params.documentId }]);
    const files = await world.database.server
      .selectFrom('file')
      .select(['original_name', 'sealed'])
      .where('original_name', '=', '分配方案.pdf')
      .execute();
    expect(files).toEqual([{ original_name: '分配方案.pdf', sealed: null }]);
  });

  it('takes neither a case that was not decided nor a file that was not released', async () => {
    const { applicationId } = await plantPromotable(world, world.county);
    const strange = await promote([crypto.randomUUID()], []);
    expect([strange.status, strange.body['detail']]).toEqual([409, expect.stringContaining('没有建立文件')]);
    const file = { applicationId, fileId: crypto.randomUUID(), name: '方案' };
    const refused = await promote([applicationId], [file]);
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      expect.stringContaining('向申请人提供的文件'),
    ]);
  });
});

describe('new media', () => {
  /** A platform that keeps what it is sent. */
  function platform() {
    const received: OutgoingMessage[] = [];
    const webhook: MessageSender = {
      send: (message) => {
        received.push(message);
        return Promise.resolve('sent');
      },
    };
    const messageSenders = { ...createSenders({ smtp: null, webhook: null }), webhook };
    const context: JobContext = {
      ...world.database.context,
      database: world.database.server,
      services: { ...world.services, messageSenders },
      signal: new AbortController().signal,
      isLastTry: false,
    };
    return { received, context };
  }

  const stateOf = async (postId: string) => {
    const { body } = await world.call(newMediaRoutes.posts, { query: { limit: 100 } }, officer);
    const rows = body['items'] as unknown as readonly {
      postId: string;
      state: string;
      isWithdrawn: boolean;
    }[];
    return rows.find((row) => row.postId === postId);
  };

  const jobsOf = async (postId: string) => {
    const rows = await world.database.owner
      .selectFrom('pgboss.job' as never)
      .selectAll()
      .execute();
    return (rows as unknown as { name: string; data: { postId?: string } }[])
      .filter(({ data }) => data.postId === postId)
      .map(({ name }) => name);
  };

  it('has an article that editors keep: inline styles, no links, the source at the end', async () => {
    const { ids } = await plantPublished(world, world.county);
    const { body } = await world.call(newMediaRoutes.article, { params: ids }, officer);
    expect(body['html']).toMatch(/<p style="[^"]+">一、检修范围为东干渠、西干渠。<\/p>/);
    expect(body['html']).not.toMatch(/<a |class=|<script/);
    expect(body['html']).toContain('来源：https://www.example.gov.cn/east/county/documents/2026-');
  });

  it('has a connection whose address, which may carry a key, is told to nobody but who sets it up', async () => {
    const address = 'https://media.example.cn/in?key=geheim-7';
    await plantMedia(world, world.county, address);
    const addressesFor = async (cookie: string) => {
      const answer = await world.call(newMediaRoutes.accounts, { params: idsOf(world.county) }, cookie);
      const items = answer.body['items'] as unknown as readonly { address: string; isConnected: boolean }[];
      expect(items.some(({ isConnected }) => isConnected)).toBe(true);
      return items.map((item) => item.address);
    };
    expect(await addressesFor(officer)).toContain(address);
    for (const role of ['drafter', 'unitHead', 'leader', 'auditor'] as const) {
      const seen = await addressesFor(await world.signedIn(world.county, role));
      expect([role, seen.filter((one) => one !== '')]).toEqual([role, []]);
    }
    const above = await addressesFor(await world.signedIn(world.city, 'supervisor'));
    expect(above.filter((one) => one !== '')).toEqual([]);
  });

  it('is asked for again to be taken down when the withdrawal came while it was under way', async () => {
    const { postId, regionId, ids } = await plantMediaPost(
      world,
      world.county,
      'https://media.example.cn/in',
    );
    const { received, context } = platform();
    const down = async () =>
      await (await usualDesk(world, world.county)).act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    const slow: MessageSender = {
      // The other side takes its time; meanwhile the withdrawal and what it asks for are over.
      send: async (message) => {
        await down();
        await takeArticleDown(context, { regionId, postId });
        received.push(message);
        return 'sent';
      },
    };
    const messageSenders = { ...context.services.messageSenders, webhook: slow };
    await postArticle(
      { ...context, services: { ...context.services, messageSenders } },
      { regionId, postId },
    );
    expect(received.map(({ template }) => template)).toEqual(['media.takeDown', 'media.publish']);
    // The one that came too early and another, which the other side must not take for the same.
    expect(await jobsOf(postId)).toEqual(['media.post', 'media.takeDown', 'media.takeDown']);
    await takeArticleDown(context, { regionId, postId });
    const asked = received.filter(({ template }) => template === 'media.takeDown');
    expect(new Set(asked.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('is sent by a job to a connected account, once, and its end noted', async () => {
    const { postId, regionId } = await plantMediaPost(world, world.county, 'https://media.example.cn/in');
    expect(await jobsOf(postId)).toEqual(['media.post']);
    const { received, context } = platform();
    await postArticle(context, { regionId, postId });
    await postArticle(context, { regionId, postId });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ messageId: postId, address: 'https://media.example.cn/in' });
    expect(JSON.parse(received[0]?.text ?? '')).toMatchObject({
      author: 'county',
      checkCode: expect.any(String),
    });
    expect(await stateOf(postId)).toMatchObject({ state: 'sent' });
  });

  it('of a withdrawn document is asked to be taken down, and is called for until somebody notes it is', async () => {
    const { postId, regionId, ids } = await plantMediaPost(
      world,
      world.county,
      'https://media.example.cn/in',
    );
    const { received, context } = platform();
    await postArticle(context, { regionId, postId });
    await (await usualDesk(world, world.county)).act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    expect(await jobsOf(postId)).toEqual(['media.post', 'media.takeDown']);
    await takeArticleDown(context, { regionId, postId });
    expect(received[1]).toMatchObject({ template: 'media.takeDown' });
    expect(received[1]?.text).not.toContain('东干渠');
    const toGo = async () => {
      const { body } = await world.call(newMediaRoutes.posts, { query: { stage: 'toTakeDown' } }, officer);
      return (body['items'] as unknown as readonly { postId: string; version: number }[]).find(
        (row) => row.postId === postId,
      );
    };
    const waiting = await toGo();
    const note = { params: { regionId, postId }, body: { state: 'takenDown' as const } };
    const noted = await world.call(newMediaRoutes.note, note, officer, {
      'if-match': `"${waiting?.version}"`,
    });
    expect([noted.status, noted.body['state']]).toEqual([200, 'takenDown']);
    expect(await toGo()).toBeUndefined();
  });

  it('sends nothing of what was withdrawn before its turn came', async () => {
    const { postId, regionId, ids } = await plantMediaPost(
      world,
      world.county,
      'https://media.example.cn/in',
    );
    await (await usualDesk(world, world.county)).act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    const { received, context } = platform();
    await postArticle(context, { regionId, postId });
    expect(received).toEqual([]);
  });
});
