import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { reportDesk } from '../../../test/report-desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('brings back what was written of the published report, and holds its cases as before', async () => {
  const { township, office } = world;
  const officer = await world.signedIn(township, 'disclosureOfficer');
  const supervisor = await world.signedIn(office, 'supervisor');
  const day = '2025-12-30' as CivilDate;
  const { regionId, applicationId } = await plantCase(world, township, { arrivedOn: day, receiptDate: day });
  const written: ReportDraft = {
    ...EMPTY_DRAFT,
    texts: { ...EMPTY_DRAFT.texts, s1: '公布时的文字。' },
    datedOn: '2026-01-20' as CivilDate,
  };
  await plantReport(world, township, 'submitted', { reportYear: 2025, draft: written });
  const desk = reportDesk(world, township, { reportYear: 2025, draft: written });
  const { frozenSha256: sha256 } = await desk.read(officer);
  const { server, context } = world.database;
  // Signed, received and published by others; whether it was right is not asked here.
  await server
    .updateTable('report_work')
    .set({ status: 'published', published: 1, counted: 1 })
    .where('organ_id', '=', township.organId)
    .where('report_year', '=', 2025)
    .execute();
  const { report_id } = await server
    .selectFrom('report_work')
    .select('report_id')
    .where('organ_id', '=', township.organId)
    .where('report_year', '=', 2025)
    .executeTakeFirstOrThrow();
  for (const [index, type] of ['accept', 'publish'].entries()) {
    await server
      .insertInto('report_event')
      .values({
        region_id: regionId,
        report_id,
        sequence: 3 + index,
        type: type as 'accept',
        data: JSON.stringify({ sha256 }),
        texts: '{}',
        recorded_at: context.now(),
        actor: await world.newPerson(township, ['disclosureOfficer']),
      })
      .execute();
  }
  expect((await desk.act(officer, 'restate', { reason: '数字有误。' })).status).toBe(200);
  const typed: ReportDraft = {
    ...written,
    texts: { ...written.texts, s1: '放弃了的文字。' },
    sources: { ...written.sources, t3: 'typed' },
  };
  expect((await desk.save(officer, typed)).status).toBe(200);
  expect((await desk.act(officer, 'discardRestatement')).status).toBe(200);

  const { status, draft } = await desk.read(supervisor);
  expect({ status, draft }).toEqual({ status: 'published', draft: written });
  const body = { act: { type: 'correctReceipt', on: '2026-01-05' }, texts: { reason: '邮戳看错了。' } };
  const moved = await world.call(
    applicationRoutes.act,
    { params: { regionId, applicationId }, body: body as never },
    officer,
    { 'if-match': '"1"' },
  );
  expect([moved.status, moved.body['code']]).toEqual([409, 'state-refuses']);
});
