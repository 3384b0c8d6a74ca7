/** Test-only: rows for every tie-out of tables three and four and for every column carried over. */
import { formTable } from '../../src/annual-report/forms/registry.ts';
import {
  cellId,
  type FormVersion,
  type RowId,
  TABLE_THREE_COLUMNS,
  type TableThreeColumn,
} from '../../src/annual-report/ids.ts';
import type { AnnualReport } from '../../src/annual-report/report.ts';
import { addTo, withText } from '../build-report.ts';
import { type Mutation, ofReport } from './mutation.ts';

const ROW_COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  leaf: ['AR-T3-SUM/naturalPerson'],
  inflow: ['AR-T3-BAL/naturalPerson'],
  stock: ['AR-T3-BAL/naturalPerson'],
  total: ['AR-T3-SUM/naturalPerson', 'AR-T3-BAL/naturalPerson'],
};

/** Natural persons one too many, in every row of the form. */
const rowMutations = (version: FormVersion): readonly Mutation[] =>
  formTable('t3', version).rows.map((row) =>
    ofReport(
      `AR-T3-ROW/${row.id}`,
      `one too many in row ${row.number} of form ${version}`,
      (report) => addTo(report, cellId(row.id, 'naturalPerson'), 1),
      {
        version,
        alsoFails: [
          ...ROW_COMPANIONS[row.kind]!,
          ...(row.id === 't3.carriedIn' ? ['AR-XYR-01/naturalPerson'] : []),
        ],
      },
    ),
  );

/** A case under the wrong applicant kind; in the total column there is no other kind, so the total is wrong. */
function inColumn(family: string, row: RowId, version: FormVersion, column: TableThreeColumn): Mutation {
  const [rule, what] = [`${family}/${column}`, `one too many in ${column} of ${row}`];
  if (column === 'total') {
    const alsoFails = [`AR-T3-ROW/${row}`];
    return ofReport(rule, what, (report) => addTo(report, cellId(row, column), 1), { version, alsoFails });
  }
  // Natural persons are the one kind that has a case in every row used here.
  const other = column === 'naturalPerson' ? 'commercialEnterprise' : column;
  const move = (report: AnnualReport): AnnualReport =>
    addTo(addTo(report, cellId(row, 'naturalPerson'), -1), cellId(row, other), 1);
  const alsoFails = [`${family}/${column === 'naturalPerson' ? other : 'naturalPerson'}`];
  return ofReport(rule, what, move, { version, alsoFails });
}

const carriedOver = (column: TableThreeColumn): Mutation => ({
  rule: `AR-XYR-01/${column}`,
  what: `one more carried forward last year in ${column}`,
  mutate: (clean) => ({
    ...clean,
    previous: addTo(clean.previous!, cellId('t3.carriedForward', column), 1),
  }),
});

const disputeSums: readonly Mutation[] = formTable('t4', '2021').rows.map((row) =>
  ofReport(`AR-T4-SUM/${row.id}`, `one more upheld in ${row.id}`, (report) =>
    addTo(report, cellId(row.id, 'upheld'), 1),
  ),
);

export const TIE_OUT_MUTATIONS: readonly Mutation[] = [
  ...(['2021', '2019'] as const).flatMap((version) => [
    ...rowMutations(version),
    ...TABLE_THREE_COLUMNS.map((column) => inColumn('AR-T3-SUM', 't3.granted', version, column)),
    ...TABLE_THREE_COLUMNS.map((column) => inColumn('AR-T3-BAL', 't3.carriedForward', version, column)),
  ]),
  ...TABLE_THREE_COLUMNS.map(carriedOver),
  ...disputeSums,
  ofReport('AR-T4-01', 'a suit as co-defendant counted', (report) =>
    withText(report, 's4', ['上表含本机关作为复议机关、列为共同被告的诉讼案1件。']),
  ),
];
