/** Test-only: the clean report on the platform, with registers that agree with it and work that is in order. */
import { FORMS } from '../src/annual-report/forms/registry.ts';
import type { FormVersion, TableId } from '../src/annual-report/ids.ts';
import type { AnnualReport } from '../src/annual-report/report.ts';
import type {
  CaseReference,
  CountedCells,
  RegisterFacts,
  ReportWork,
} from '../src/annual-report/rules/register-facts.ts';
import type { CheckContext } from '../src/annual-report/rules/rule.ts';
import { civilDate } from '../src/kernel/civil-date.ts';

/** What stands in one table, as a register would have counted it. */
export const countedAsPrinted = (
  report: AnnualReport,
  table: TableId,
  version: FormVersion = '2021',
): CountedCells =>
  Object.fromEntries(FORMS[version].tables[table].cells.map(({ id }) => [id, report.cells[id]?.value ?? 0]));

export const someCase = (number: number): CaseReference => ({
  id: `case-${number}`,
  registrationNumber: `2023-${number}`,
});

export function cleanRegister(report: AnnualReport, version: FormVersion = '2021'): RegisterFacts {
  return {
    tableThree: countedAsPrinted(report, 't3', version),
    tableFour: countedAsPrinted(report, 't4', version),
    normativeDocuments: { inForce: 9, made: 2 },
    publishedDecisions: { licensing: 28, penalties: 12, coercion: 0 },
    publishedFeesWan: 3.25,
    processingFees: { count: 0, amount: 0 },
    lacking: {
      reasonsAssessed: [],
      feeNotice: [],
      correctionNotice: [],
      thirdPartyConsultation: [],
      searchLog: [],
      riskAssessment: [],
    },
    directSuitsOnRefusals: [],
    coDefendantSuits: 0,
  };
}

/** Submitted and published in time, in one and the same version everywhere. */
export function cleanWork(report: AnnualReport): ReportWork {
  const year = (report.reportYear ?? 0) + 1;
  return {
    isSecrecyReviewed: true,
    returned: null,
    submittedOn: civilDate(year, 1, 21)!,
    publishedOn: civilDate(year, 1, 24)!,
    checkedHash: 'a1',
    outputs: ['网页', 'Word', 'PDF'].map((name) => ({ name, hash: 'a1' })),
    copies: [{ name: '县政府门户网站', hash: 'a1' }],
    isListedCentrally: true,
    publishedCells: report.cells,
    restatement: null,
  };
}

/** A context on the platform. */
export interface PlatformContext extends CheckContext {
  readonly register: RegisterFacts;
  readonly work: ReportWork;
}

export const onPlatform = (context: CheckContext, version: FormVersion = '2021'): PlatformContext => ({
  ...context,
  register: cleanRegister(context.report, version),
  work: cleanWork(context.report),
});
