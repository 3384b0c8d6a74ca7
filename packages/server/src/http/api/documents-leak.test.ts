import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, type PublishedDocument, plantPublished } from '../../../test/document-desk.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function takenDown(kind: 'leak' | 'error', hidesExistence = false): Promise<PublishedDocument> {
  const published = await plantPublished(world, world.township);
  await published.desk.act(
    published.ids,
    'leader',
    { type: 'withdraw', kind, hidesExistence },
    { notice: '因内容不当，本机关撤回该信息。' },
  );
  return published;
}

const todo = async (desk: DocumentDesk): Promise<readonly string[]> => {
  const { body } = await world.call(deskRoutes.todo, {}, desk.cookie('disclosureOfficer'));
  return (body['items'] as unknown as readonly { readonly kind: string }[]).map(({ kind }) => kind);
};

const listed = async (desk: DocumentDesk): Promise<readonly string[]> => {
  const { body } = await world.call(
    documentRoutes.search,
    { body: { owes: 'leak' } },
    desk.cookie('disclosureOfficer'),
  );
  return (body['items'] as unknown as readonly { readonly documentId: string }[]).map(
    ({ documentId }) => documentId,
  );
};

const told = (duty: 'persons' | 'authority', answer: 'done' | 'notNeeded') => ({
  type: 'followUpLeak',
  duty,
  answer,
  on: civilDateAt(world.database.context.now()),
});

describe('after a withdrawal because something leaked (个人信息保护法57)', () => {
  it('persons and authority are to be told until both are noted, also while the next edition is drafted', async () => {
    const { ids, desk } = await takenDown('leak');
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '删去个人信息' });
    const { body } = await desk.read(ids);
    expect(body).toMatchObject({
      status: 'draft',
      edition: 2,
      leak: { persons: null, authority: null },
      withdrawn: {
        edition: 1,
        reason: '含有国家秘密、个人隐私等不应公开的内容',
        notice: '因内容不当，本机关撤回该信息。',
        hidesExistence: false,
      },
    });
    expect(await todo(desk)).toContain('leaksToFollowUp');
    expect(await listed(desk)).toContain(ids.documentId);

    await desk.act(ids, 'disclosureOfficer', told('persons', 'done'), { account: '逐户电话告知。' });
    expect(await todo(desk)).toContain('leaksToFollowUp');
    const settled = await desk.act(ids, 'disclosureOfficer', told('authority', 'notNeeded'), {
      account: '公开不足一分钟，没有人看过，经县网信办口头确认不需要书面报告。',
    });
    expect(settled.body).toMatchObject({ leak: { persons: 'done', authority: 'notNeeded' } });
    expect(await todo(desk)).not.toContain('leaksToFollowUp');
    expect(await listed(desk)).not.toContain(ids.documentId);
  });

  it('nothing of the kind is asked, or taken, after another withdrawal', async () => {
    const { ids, desk } = await takenDown('error');
    expect((await desk.read(ids)).body).toMatchObject({ leak: null, withdrawn: { edition: 1 } });
    expect(await todo(desk)).not.toContain('leaksToFollowUp');
    const refused = await desk.tryAct(ids, 'disclosureOfficer', told('persons', 'done'), {
      account: '说明',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'state-refuses' } });
  });

  it('what was done or why nothing is asked for', async () => {
    const { ids, desk } = await takenDown('leak', true);
    const refused = await desk.tryAct(ids, 'disclosureOfficer', told('persons', 'notNeeded'));
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('/texts/account');
  });
});

describe('what is public is handed over', () => {
  it('also while its next edition is drafted', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '范围有变' });
    const on = civilDateAt(world.database.context.now());
    await desk.act(ids, 'drafter', { type: 'handOver', place: 'archives', on }, { receipt: '县档案馆签收' });
    expect((await desk.read(ids)).body).toMatchObject({ status: 'draft', isPublic: true });
  });
});
