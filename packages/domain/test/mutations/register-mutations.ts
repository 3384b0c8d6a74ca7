/** Test-only: one row for every rule that reads the registers or the work on the platform. */
import type { CellId } from '../../src/annual-report/ids.ts';
import type { Evidence, RegisterFacts, ReportWork } from '../../src/annual-report/rules/register-facts.ts';
import type { CheckContext } from '../../src/annual-report/rules/rule.ts';
import { addTo, cleanReport, earlierReport, withText } from '../build-report.ts';
import { day } from '../case-lives.ts';
import { onPlatform, someCase } from '../register-context.ts';
import type { Mutation } from './mutation.ts';

function ofRegister(
  rule: string,
  what: string,
  change: (facts: RegisterFacts) => Partial<RegisterFacts>,
): Mutation {
  return {
    rule,
    what,
    mutate: (clean) => {
      const context = onPlatform(clean);
      return { ...context, register: { ...context.register, ...change(context.register) } };
    },
  };
}

function ofWork(
  rule: string,
  what: string,
  change: (work: ReportWork, context: CheckContext) => Partial<ReportWork>,
): Mutation {
  return {
    rule,
    what,
    mutate: (clean) => {
      const context = onPlatform(clean);
      return { ...context, work: { ...context.work, ...change(context.work, context) } };
    },
  };
}

const lacking = (rule: string, what: string, evidence: Evidence): Mutation =>
  ofRegister(rule, what, (facts) => ({ lacking: { ...facts.lacking, [evidence]: [someCase(1)] } }));

const oneMore = (table: 'tableThree' | 'tableFour', cell: CellId) => (facts: RegisterFacts) => ({
  [table]: { ...facts[table], [cell]: (facts[table]?.[cell] ?? 0) + 1 },
});

