import { FORMS } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import { countedCells } from '@zhaoshi/domain/annual-report/live/live-cells';
import type { CountedCells } from '@zhaoshi/domain/annual-report/rules/register-facts';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { addUpTableThree } from '@zhaoshi/domain/application/table-three';
import type { TableFourCell } from '@zhaoshi/domain/dispute/table-four';
import type { TableTwoCell } from '@zhaoshi/domain/statistics/table-two';
import type { Kysely } from 'kysely';
import { casesOfFlows, type FlowCase } from '../../db/queries/application-figures.ts';
import type { KeptDispute } from '../../db/queries/disputes.ts';
import type { ReportedOrgan } from '../../db/queries/reported-organs.ts';
import type { Schema } from '../../db/schema.ts';
import { flowsOf } from './counted-cells.ts';
import { reportedTableFour, reportedTableTwo } from './reported-figures.ts';

/** A case with the place where a frozen report counts it. */
export interface FrozenCase {
  readonly register: 't2' | 't3' | 't4';
  readonly caseId: string;
  /** A cell of table two or four; of table three "kind inflow outcome", from which its cells follow. */
  readonly place: string;
}

interface Counting {
  readonly reportYear: number;
  readonly version: FormVersion;
  readonly sources: ReportDraft['sources'];
  readonly now: Date;
}

/** The cases behind the counted tables, and the cells that exactly these make. */
interface FrozenCounting {
  readonly cases: readonly FrozenCase[];
  readonly counted: CountedCells;
}

const casesOfTableTwo = (cells: readonly TableTwoCell[]): readonly FrozenCase[] =>
  cells.flatMap(({ cell, documents, entries }) => [
    ...documents.map(({ document }) => ({
      register: 't2' as const,
      caseId: document.id,
      place: cell,
    })),
    ...entries.map(({ entryId }) => ({ register: 't2' as const, caseId: entryId, place: cell })),
  ]);

const casesOfTableThree = (flows: readonly FlowCase[]): readonly FrozenCase[] =>
  flows.map(({ applicationId, applicantKind, inflow, outcome }) => ({
    register: 't3' as const,
    caseId: applicationId,
    place: [applicantKind, inflow, outcome ?? '-'].join(' '),
  }));

const casesOfTableFour = (cells: readonly TableFourCell<KeptDispute>[]): readonly FrozenCase[] =>
  // Totals follow from the other cells.
  cells
    .filter(({ cell }) => !cell.endsWith('/total'))
    .flatMap(({ cell, disputes }) =>
      disputes.map(({ dispute }) => ({ register: 't4' as const, caseId: dispute.disputeId, place: cell })),
    );

/** Every case behind the counted tables of an organ's own report, for the snapshot (every cell opens its list). */
export async function frozenCounting(
  database: Kysely<Schema>,
  organs: readonly ReportedOrgan[],
  { reportYear, version, sources, now }: Counting,
): Promise<FrozenCounting> {
  const tableTwo =
    sources.t2 === 'counted' && version === '2021'
      ? await reportedTableTwo(database, organs, reportYear, now)
      : [];
  const flows =
    sources.t3 === 'counted' ? await casesOfFlows(database, flowsOf(organs, reportYear)) : undefined;
  const tableFour =
    sources.t4 === 'counted' ? (await reportedTableFour(database, organs, reportYear, now)).cells : [];
  return {
    cases: [...casesOfTableTwo(tableTwo), ...casesOfTableThree(flows ?? []), ...casesOfTableFour(tableFour)],
    counted: countedCells(FORMS[version], {
      tableTwo,
      tableFour,
      ...(flows !== undefined && {
        tableThree: addUpTableThree(
          flows.map((flow) => ({ ...flow, count: 1 })),
          version,
        ),
      }),
    }),
  };
}
