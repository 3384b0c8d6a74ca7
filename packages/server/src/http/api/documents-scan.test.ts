import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, documentDesk } from '../../../test/document-desk.ts';
import { type PlantedDocument, plantDocument, sent } from '../../../test/document-samples.ts';

/** Made up: no such number was ever given out. */
const ID_NUMBER = '11010519491231002X';

const BODY = {
  type: 'doc',
  content: [paragraphOf('名单如下。'), paragraphOf(`张某，身份证号${ID_NUMBER}。`)],
} as const;

type Finding = RouteOutput<typeof documentRoutes.scan>['findings'][number];

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});

afterAll(async () => {
  await world.close();
});

async function scan(
  { regionId, documentId }: PlantedDocument,
  cookie: string,
  body: { readonly content?: ReturnType<typeof sent> } = {},
): Promise<readonly Finding[]> {
  const answer = await world.call(documentRoutes.scan, { params: { regionId, documentId }, body }, cookie);
  expect(answer.status).toBe(200);
  return answer.body['findings'] as unknown as readonly Finding[];
}

describe('the scan of a document', () => {
  it('tells the place, the mask and who may let it stand, before anything is saved', async () => {
    const ids = await plantDocument(world, world.township);
    expect(await scan(ids, desk.cookie('drafter'))).toEqual([]);
    const [found] = await scan(ids, desk.cookie('drafter'), { content: sent({ body: BODY }) });
    expect(found).toMatchObject({
      kind: 'idNumber',
      title: '身份证号',
      severity: 'blocks',
      place: '第2段',
      at: { path: [1] },
      start: 7,
      end: 25,
      text: ID_NUMBER,
      justifiedBy: ['leader'],
      isJustified: false,
    });
    expect(found?.mask).not.toContain('19491231');
    expect(await scan(ids, desk.cookie('drafter'))).toEqual([]);
  });

  it('masks as the organ chose', async () => {
    const ids = await plantDocument(world, world.township, {
      body: { type: 'doc', content: [paragraphOf('张小明（女，9岁），账号6222021234567890128。')] },
    });
    const masks = async () => (await scan(ids, desk.cookie('drafter'))).map(({ mask }) => mask);
    expect(await masks()).toEqual(['张某某', '****']);
    const { regionId: region_id, organId: organ_id } = world.township;
    const chosen = { 'publication.maskedMinorNames': '全部遮盖', 'publication.maskedAccounts': '留后四位' };
    await world.database.server
      .insertInto('setting')
      .values(
        Object.entries(chosen).map(([key, value]) => ({
          region_id,
          organ_id,
          key,
          value: JSON.stringify(value),
          changed_at: new Date(),
        })),
      )
      .execute();
    expect(await masks()).toEqual(['***', '****0128']);
  });

  it('quotes nothing to somebody who only reads', async () => {
    const ids = await plantDocument(world, world.township, { body: BODY });
    const [found] = await scan(ids, await world.signedIn(world.office, 'assessor' satisfies Role));
    expect(found).toMatchObject({ kind: 'idNumber', place: '第2段', text: null, mask: null });
    expect(JSON.stringify(found)).not.toContain(ID_NUMBER);
  });
});
