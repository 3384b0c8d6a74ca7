import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { gazetteRoutes } from '@zhaoshi/contract/routes/gazettes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { plantNormative, TODAY } from './channel-samples.ts';
import { type DocumentDesk, documentDesk, scanFilesOf } from './document-desk.ts';
import { CLEAN_REVIEW, plantDocument } from './document-samples.ts';

let world: World;
let desk: DocumentDesk;
beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.county);
});
afterAll(() => world.close());

const WITHDRAW = { type: 'withdraw', kind: 'leak', hidesExistence: false };
const URGENT = { reason: '汛情紧急。' };

describe('an issue of the gazette that holds what was withdrawn', () => {
  let number = 0;

  /** A signed issue with one document in it. */
  async function plantIssue() {
    const { ids } = await plantNormative(world, world.county);
    const cookie = await world.signedIn(world.county, 'disclosureOfficer');
    const params = { regionId: world.county.regionId, organId: world.county.organId };
    number += 1;
    const body = { year: 2026, number, total: null, datedOn: TODAY, documentIds: [ids.documentId] };
    const made = await world.call(gazetteRoutes.make, { params, body }, cookie);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const issue = { regionId: params.regionId, documentId: String(made.body['documentId']) };
    await scanFilesOf(world, issue.documentId);
    return { ids, issue, cookie };
  }

  const withdraw = (ids: { readonly regionId: string; readonly documentId: string }) =>
    desk.act(ids, 'leader', WITHDRAW, { notice: '含有不应公开的内容。', basis: '个人信息保护法第五十七条' });

  it('is not published any more', async () => {
    const { ids, issue } = await plantIssue();
    await desk.sign(issue);
    await withdraw(ids);
    for (const act of [{ type: 'publish' }, { type: 'schedule', minute: '2099-01-01T00:00:00.000Z' }]) {
      const refused = await desk.tryAct(issue, 'publisher', act);
      expect([refused.status, refused.body['detail']]).toEqual([
        409,
        expect.stringContaining('公报登载的文件中有已经撤回的'),
      ]);
    }
    expect((await desk.read(issue)).body).toMatchObject({ status: 'approved', isPublic: false });
  });

  it('is called back from its minute, and what is public of it is called for', async () => {
    const waiting = await plantIssue();
    await desk.sign(waiting.issue);
    await desk.act(waiting.issue, 'publisher', { type: 'schedule', minute: '2099-01-01T00:00:00.000Z' });
    const out = await plantIssue();
    await desk.sign(out.issue);
    await desk.act(out.issue, 'publisher', { type: 'publish' });
    await withdraw(waiting.ids);
    await withdraw(out.ids);
    const { body } = await world.call(
      gazetteRoutes.read,
      { params: { regionId: world.county.regionId, organId: world.county.organId } },
      out.cookie,
    );
    const issues = body['issues'] as unknown as readonly { documentId: string; holdsWithdrawn: boolean }[];
    expect(
      [waiting, out].map(
        ({ issue }) => issues.find((one) => one.documentId === issue.documentId)?.holdsWithdrawn,
      ),
    ).toEqual([true, true]);
    expect((await desk.read(waiting.issue)).body['status']).toBe('approved');
    const toMend = async () => {
      const todo = await world.call(deskRoutes.todo, {}, out.cookie);
      const items = todo.body['items'] as unknown as readonly { kind: string; count: number }[];
      return items.find(({ kind }) => kind === 'gazettesToMend')?.count;
    };
    expect(await toMend()).toBe(1);
    await withdraw(out.issue);
    expect(await toMend()).toBeUndefined();
  });
});

describe('the secrecy gate', () => {
  it('is not gone round by publishing in a hurry what the authority decided against (条例第十七条第三款)', async () => {
    const ids = await plantDocument(world, world.county);
    await desk.act(ids, 'drafter', { type: 'submit' });
    await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
    await desk.act(
      ids,
      'disclosureOfficer',
      { type: 'report' },
      { authority: '县国家保密局', reason: '涉及范围不明。' },
    );
    await desk.act(
      ids,
      'disclosureOfficer',
      { type: 'resolveReport', mayBePublished: false },
      { decision: '不得公开。' },
    );
    const refused = await desk.tryAct(ids, 'leader', { type: 'publishUrgently' }, URGENT);
    expect([refused.status, refused.body['detail']]).toEqual([409, expect.stringContaining('不公开')]);
  });

  it.each([
    ['withhold', '不是公开'],
    ['report', '不能确定'],
  ])(
    'is not gone round by publishing in a hurry what the review concluded to %s',
    async (conclusion, words) => {
      const ids = await plantDocument(world, world.county);
      await desk.act(ids, 'drafter', { type: 'submit' });
      await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
      const review = { ...CLEAN_REVIEW, conclusion };
      await desk.act(ids, 'disclosureOfficer', review, { basis: '涉及国家秘密。' });
      const urgent = () => desk.tryAct(ids, 'leader', { type: 'publishUrgently' }, URGENT);
      const refused = await urgent();
      expect([refused.status, refused.body['detail']]).toEqual([409, expect.stringContaining(words)]);
      // Nor by sending it back to the desk first, which whoever would publish it may do.
      await desk.act(ids, 'leader', { type: 'sendBack' }, { reason: '退回。' });
      expect((await urgent()).body['detail']).toContain(words);
    },
  );
});

describe('a class that the signer changes', () => {
  it('brings nothing to the public that lacks what the catalogue needs (条例第十二条)', async () => {
    const ids = await plantDocument(world, world.county, {
      disclosureClass: 'onApplication',
      classReason: '面向特定主体。',
      catalogCode: '',
    });
    await desk.act(ids, 'drafter', { type: 'submit' });
    await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
    await desk.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查。' });
    await desk.act(ids, 'disclosureOfficer', { type: 'passReview' });
    const refused = await desk.tryAct(ids, 'leader', { type: 'approve', disclosureClass: 'proactive' });
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      expect.stringContaining('没有选择法定主动公开内容'),
    ]);
    expect(
      (await world.call(documentRoutes.read, { params: ids }, desk.cookie('leader'))).body['status'],
    ).toBe('inApproval');
  });
});
