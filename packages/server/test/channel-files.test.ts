import { gazetteRoutes } from '@zhaoshi/contract/routes/gazettes';
import { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { plantNormative, plantPromotable, TODAY } from './channel-samples.ts';
import { testServices } from './test-api.ts';

const MEBIBYTE = 1024 * 1024;

let world: World;
let officer: string;
let uploadBytes = MEBIBYTE;
let verdict: 'clean' | 'unavailable' | 'infected' = 'clean';

beforeAll(async () => {
  const files = {
    ...testServices().files,
    get uploadBytes() {
      return uploadBytes;
    },
    scan: () =>
      Promise.resolve(
        verdict === 'infected'
          ? { verdict, signature: 'Eicar' }
          : verdict === 'unavailable'
            ? { verdict, reason: 'test' }
            : { verdict },
      ),
  };
  world = await createWorld({ files });
  officer = await world.signedIn(world.county, 'disclosureOfficer');
});
afterAll(() => world.close());
beforeEach(() => {
  uploadBytes = MEBIBYTE;
  verdict = 'clean';
});

const params = () => ({ regionId: world.county.regionId, organId: world.county.organId });
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

/** A released file of a case becomes the attachment of a draft, while `happen` is so. */
async function promote(happen: () => void) {
  const { applicationId } = await plantPromotable(world, world.county);
  const { body } = await world.call(promotionRoutes.list, { params: params() }, officer);
  const items = body['items'] as unknown as readonly { applicationId: string; files: { fileId: string }[] }[];
  const fileId = items.find((item) => item.applicationId === applicationId)?.files[0]?.fileId ?? '';
  happen();
  const files = [{ applicationId, fileId, name: '分配方案' }];
  const request = { params: params(), body: { title: '分配方案', applicationIds: [applicationId], files } };
  return await world.call(promotionRoutes.create, request, officer, key());
}

async function makeGazette(happen: () => void) {
  const { ids } = await plantNormative(world, world.county);
  happen();
  const issue = { year: 2026, number: 7, total: null, datedOn: TODAY, documentIds: [ids.documentId] };
  return await world.call(gazetteRoutes.make, { params: params(), body: issue }, officer, key());
}

/** What a person has to do about it differs: wait, make it smaller, or have it looked at. */
describe.each([
  ['a released file that is promoted', promote],
  ['an issue of the gazette', makeGazette],
])('%s', (_name, make) => {
  it.each([
    ['whose scanner does not answer', () => (verdict = 'unavailable'), 503, 'unavailable', '稍后'],
    ['that is infected', () => (verdict = 'infected'), 422, 'invalid', '病毒'],
    ['that is larger than files may be', () => (uploadBytes = 100), 413, 'too-large', '没有接收'],
  ])('%s is refused for what it is', async (_case, happen, status, code, words) => {
    const refused = await make(() => void happen());
    expect([refused.status, refused.body['code']]).toEqual([status, code]);
    expect(refused.body['detail']).toContain(words);
  });
});
