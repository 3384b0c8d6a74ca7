import { COUNTER_NAMES, type CounterName } from '@zhaoshi/domain/assessment/counters';
import type { Kysely } from 'kysely';
import { type CountedRow, countedByStatements } from '../../db/queries/assessment-counts.ts';
import type { Schema } from '../../db/schema.ts';
import { type AssessedUnit, type CountedDays, idsOfUnits } from './assessed-unit.ts';
import { countCoverage } from './count-coverage.ts';
import { countLate } from './count-late.ts';
import { countRegisters } from './count-registers.ts';
import { countVetoes } from './count-vetoes.ts';
import { countWork } from './count-work.ts';

/** What the counters say of a unit. */
export interface UnitFindings {
  readonly found: readonly CountedRow[];
  readonly counted: readonly CounterName[];
}

/**
 * Everything that the platform finds of the units of a scheme, out of the registers as they stand: each counter asks once
 * for all units, so that six hundred cost hardly more than one.
 */
export async function countFindings(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<ReadonlyMap<string, UnitFindings>> {
  if (units.length === 0) return new Map();
  const plain = await countedByStatements(database, { ...days, units: idsOfUnits(units) });
  const late = await countLate(database, units, days);
  const coverage = await countCoverage(database, units, days);
  const vetoes = await countVetoes(database, units, days, coverage);
  const work = await countWork(database, units, days);
  const registers = await countRegisters(database, units, days);
  const rows = Map.groupBy(
    [...plain, ...late, ...coverage.rows, ...vetoes.rows, ...work.rows, ...registers.rows],
    ({ organ_id }) => organ_id,
  );
  return new Map(
    units.map(({ organ_id }) => {
      const blind = [coverage, vetoes, work, registers].flatMap((one) => one.blind.get(organ_id) ?? []);
      const counted = COUNTER_NAMES.filter((counter) => !blind.includes(counter));
      return [organ_id, { found: rows.get(organ_id) ?? [], counted }];
    }),
  );
}
