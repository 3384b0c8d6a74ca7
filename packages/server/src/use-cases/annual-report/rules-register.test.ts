/** The registers speak in the check of a report: what is planted there is found, and stops what it must. */
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantDispute, REVIEW, SUIT } from '../../../test/dispute-samples.ts';
import { quietDraft } from '../../../test/report-way.ts';
import { plantTownship, ruleDesk } from '../../../test/rule-desk.ts';
import { plantRecord } from '../../../test/statistics-samples.ts';

const YEAR = 2025;
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const day = (text: string) => text as CivilDate;

const KINDS = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
];

/** Zeros typed into rows of table three. */
const zeros = (...rows: readonly string[]) =>
  Object.fromEntries(rows.flatMap((row) => KINDS.map((kind) => [`${row}/${kind}`, '0'])));

/** A township, what is planted in its registers, and what its clerk writes. */
async function opened(plant: (organ: WorldOrgan) => Promise<unknown>, change: Partial<ReportDraft> = {}) {
  const organ = await plantTownship(world, world.county, `测试镇${Math.random().toString(36).slice(2, 8)}`);
  await plant(organ);
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const desk = ruleDesk(world, { ...organ, reportYear: YEAR }, clerk);
  const draft: ReportDraft = { ...EMPTY_DRAFT, ...quietDraft(YEAR), ...change };
  expect((await desk.save(draft)).status).toBe(200);
  await desk.act({ type: 'recordSecrecyReview' }, { basis: '没有涉密和敏感内容。' });
  return desk;
}

/** What the rule says, and whether the signature is refused for it. */
async function said(desk: Awaited<ReturnType<typeof opened>>, rule: string) {
  const found = (await desk.failing()).find((finding) => finding.rule === rule);
  const asked = await desk.act({ type: 'askSignature' });
  return {
    message: found?.message,
    severity: found?.severity,
    waiverBy: found?.waiverBy,
    isRefused: asked.status === 409 && String(asked.body['detail']).includes(rule),
  };
}

const ofReviewer = { severity: 'block', waiverBy: 'reviewer', isRefused: true };
const ofAuthor = { severity: 'warn', waiverBy: 'author', isRefused: true };

const received = async (organ: WorldOrgan) =>
  await plantCase(world, organ, { arrivedOn: day('2025-06-02'), receiptDate: day('2025-06-02') });

describe('figures beside the registers', () => {
  it('AR-SRC-01: an application that the typed table leaves out', async () => {
    const desk = await opened(received, {
      sources: { t2: 'counted', t3: 'typed', t4: 'counted' },
      typed: { ...quietDraft(YEAR).typed, ...zeros('t3.newlyReceived') },
    });
    expect(await said(desk, 'AR-SRC-01')).toEqual({
      ...ofReviewer,
      message: '表三 第一项 本年新收 自然人填报0，台账为1（查看案件）。',
    });
  });

  it('AR-SRC-02: a dispute that the typed table leaves out', async () => {
    const stage = { ...REVIEW, acceptedOn: day('2025-03-02'), decidedOn: day('2025-05-06') };
    const t4 = ['upheld', 'rectified', 'otherResult', 'pending'];
    const desk = await opened(async (organ) => await plantDispute(world, organ, { stages: [stage] }), {
      sources: { t2: 'counted', t3: 'counted', t4: 'typed' },
      typed: {
        ...quietDraft(YEAR).typed,
        ...Object.fromEntries(t4.map((column) => [`t4.reconsideration/${column}`, '0'])),
      },
    });
    expect(await said(desk, 'AR-SRC-02')).toMatchObject(ofReviewer);
  });

  it('AR-SRC-03: a document in force that the typed table leaves out', async () => {
    const desk = await opened(async (organ) => await plantRecord(world, organ), {
      sources: { t2: 'typed', t3: 'counted', t4: 'counted' },
      typed: {
        ...quietDraft(YEAR).typed,
        't2.normativeDocument/inForce': '0',
        't2.normativeDocument/made': '0',
      },
    });
    expect(await said(desk, 'AR-SRC-03')).toEqual({
      ...ofAuthor,
      message: '现行有效0件，平台在列1件（底数不清）。',
    });
  });

  it('AR-SRC-04, AR-SRC-05: what others publish, as somebody looked it up', async () => {
    const desk = await opened(async () => {}, {
      elsewhere: { penalties: '2', licensing: '3', feesWan: '1.5' },
    });
    expect(await said(desk, 'AR-SRC-04')).toEqual({
      ...ofAuthor,
      message: '表二 行政处罚1件少于公示平台2件。',
    });
    expect(await said(desk, 'AR-SRC-05')).toEqual({
      ...ofAuthor,
      message: '收费金额与财政公开数不一致：0万元 / 1.5万元。',
    });
  });

  it('AR-SRC-06: a payment on a case of which part six says that there was none', async () => {
    const desk = await opened(async (organ) => {
      const { regionId, applicationId } = await received(organ);
      await world.database.server
        .insertInto('application_event')
        .values({
          region_id: regionId,
          application_id: applicationId,
          sequence: 900,
          type: 'recordPayment',
          data: JSON.stringify({ amount: 11_000, on: '2025-07-01' }),
          sealed: null,
          recorded_at: world.database.context.now(),
          actor: 'applicant',
        })
        .execute();
    });
    expect(await said(desk, 'AR-SRC-06')).toEqual({
      ...ofReviewer,
      message: '第六部分信息处理费未收取，收费台账1件110元。',
    });
  });
});

describe('suits that are not, or should not be', () => {
  const suit = { ...SUIT, acceptedOn: day('2025-02-02') };

  it('AR-T4-01: one as co-defendant that the typed table counts', async () => {
    const role = 'reconsiderationOrganAsCoDefendant' as const;
    const columns = ['upheld', 'rectified', 'otherResult', 'pending'];
    const blocks = ['t4.reconsideration', 't4.litigationDirect', 't4.litigationAfterReconsideration'];
    const none = Object.fromEntries(
      blocks.flatMap((block) => columns.map((column) => [`${block}/${column}`, '0'])),
    );
    const desk = await opened(
      async (organ) =>
        await plantDispute(world, organ, { kind: 'litigationAfterReconsideration', role, stages: [suit] }),
      {
        sources: { t2: 'counted', t3: 'counted', t4: 'typed' },
        typed: {
          ...quietDraft(YEAR).typed,
          ...none,
          't4.litigationAfterReconsideration/pending': '1',
        },
      },
    );
    expect(await said(desk, 'AR-T4-01')).toMatchObject({ severity: 'warn', isRefused: true });
  });

  it('AR-LEG-01: a refusal taken to court directly', async () => {
    const desk = await opened(
      async (organ) =>
        await plantDispute(world, organ, { kind: 'litigationDirect', act: 'refusal', stages: [suit] }),
    );
    expect(await said(desk, 'AR-LEG-01')).toEqual({
      ...ofAuthor,
      message: '不予公开案件未经复议直接起诉1件，请核实。',
    });
  });
});
