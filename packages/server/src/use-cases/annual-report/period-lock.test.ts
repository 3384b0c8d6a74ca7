import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { sheetFile, sheetRow } from '../../../test/application-transfer-samples.ts';
import { plantDispute, SUIT, sentStage } from '../../../test/dispute-samples.ts';
import { fileForm } from '../../../test/file-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const day = (text: string) => text as CivilDate;
const seen = { 'if-match': '"1"' };

/** The figure that was frozen, and what the register says now. */
async function newlyReceived(reportYear: number) {
  const { regionId, organId } = world.township;
  const { body } = await world.call(
    annualReportRoutes.read,
    { params: { regionId, organId, reportYear } },
    officer,
  );
  const cell = 't3.newlyReceived/total';
  const cells = body['cells'] as unknown as Readonly<Record<string, { readonly value: number }>>;
  const counted = body['counted'] as unknown as Readonly<Record<string, number>>;
  return { frozen: cells[cell]?.value, now: counted[cell] };
}

async function correctReceipt(
  ids: { readonly regionId: string; readonly applicationId: string },
  on: string,
) {
  const { regionId, applicationId } = ids;
  const body = { act: { type: 'correctReceipt', on }, texts: { reason: '邮戳看错了。' } };
  const request = { params: { regionId, applicationId }, body: body as never };
  return await world.call(applicationRoutes.act, request, officer, seen);
}

/** What the preview says against it. */
async function foreseeReceipt(
  { regionId, applicationId }: { readonly regionId: string; readonly applicationId: string },
  on: string,
): Promise<readonly string[]> {
  const body = { act: { type: 'correctReceipt', on }, texts: {} } as never;
  const request = { params: { regionId, applicationId }, body };
  const { body: answer } = await world.call(applicationRoutes.preview, request, officer);
  return (answer['refusals'] as unknown as readonly { readonly message: string }[]).map(
    ({ message }) => message,
  );
}

async function correctKind(
  ids: { readonly regionId: string; readonly applicationId: string },
  applicantKind: string,
  version = 1,
) {
  const { regionId, applicationId } = ids;
  const body = {
    act: { type: 'correctApplicantKind', on: '2026-11-20', applicantKind },
    texts: { reason: '申请表写的是公司。' },
  };
  const request = { params: { regionId, applicationId }, body: body as never };
  return await world.call(applicationRoutes.act, request, officer, { 'if-match': `"${version}"` });
}

it('moves exactly the cells of a case whose applicant was entered as of the wrong kind, until they are frozen', async () => {
  const { township } = world;
  const { regionId, organId } = township;
  const received = { arrivedOn: day('2024-12-30'), receiptDate: day('2024-12-30') };
  const one = await plantCase(world, township, received);
  const countedNow = async (): Promise<Readonly<Record<string, number>>> => {
    const params = { regionId, organId, reportYear: 2024 };
    const { body } = await world.call(annualReportRoutes.read, { params }, officer);
    return body['counted'] as unknown as Readonly<Record<string, number>>;
  };
  const before = await countedNow();
  const same = await correctKind(one, 'naturalPerson');
  expect([same.status, JSON.stringify(same.body['errors'])]).toEqual([422, expect.stringContaining('相同')]);
  expect((await correctKind(one, 'commercialEnterprise')).status).toBe(200);
  const after = await countedNow();
  const moved = Object.keys(before).filter((cell) => before[cell] !== after[cell]);
  expect(moved.toSorted()).toEqual([
    't3.carriedForward/commercialEnterprise',
    't3.carriedForward/naturalPerson',
    't3.newlyReceived/commercialEnterprise',
    't3.newlyReceived/naturalPerson',
  ]);
  const { body } = await world.call(
    applicationRoutes.read,
    { params: { regionId, applicationId: one.applicationId } },
    officer,
  );
  expect(body).toMatchObject({ form: { applicant: { kind: 'commercialEnterprise' } } });

  await plantReport(world, township, 'submitted', { reportYear: 2024 });
  const late = await correctKind(one, 'naturalPerson', 2);
  expect([late.status, String(late.body['detail'])]).toEqual([
    409,
    expect.stringContaining('2024年度年度报告已报送'),
  ]);
  expect(await countedNow()).toEqual(after);
});

