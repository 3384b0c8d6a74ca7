/** Test-only: one row for every rule of cell-rules.ts and table-two-rules.ts, and AR-T2-02, -04. */
import { withCell, withCells } from '../build-report.ts';
import { type Mutation, ofReport } from './mutation.ts';

const form2019 = { version: '2019' } as const;

export const CELL_MUTATIONS: readonly Mutation[] = [
  ofReport('AR-CEL-01', 'an empty cell', (report) => withCell(report, 't2.coercion/decisions', null)),
  ofReport('AR-CEL-02', 'a figure in full-width digits', (report) =>
    withCell(report, 't2.coercion/decisions', { value: 0, raw: '０' }),
  ),
  ofReport('AR-CEL-02', 'words instead of a figure', (report) =>
    withCell(report, 't2.coercion/decisions', { state: 'text', raw: '详见附件' }),
  ),
  ofReport('AR-CEL-03', 'a unit in the cell', (report) =>
    withCell(report, 't2.licensing/decisions', { value: 30, raw: '30件', unit: '件' }),
  ),
  ofReport('AR-CEL-04', 'seven decimals', (report) => withCell(report, 't2.fees/amountWan', 3.1234567)),
  ofReport(
    'AR-CEL-05',
    'a change in words',
    (report) => withCell(report, 't2.licensing/change', { value: 4, raw: '增4' }),
    form2019,
  ),
  ofReport(
    'AR-CEL-06',
    'an amount without a unit',
    (report) => withCell(report, 't2.procurement/amount', { value: 35.5, raw: '35.5' }),
    form2019,
  ),
  ofReport(
    'AR-T2-01',
    'a township with 规章',
    (report) => withCell(report, 't2.administrativeRule/totalDisclosed', 6),
    form2019,
  ),
  ofReport('AR-T2-02', 'a stock that does not follow from last year', (report) =>
    withCell(report, 't2.normativeDocument/inForce', 8),
  ),
  ofReport(
    'AR-T2-03',
    'more made than in force or repealed',
    (report) =>
      withCells(report, {
        't2.normativeDocument/made': 5,
        't2.normativeDocument/repealed': 1,
        't2.normativeDocument/inForce': 3,
      }),
    { alsoFails: ['AR-T2-02'] },
  ),
  ofReport(
    'AR-T2-04',
    'items that do not follow from last year',
    (report) => withCell(report, 't2.licensing/previousItems', 7),
    form2019,
  ),
  ofReport(
    'AR-T2-05',
    'fewer disclosed in all than in the year',
    (report) => withCell(report, 't2.normativeDocument/totalDisclosed', 1),
    form2019,
  ),
  ofReport(
    'AR-T2-06',
    'an amount without projects',
    (report) => withCell(report, 't2.procurement/projects', 0),
    form2019,
  ),
];
