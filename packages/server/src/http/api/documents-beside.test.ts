import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { type DocumentBody, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent, RelatedDocument } from '@zhaoshi/domain/disclosure/document-content';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantPublished, usualDesk } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument, sent } from '../../../test/document-samples.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const bodyOf = (...lines: readonly string[]): DocumentBody => ({
  type: 'doc',
  content: lines.map((line) => paragraphOf(line)),
});

const LINES = [
  '一、自2026年12月1日起，全镇高龄津贴由户籍所在地的村委会每月5日以前统一申报。',
  '二、申报材料由便民服务中心核对，核对结果在公示栏张贴七日，接受群众监督。',
] as const;

const LONG = bodyOf(...LINES);
/** The same words, set otherwise. */
const RESET = bodyOf(`${LINES[0]}　`, '', LINES[1].replace('，', '， '));

const relation = (
  kind: RelatedDocument['relation'],
  { documentId }: PlantedDocument,
): Pick<DocumentContent, 'relations'> => ({
  relations: [{ relation: kind, documentId, documentNumber: '', title: '另一份文件' }],
});

async function read(ids: PlantedDocument) {
  const { body } = await (await usualDesk(world, world.township)).read(ids);
  return body;
}

describe('the same text published twice (publication.md §9, check 10)', () => {
  it('is told while it is drafted and reviewed, with the earlier document, and hinders nothing', async () => {
    const { ids: earlier, desk } = await plantPublished(world, world.township, { body: LONG });
    const again = await plantDocument(world, world.township, { title: '另一个标题', body: RESET });
    const same = [{ documentId: earlier.documentId, title: '示范镇关于开展2026年冬季农田水利检修的公告' }];
    expect(await read(again)).toMatchObject({ sameTexts: same, lacks: [] });
    await desk.act(again, 'drafter', { type: 'submit' });
    expect(await read(again)).toMatchObject({ status: 'inUnitReview', sameTexts: same });
    expect(await read(earlier)).toMatchObject({ sameTexts: [] });
    await desk.act(
      earlier,
      'leader',
      { type: 'withdraw', kind: 'error', hidesExistence: false },
      { notice: '撤回。' },
    );
    expect(await read(again)).toMatchObject({ sameTexts: [] });
  });

  it('is not told of another text, of a few words, of what another organ published, nor of what is named', async () => {
    const body = bodyOf(...LINES, '三、本通知自印发之日起施行。');
    const { ids: earlier } = await plantPublished(world, world.township, { body });
    await plantPublished(world, world.township, { body: bodyOf('见附件。') });
    const about = async (given: Partial<DocumentContent>, organ = world.township) => {
      const ids = await plantDocument(world, organ, given);
      return (await (await usualDesk(world, organ)).read(ids)).body['sameTexts'];
    };
    expect(await about({ body })).toHaveLength(1);
    expect(await about({ body: bodyOf(...LINES, '三、本通知自公布之日起施行。') })).toEqual([]);
    expect(await about({ body: bodyOf('见附件。') })).toEqual([]);
    expect(await about({ body }, world.county)).toEqual([]);
    expect(await about({ body, ...relation('replaces', earlier) })).toEqual([]);
  });
});

describe('the interpretation of a policy (publication.md §7)', () => {
  const POLICY: Partial<DocumentContent> = {
    kind: 'normativeDocument',
    documentNumber: '示镇规〔2026〕9号',
    issuingOrgan: '示范镇人民政府',
  };

  it('is told as owed before the policy is public, and named as soon as one is drafted', async () => {
    const policy = await plantDocument(world, world.township, POLICY);
    const desk = await usualDesk(world, world.township);
    await desk.act(policy, 'drafter', { type: 'submit' });
    expect(await read(policy)).toMatchObject({
      interpretation: { words: expect.stringContaining('同步组织、同步审签、同步部署'), linked: [] },
    });
    const made = await world.call(
      documentRoutes.create,
      {
        params: { regionId: world.township.regionId, organId: world.township.organId },
        body: {
          content: sent({ kind: 'interpretation', title: '政策解读', ...relation('interprets', policy) }),
        },
      },
      desk.cookie('drafter'),
    );
    const interpreting = made.body as unknown as PlantedDocument;
    expect(await read(policy)).toMatchObject({
      interpretation: {
        linked: [
          { documentId: interpreting.documentId, title: '政策解读', status: 'draft', isPublic: false },
        ],
      },
    });
    await desk.sign(interpreting);
    const early = await desk.tryAct(interpreting, 'publisher', { type: 'publish' });
    expect(early.status, 'its title would tell of a policy that nobody may know of yet').toBe(409);
    await desk.act(policy, 'unitHead', { type: 'agreeInUnit' });
    await desk.act(policy, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查。' });
    await desk.act(policy, 'disclosureOfficer', { type: 'passReview' });
    await desk.act(policy, 'leader', { type: 'approve', disclosureClass: 'proactive' });
    // By the database's clock too it is still to come.
    const minute = new Date(
      Math.max(world.database.context.now().getTime(), Date.now()) + HOUR_MS,
    ).toISOString();
    await desk.act(policy, 'publisher', { type: 'schedule', minute });
    const { body } = await world.call(
      documentRoutes.read,
      { params: { ...interpreting } },
      desk.cookie('publisher'),
    );
    const acts = body['acts'] as unknown as readonly {
      readonly type: string;
      readonly refusals: readonly object[];
    }[];
    expect(acts.find(({ type }) => type === 'schedule')?.refusals, 'at the minute of the policy').toEqual([]);
    expect(acts.find(({ type }) => type === 'publish')?.refusals).toHaveLength(1);
    await desk.act(policy, 'publisher', { type: 'cancelSchedule' }, { reason: '提前公开' });
    await desk.act(policy, 'publisher', { type: 'publish' });
    await desk.act(interpreting, 'publisher', { type: 'publish' });
    expect(await read(policy)).toMatchObject({ interpretation: { linked: [{ isPublic: true }] } });
  });

  it('is no matter of other documents', async () => {
    expect(await read(await plantDocument(world, world.township))).toMatchObject({ interpretation: null });
  });
});
