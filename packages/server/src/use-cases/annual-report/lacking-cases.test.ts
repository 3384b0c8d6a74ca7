import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import { OUTCOMES, type OutcomeId } from '@zhaoshi/domain/application/outcome';
import { reportPeriod } from '@zhaoshi/domain/application/table-three';
import { replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantCaseFile } from '../../../test/application-file-samples.ts';
import { sheetFile, sheetRow } from '../../../test/application-transfer-samples.ts';
import { fileForm } from '../../../test/file-samples.ts';
import { letterId, openLetterDesk } from '../../../test/letter-desk.ts';
import { casesWithOutcomes } from '../../db/queries/application-figures.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { lackingCases } from './lacking-cases.ts';

let desk: Awaited<ReturnType<typeof openLetterDesk>>;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

/** Outcomes of an old register, with the rule that asks for a paper and the file that is one. */
const OLD: readonly (readonly [OutcomeId, string, CaseFileUse])[] = [
  ['notProcessed.excessive', 'AR-LEG-02', 'evidence'],
  ['otherHandling.feeUnpaid', 'AR-LEG-03', 'payment'],
  ['otherHandling.correctionLapsed', 'AR-LEG-04', 'correction'],
  ['refused.thirdPartyRights', 'AR-LEG-05', 'consultation'],
  ['unavailable.nonExistent', 'AR-LEG-07', 'search'],
  ['refused.stateSecret', 'AR-LEG-08', 'evidence'],
];

describe('an old register without its papers', () => {
  const numberOf = (index: number) => `旧2023-${index}`;

  async function importRegister(officer: string): Promise<void> {
    const { world } = desk;
    const rows = OLD.map(([outcome], index) =>
      sheetRow({
        registrationNumber: numberOf(index),
        outcome: OUTCOMES[outcome].title,
        resultOn: '2023-03-20',
      }),
    );
    const { body, type } = fileForm('旧登记簿.xlsx', await sheetFile(rows));
    const { regionId, organId } = world.township;
    const checked = await world.call(
      applicationTransferRoutes.checkImport,
      { params: { regionId, organId }, body } as never,
      officer,
      { 'content-type': type },
    );
    expect(checked.body).toMatchObject({ ready: OLD.length, failed: 0 });
    const params = { regionId, organId, importId: String(checked.body['importId']) };
    await world.call(applicationTransferRoutes.runImport, { params }, officer);
  }

  async function lacked(officer: string): Promise<readonly string[]> {
    const { world } = desk;
    const { regionId, organId } = world.township;
    const { body } = await world.call(
      annualReportRoutes.read,
      { params: { regionId, organId, reportYear: 2023 } },
      officer,
    );
    const findings = body['findings'] as unknown as readonly {
      readonly rule: string;
      readonly status: string;
      readonly note?: string;
    }[];
    return findings
      .filter(({ rule }) => OLD.some(([, asked]) => asked === rule))
      .map(({ rule, status, note }) => `${rule} ${status} ${note}`)
      .toSorted();
  }

  it('is told in the check of the report, case by case, until the papers are added', async () => {
    const { world } = desk;
    const officer = await world.signedIn(world.township, 'disclosureOfficer');
    await importRegister(officer);
    expect(await lacked(officer)).toEqual(
      OLD.map(([, rule], index) => `${rule} fail 涉及：${numberOf(index)}。`),
    );
    for (const [index, [, , use]] of OLD.entries()) {
      const { application_id: applicationId } = await world.database.server
        .selectFrom('application')
        .select('application_id')
        .where('registration_number', '=', numberOf(index))
        .executeTakeFirstOrThrow();
      await plantCaseFile(world, world.township, { applicationId }, { use });
    }
    expect(await lacked(officer)).toEqual([]);
  });
});

describe('cases led in the platform', () => {
  const RECORDED: readonly OutcomeId[] = [
    'notProcessed.excessive',
    'otherHandling.feeUnpaid',
    'otherHandling.correctionLapsed',
    'refused.thirdPartyRights',
    'unavailable.nonExistent',
    'unavailable.otherOrgan',
  ];

  /** Ends a case, and sends its reply out where there is one. */
  async function conclude(outcome: OutcomeId) {
    const planted = await desk.plant();
    const shown = await desk.endWith(planted, outcome);
    if (outcome.startsWith('otherHandling.')) return planted;
    const sent = { letterId: letterId(shown, replyLetterOf(outcome)), way: 'direct' };
    const evidence = { evidence: '申请人签收' };
    await desk.act(planted, 'drafter', { type: 'deliverReply', on: '2026-11-16', ...sent }, evidence);
    return planted;
  }

  it('hold their records, and lack only the paper that nobody has put in', async () => {
    const { world } = desk;
    const county = await findOrgan(world.database.server, world.county);
    if (county === undefined) throw new Error('no such organ');
    const nothing = {
      reasonsAssessed: [],
      feeNotice: [],
      correctionNotice: [],
      thirdPartyConsultation: [],
      searchLog: [],
      riskAssessment: [],
    };
    for (const outcome of RECORDED) await conclude(outcome);
    const scope = { path: county.path, below: false, period: reportPeriod(2026) };
    expect(await casesWithOutcomes(world.database.server, scope, RECORDED)).toHaveLength(RECORDED.length);
    expect(await lackingCases(world.database.server, [county], 2026)).toEqual(nothing);

    const risky = await conclude('refused.securityAndStability');
    const { applicationId: id, registrationNumber } = risky;
    expect(await lackingCases(world.database.server, [county], 2026)).toEqual({
      ...nothing,
      riskAssessment: [{ id, registrationNumber }],
    });
    expect(await lackingCases(world.database.server, [county], 2025)).toEqual(nothing);
    await plantCaseFile(world, world.county, risky, { use: 'evidence' });
    expect(await lackingCases(world.database.server, [county], 2026)).toEqual(nothing);
  });
});