it('keeps the cases of a submitted year where they were counted, and lets in what comes only now', async () => {
  const { township } = world;
  const received = { arrivedOn: day('2025-12-30'), receiptDate: day('2025-12-30') };
  const counted = await plantCase(world, township, received);
  await plantReport(world, township, 'submitted', { reportYear: 2025 });

  const foretold = await foreseeReceipt(counted, '2026-01-05');
  expect(foretold).toEqual([expect.stringContaining('2025年度年度报告已报送')]);
  expect(await foreseeReceipt(counted, '2025-12-29')).toEqual([]);

  const moved = await correctReceipt(counted, '2026-01-05');
  expect([moved.status, moved.body['code']]).toEqual([409, 'state-refuses']);
  expect(String(moved.body['detail'])).toContain('2025年度年度报告已报送');
  expect(String(moved.body['detail'])).toContain('请先由主管部门退回更正');
  expect((await correctReceipt(counted, '2025-12-29')).status).toBe(200);
  expect(await newlyReceived(2025)).toEqual({ frozen: 1, now: 1 });

  // 条例31: what arrived must be registered, however late.
  await plantCase(world, township, received);
  expect(await newlyReceived(2025)).toEqual({ frozen: 1, now: 2 });
});

it('does not let a case that a frozen report counts once be split into several', async () => {
  const received = { arrivedOn: day('2025-12-29'), receiptDate: day('2025-12-29') };
  const { regionId, applicationId } = await plantCase(world, world.township, received);
  const before = await newlyReceived(2025);
  const body = { remaining: '2024年支农资金的拨付文件', matters: ['2024年支农资金的验收文件'] };
  const request = { params: { regionId, applicationId }, body };
  const split = await world.call(applicationRelationRoutes.split, request, officer, seen);
  expect([split.status, String(split.body['detail'])]).toEqual([
    409,
    expect.stringContaining('2025年度年度报告已报送'),
  ]);
  expect(await newlyReceived(2025)).toEqual(before);
});

it('refuses rows of an old register that belong to a frozen year, and takes the others', async () => {
  const rows = [
    sheetRow({
      receiptDate: '2025-03-03',
      outcome: '予以公开，提供信息',
      resultOn: '2025-03-20',
      documentNumber: '示〔2025〕1号',
    }),
    sheetRow({
      receiptDate: '2023-03-03',
      outcome: '予以公开，提供信息',
      resultOn: '2023-03-20',
      documentNumber: '示〔2023〕1号',
    }),
  ];
  const { body, type } = fileForm('旧登记簿.xlsx', await sheetFile(rows));
  const { regionId, organId } = world.township;
  const checked = await world.call(
    applicationTransferRoutes.checkImport,
    { params: { regionId, organId }, body } as never,
    officer,
    { 'content-type': type },
  );
  expect(checked.body).toMatchObject({ ready: 1, failed: 1 });
  expect(JSON.stringify(checked.body['failures'])).toContain('2025年度年度报告已报送');
});

it('keeps the disputes of a frozen year where they were counted', async () => {
  const pending = { ...SUIT, acceptedOn: day('2025-06-02') };
  const ids = await plantDispute(world, world.township, { kind: 'litigationDirect', stages: [pending] });
  const judged = (on: string) => ({
    ...sentStage(),
    kind: 'firstInstance' as const,
    procedure: null,
    acceptedOn: '2025-06-02',
    servedOn: null,
    decidedOn: on,
    effectiveOn: on,
    result: 'litigation.setAside' as const,
    reason: '',
  });
  const edit = async (on: string) =>
    await world.call(
      disputeRoutes.editStage,
      { params: { ...ids, sequence: 1 }, body: judged(on) as never },
      officer,
      seen,
    );
  const moved = await edit('2025-12-20');
  expect([moved.status, moved.body['code']]).toEqual([409, 'state-refuses']);
  expect(String(moved.body['detail'])).toContain('2025年度年度报告已报送');
  expect((await edit('2026-01-20')).status).toBe(200);
});
