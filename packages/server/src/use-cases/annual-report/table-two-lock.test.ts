import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantDocument } from '../../../test/document-samples.ts';
import { plantFigure, plantRecord, sentRecord } from '../../../test/statistics-samples.ts';
import { findDocument } from '../../db/queries/documents.ts';
import { refuseLockedEdition } from './table-two-lock.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const day = (text: string) => text as CivilDate;
const seen = { 'if-match': '"1"' };

describe('documents of a year whose report is frozen', () => {
  const edit = async (ids: { readonly regionId: string; readonly recordId: string }, change: object) =>
    await world.call(
      statisticsNormativeRoutes.edit,
      { params: ids, body: { ...sentRecord(), ...change } as never },
      officer,
      seen,
    );

  it('stay where they were counted; what comes in only now is let in', async () => {
    const { township } = world;
    const known = await plantRecord(world, township, { documentNumber: '示政规〔2015〕7号' });
    await plantReport(world, township, 'submitted', { reportYear: 2023, draft: EMPTY_DRAFT });

    const end = { kind: 'repealed', on: '2022-06-01', ground: '示政发〔2022〕3号' };
    const ended = await edit(known, { end });
    expect([ended.status, ended.body['code']]).toEqual([409, 'state-refuses']);
    expect(String(ended.body['detail'])).toContain('2023年度年度报告已报送');
    expect(String(ended.body['detail'])).toContain('现行有效件数');
    const removed = await world.call(
      statisticsNormativeRoutes.remove,
      { params: known, body: { reason: '重复登记' } },
      officer,
      seen,
    );
    expect(removed.status).toBe(409);
    const added = await world.call(
      statisticsNormativeRoutes.register,
      {
        params: { regionId: township.regionId, organId: township.organId },
        body: { ...sentRecord(), dateOfDocument: '2016-04-01' },
      },
      officer,
    );
    expect(added.status).toBe(200);
    // Its end after the year is nothing to the frozen report.
    expect((await edit(known, { end: { ...end, on: '2024-06-01' } })).status).toBe(200);
  });

  it('are not ended by what is published later as of a day of that year', async () => {
    const { township, database } = world;
    const { regionId, documentId } = await plantDocument(world, township);
    const row = await findDocument(database.server, { regionId, documentId });
    if (row === undefined) throw new Error('no such document');
    await plantRecord(world, township, { documentNumber: '示政规〔2015〕8号' });
    const repealing = (effectiveOn: string) => ({
      ...EMPTY_CONTENT,
      kind: 'policyDocument' as const,
      dateOfDocument: day(effectiveOn),
      relations: [
        {
          relation: 'repeals' as const,
          documentId: null,
          documentNumber: '示政规〔2015〕8号',
          title: '旧办法',
        },
      ],
    });
    const refused = async (effectiveOn: string) =>
      await database.server
        .transaction()
        .execute(async (transaction) => await refuseLockedEdition(transaction, row, repealing(effectiveOn)));
    expect(await refused('2023-03-01')).toContain('2023年度年度报告已报送');
    expect(await refused('2024-03-01')).toBeNull();
  });
});

it('figures signed off for a frozen year are corrected by a restatement only', async () => {
  const { county } = world;
  const leader = await world.newPerson(county, ['leader']);
  await plantFigure(world, county, {
    kind: 'penalties',
    figure: 4,
    signedBy: await world.newPerson(county, ['leader']),
  });
  world.setNow(new Date('2027-01-10T02:00:00Z'));
  const cookie = await world.sessionOf(leader);
  await plantReport(world, world.office, 'submitted', { reportYear: 2026, draft: EMPTY_DRAFT });
  const late = await plantFigure(world, county, { kind: 'penalties', figure: 3 });
  const first = await plantFigure(world, county, { kind: 'licensing', figure: 3 });
  const sign = async (entryId: string) =>
    await world.call(
      statisticsRoutes.signOff,
      {
        params: { regionId: county.regionId, organId: county.organId },
        body: { year: 2026, figures: [{ entryId, version: 1 }] },
      },
      cookie,
    );
  const refused = await sign(late.entryId);
  expect([refused.status, refused.body['code']]).toEqual([409, 'state-refuses']);
  expect(String(refused.body['detail'])).toContain('2026年度年度报告已报送');
  // Nothing was signed off of that kind, so that the report did not count it.
  expect((await sign(first.entryId)).status).toBe(200);
});
