import type { TableId } from '@zhaoshi/domain/annual-report/ids';
import { ofKeptRegisters } from '@zhaoshi/domain/annual-report/live/compare-typed';
import type { CountedCells, RegisterFacts } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { factsElsewhere } from '@zhaoshi/domain/annual-report/work/elsewhere';
import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { lackingCases } from './lacking-cases.ts';
import type { LoadedReport } from './loaded-report.ts';
import { reportedTableFour } from './reported-figures.ts';

const ofTable = (counted: CountedCells, table: TableId): CountedCells =>
  Object.fromEntries(Object.entries(counted).filter(([cell]) => cell.startsWith(`${table}.`)));

const isKept = (cells: CountedCells): boolean => Object.keys(cells).length > 0;

/** What the registers of a report's organs hold for the year, for the rules that compare (AR-SRC, AR-LEG, AR-T4-01). */
export async function registerFacts(
  database: Kysely<Schema>,
  { organs, key, counted, version, fees, draft }: LoadedReport,
  now: Date,
): Promise<RegisterFacts> {
  const disputes = await reportedTableFour(database, organs, key.reportYear, now);
  const kept = ofKeptRegisters(counted);
  const [tableThree, tableFour] = [ofTable(kept, 't3'), ofTable(kept, 't4')];
  const inForce = counted['t2.normativeDocument/inForce'];
  const made = counted['t2.normativeDocument/made'];
  return {
    ...(isKept(tableThree) && {
      tableThree,
      lacking: await lackingCases(database, organs, key.reportYear),
    }),
    ...(isKept(tableFour) && { tableFour }),
    ...(version === '2021' &&
      inForce !== undefined &&
      made !== undefined && {
        normativeDocuments: { inForce, made },
      }),
    ...(version === '2021' && factsElsewhere(draft)),
    ...(fees !== undefined && { processingFees: fees }),
    directSuitsOnRefusals: disputes.directRefusals.map(({ disputeId, stages }) => ({
      id: disputeId,
      registrationNumber: stages.at(-1)?.number || '（没有案号）',
    })),
    coDefendantSuits: disputes.coDefendant.length,
  };
}