export const REGISTER_MUTATIONS: readonly Mutation[] = [
  ofRegister('AR-SRC-01', 'a case more in the register', oneMore('tableThree', 't3.granted/naturalPerson')),
  ofRegister(
    'AR-SRC-02',
    'a dispute more in the register',
    oneMore('tableFour', 't4.reconsideration/upheld'),
  ),
  ofRegister('AR-SRC-03', 'a document more in force', () => ({
    normativeDocuments: { inForce: 10, made: 2 },
  })),
  ofRegister('AR-SRC-03', 'a document less made', () => ({ normativeDocuments: { inForce: 9, made: 1 } })),
  ofRegister('AR-SRC-04', 'more published than decided', () => ({ publishedDecisions: { penalties: 13 } })),
  ofRegister('AR-SRC-05', 'other fees published', () => ({ publishedFeesWan: 3.250001 })),
  ofRegister('AR-SRC-06', 'a fee in the register', () => ({ processingFees: { count: 1, amount: 100_00 } })),
  {
    rule: 'AR-SRC-06',
    what: 'another amount in part six',
    mutate: (clean) => {
      const report = withText(clean.report, 's6', ['本年度收取信息处理费1件，共100元。']);
      const context = onPlatform({ ...clean, report });
      return { ...context, register: { ...context.register, processingFees: { count: 1, amount: 110_00 } } };
    },
  },
  {
    rule: 'AR-NAR-06',
    what: 'a fee in the register and not a word of it',
    mutate: (clean) => {
      const context = onPlatform({ ...clean, report: withText(clean.report, 's6', ['无。']) });
      return { ...context, register: { ...context.register, processingFees: { count: 1, amount: 100_00 } } };
    },
  },
  {
    rule: 'AR-LEG-01',
    what: 'a refusal of 2024 taken to court directly',
    mutate: ({ settings }) => {
      const context = onPlatform({
        report: cleanReport('2021', 2024),
        settings,
        previous: earlierReport('2021', 2023),
        asOf: day('2025-01-25'),
      });
      return { ...context, register: { ...context.register, directSuitsOnRefusals: [someCase(1)] } };
    },
  },
  lacking('AR-LEG-02', 'no reasons asked', 'reasonsAssessed'),
  lacking('AR-LEG-03', 'no fee notice', 'feeNotice'),
  lacking('AR-LEG-04', 'no notice of correction', 'correctionNotice'),
  lacking('AR-LEG-05', 'no third party asked', 'thirdPartyConsultation'),
  lacking('AR-LEG-07', 'no search', 'searchLog'),
  lacking('AR-LEG-08', 'no assessment of the risk', 'riskAssessment'),
  ofRegister('AR-T4-01', 'a suit as co-defendant where table four is not counted', () => ({
    tableFour: {},
    coDefendantSuits: 1,
  })),
  {
    rule: 'AR-T4-01',
    what: 'a suit as co-defendant typed beside those of the register',
    mutate: (clean) => {
      const total: CellId = 't4.litigationDirect/total';
      const result: CellId = 't4.litigationDirect/otherResult';
      const context = onPlatform(clean);
      const { tableFour = {} } = context.register;
      const counted = { ...tableFour, [total]: 0, [result]: 0 };
      return { ...context, register: { ...context.register, tableFour: counted, coDefendantSuits: 1 } };
    },
    alsoFails: ['AR-SRC-02'],
  },
  ofWork('AR-AGG-02', 'a member that is not accepted yet', () => ({
    members: [
      { unit: '柳林镇', state: 'accepted' },
      { unit: '清河镇', state: 'submitted' },
    ],
  })),
  ofWork('AR-DUP-03', 'a cell named on return stands as it stood', (_, { report }) => {
    const id: CellId = 't2.licensing/decisions';
    return { returned: { cells: { [id]: report.cells[id]! }, passages: [] } };
  }),
  ofWork('AR-DUP-03', 'a passage named on return stands as it stood', (_, { report }) => ({
    returned: { cells: {}, passages: [{ section: 's5', text: report.sections.s5!.paragraphs[0]! }] },
  })),
  ofWork('AR-PRV-02', 'no secrecy review', () => ({ isSecrecyReviewed: false })),
  ofWork('AR-PUB-01', 'a PDF of other data', ({ outputs }) => ({
    outputs: outputs.map((one) => (one.name === 'PDF' ? { ...one, hash: 'b2' } : one)),
  })),
  ofWork('AR-PUB-01', 'tables as pictures', ({ outputs }) => ({
    outputs: outputs.map((one) => (one.name === '网页' ? { ...one, hash: null } : one)),
  })),
  ofWork('AR-PUB-02', 'another version on the site of the office', ({ copies }) => ({
    copies: [...copies, { name: '镇网站', hash: 'b2' }],
  })),
  ofWork('AR-PUB-03', 'not in the central column', () => ({ isListedCentrally: false })),
  ofWork('AR-PUB-04', 'a figure changed after publication', (_, { report }) => ({
    publishedCells: addTo(report, 't2.licensing/decisions', 1).cells,
  })),
  ofWork('AR-PUB-04', 'a figure restated without a reason', (_, { report }) => ({
    publishedCells: addTo(report, 't2.licensing/decisions', 1).cells,
    restatement: {
      on: day('2024-03-01'),
      reason: ' ',
      changes: [{ cell: 't2.licensing/decisions', before: 31, after: 30 }],
    },
  })),
  ofWork('AR-DDL-01', 'submitted late', () => ({
    submittedOn: day('2024-02-01'),
    publishedOn: day('2024-02-02'),
  })),
  {
    rule: 'AR-DDL-01',
    what: 'not published when the day is over',
    mutate: (clean) => {
      const context = onPlatform({ ...clean, asOf: day('2024-02-01') });
      return { ...context, work: { ...context.work, publishedOn: null, publishedCells: null } };
    },
  },
  ofWork('AR-DDL-02', 'published in the running year', () => ({ publishedOn: day('2023-12-31') })),
];
