import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantRefused } from '../../../test/catalog-samples.ts';
import { type DocumentDesk, plantPublished, usualDesk } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, plantDocument } from '../../../test/document-samples.ts';
import { remindDuties } from '../reminders/remind-duties.ts';
import { findTriggers } from './find-triggers.ts';

let world: World;
let desk: DocumentDesk;
beforeAll(async () => {
  world = await createWorld();
  desk = await usualDesk(world, world.township);
});
afterAll(() => world.close());

const contextNow = () => ({ ...world.database.context, services: world.services });

interface Review {
  readonly about: { readonly applicationId?: string; readonly documentId?: string };
  readonly dueOn: string;
  readonly reason: string;
  readonly triggers: readonly { readonly kind: string; readonly on: string; readonly words: string }[];
}

async function review(id: string, organ = world.township): Promise<Review | undefined> {
  const head = await world.signedIn(organ, 'disclosureOfficeHead');
  const { body } = await world.call(reevaluationRoutes.queue, { query: { stage: 'all', limit: 100 } }, head);
  const items = body['items'] as unknown as readonly Review[];
  return items.find(({ about }) => about.applicationId === id || about.documentId === id);
}

/** A case that was refused for a reason, of which the list shows these words. */
async function refusedFor(outcome: OutcomeId, summary: string) {
  const ids = await plantRefused(world, world.township, '2026-10-12');
  const folded = foldForSearch(summary);
  // It came in long ago, and so asks for nothing again.
  await world.database.owner
    .updateTable('application')
    .set({ entered_at: new Date('2026-09-14T01:00:00Z') })
    .where('application_id', '=', ids.applicationId)
    .execute();
  await world.database.server
    .updateTable('application')
    .set({
      last_outcome: outcome,
      result_outcome: outcome,
      summary,
      folded,
      bigrams: [...bigramNumbers(folded)],
    })
    .where('application_id', '=', ids.applicationId)
    .execute();
  return ids;
}

it('raises a review when the same is applied for again, once, and says by which application', async () => {
  const refused = await plantRefused(world, world.county, '2026-10-12');
  await findTriggers(contextNow());
  expect((await review(refused.applicationId, world.county))?.triggers).toEqual([]);
  const again = await plantCase(world, world.county);
  await plantCase(world, world.otherCounty);
  await findTriggers(contextNow());
  await findTriggers(contextNow());
  const { registration_number } = await world.database.server
    .selectFrom('application')
    .select('registration_number')
    .where('application_id', '=', again.applicationId)
    .executeTakeFirstOrThrow();
  expect(await review(refused.applicationId, world.county)).toMatchObject({
    dueOn: '2026-11-21',
    reason: '多次被申请公开',
    triggers: [{ kind: 'repeatedApplications', words: `申请 ${registration_number} 申请了相似的信息` }],
  });
});

it('raises a review of deliberative papers when their decision is public, and of no others', async () => {
  const words = '示范镇农田水利管护办法起草过程中的讨论记录';
  const papers = await refusedFor('refused.deliberativeProcess', words);
  const others = await refusedFor('refused.internalAffairs', words);
  await plantPublished(world, world.township, { title: '示范镇农田水利管护办法' });
  await findTriggers(contextNow());
  expect(await review(papers.applicationId)).toMatchObject({
    reason: '过程性信息所涉决策已经作出',
    triggers: [{ kind: 'decisionTaken', words: '已公开《示范镇农田水利管护办法》' }],
  });
  expect((await review(others.applicationId))?.triggers).toEqual([]);
});

it('raises a review of a withheld document whose rule was repealed, and tells the head', async () => {
  const ids = await plantDocument(world, world.township, {
    disclosureClass: 'withheld',
    classGround: 'internalAffairs',
    classReason: '依据示范镇政〔2019〕3号，会议纪要属于内部事务信息。',
  });
  await desk.act(ids, 'drafter', { type: 'submit' });
  await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
  const review1 = { ...CLEAN_REVIEW, conclusion: 'withhold' };
  await desk.act(ids, 'disclosureOfficer', review1, { basis: '属于内部事务信息。' });
  await desk.act(ids, 'disclosureOfficer', { type: 'passReview' });
  await desk.act(ids, 'leader', { type: 'approve', disclosureClass: 'withheld' });
  expect((await review(ids.documentId))?.triggers).toEqual([]);
  await plantPublished(world, world.township, {
    title: '关于废止部分文件的决定',
    relations: [
      {
        relation: 'repeals',
        documentId: null,
        documentNumber: '示范镇政〔2019〕3号',
        title: '会议纪要管理规定',
      },
    ],
  });
  await findTriggers(contextNow());
  expect(await review(ids.documentId)).toMatchObject({
    reason: '所依据的法律规定变化',
    triggers: [{ kind: 'lawChanged', words: '已公开《关于废止部分文件的决定》，修改、废止了依据的文件' }],
  });
  const at = new Date(Date.now() + 86_400_000);
  await remindDuties({ ...contextNow(), now: () => at });
  const told = await world.call(
    deskRoutes.notifications,
    { query: { limit: 100 } },
    desk.cookie('disclosureOfficeHead'),
  );
  expect(JSON.stringify(told.body)).toContain('项不予公开的信息须评估审查');
});

it('is stated by a person where the registers cannot know it, and ends with the review', async () => {
  const { regionId, applicationId } = await refusedFor('refused.stateSecret', '水库大坝安全鉴定');
  const head = await world.signedIn(world.township, 'disclosureOfficeHead');
  const state = async (kind: 'secrecyPeriodEnded' | 'consentGiven', on: string, words: string) =>
    await world.call(
      reevaluationRoutes.stateTrigger,
      { params: { regionId, kind: 'application', thingId: applicationId }, body: { kind, on, words } },
      head,
    );
  const early = await state('consentGiven', '2030-01-01', '第三方来函');
  expect([early.status, early.body['detail']]).toEqual([409, expect.stringContaining('不能晚于今天')]);
  expect((await state('secrecyPeriodEnded', '2027-01-04', '保密期限到2027年1月3日止')).status).toBe(200);
  expect(await review(applicationId)).toMatchObject({
    dueOn: '2027-01-04',
    reason: '保密期限届满',
    triggers: [{ on: '2027-01-04', words: '保密期限到2027年1月3日止' }],
  });
  const stored = await world.database.server.selectFrom('reevaluation_trigger').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain('保密期限到');
  world.setNow(new Date('2027-01-05T01:00:00Z'));
  const again = await world.signedIn(world.township, 'disclosureOfficeHead');
  await world.call(
    reevaluationRoutes.record,
    {
      params: { regionId, applicationId },
      body: { on: '2027-01-05', keeps: true, reason: '已延长保密期限', nextOn: null },
    },
    again,
  );
  expect(await review(applicationId)).toMatchObject({ dueOn: '2028-01-05' as CivilDate, triggers: [] });
});
