import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { reportDesk } from '../../../test/report-desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Half of a pair and what is no character, as they come in with pasted text. */
const UNKEPT = '收到\u0001申请\ud83d\ufffe件';
const hostile: ReportDraft = {
  ...EMPTY_DRAFT,
  texts: {
    preamble: UNKEPT,
    s1: `{constructor}{__proto__.x}{toString}${'{'.repeat(20_000)}`,
    s5: '<script>alert(1)</script>',
    s6: '',
  },
  typed: { 't2.licensing/decisions': UNKEPT, 't2.nothing/here': '1', 't4.x/y': '3' },
  footnotes: { 't2.licensing/decisions': `<img src=x onerror=alert(1)>${UNKEPT}` },
};

it('keeps a draft whatever was pasted into it', async () => {
  const { township } = world;
  const officer = await world.signedIn(township, 'disclosureOfficer');
  const desk = reportDesk(world, township, { reportYear: 2024, draft: hostile });
  const checked = await world.call(
    annualReportRoutes.check,
    { params: desk.params, body: { draft: hostile } },
    officer,
  );
  expect(checked.status).toBe(200);
  expect((checked.body['unknownFields'] as unknown as readonly string[]).toSorted()).toEqual([
    'constructor',
    'toString',
  ]);
  expect((await desk.save(officer)).status).toBe(200);
  const { draft, cells } = await desk.read(officer);
  expect(draft.texts.preamble).toMatch(/^收到.?申请\ufffd.?件$/u);
  expect(draft.texts.s5).toBe(hostile.texts.s5);
  expect(cells['t2.licensing/decisions']?.value).toBeNull();
});

it('takes words for an act, a reason and a mark whatever was pasted into them', async () => {
  const { township, office } = world;
  const officer = await world.signedIn(township, 'disclosureOfficer');
  const supervisor = await world.signedIn(office, 'supervisor');
  const drafting = await plantReport(world, township, 'drafting', { reportYear: 2023 });
  const desk = reportDesk(world, township, { reportYear: 2023, draft: EMPTY_DRAFT });
  expect((await desk.act(officer, 'recordSecrecyReview', { basis: UNKEPT })).status).toBe(200);
  const params = { ...drafting.key, findingId: drafting.waivable };
  const waived = await world.call(annualReportRoutes.waive, { params, body: { reason: UNKEPT } }, officer);
  expect(waived.status).toBe(200);

  await plantReport(world, township, 'submitted', { reportYear: 2022 });
  const sent = reportDesk(world, township, { reportYear: 2022, draft: EMPTY_DRAFT });
  const marks = { type: 'returnForMending', cells: ['t2.nothing/here'], passages: [UNKEPT] };
  expect((await sent.receive(supervisor, marks, { reason: UNKEPT })).status).toBe(200);
  expect((await sent.read(supervisor)).status).toBe('returned');
});
