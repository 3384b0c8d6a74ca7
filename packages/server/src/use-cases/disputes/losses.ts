import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import { reportPeriod } from '@zhaoshi/domain/application/table-three';
import type { DisputeRules } from '@zhaoshi/domain/dispute/counting-rules';
import { groundOf } from '@zhaoshi/domain/dispute/dispute-ground';
import type { Loss } from '@zhaoshi/domain/dispute/loss-causes';
import { standingsOn } from '@zhaoshi/domain/dispute/standing';
import { tableFourFigures } from '@zhaoshi/domain/dispute/table-four';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { lossesOf } from '../../db/queries/dispute-losses.ts';
import { disputesOfYear, type KeptDispute } from '../../db/queries/disputes.ts';
import type { Schema } from '../../db/schema.ts';
import { type CountedOrgan, disputeRulesAt } from './table-four-figures.ts';

/** A dispute that table four counts as 结果纠正, with what was written down about it. */
export interface LostDispute extends Loss {
  readonly dispute: KeptDispute;
}

/** Whether by what is decided up to a day the act did not stand. */
export const isLost = (
  { role, stages }: Pick<KeptDispute, 'role' | 'stages'>,
  day: CivilDate,
  rules: DisputeRules,
): boolean =>
  role === 'originalActOrgan' &&
  standingsOn(stages, day, rules).some(
    (standing) => standing.state === 'settled' && rules.groups[standing.result] === 'rectified',
  );

const isRectified = (cell: string): boolean => cell.endsWith('/rectified');

/**
 * The disputes that the cells 结果纠正 of table four count in a year, of some organs; a case that counts once for each
 * instance stands once.
 */
export async function lostDisputes(
  database: Kysely<Schema>,
  organs: readonly (CountedOrgan & { readonly name: string })[],
  { year, upTo }: { readonly year: number; readonly upTo: CivilDate },
): Promise<readonly LostDispute[]> {
  const rulesAt = await disputeRulesAt(database);
  const disputes = await disputesOfYear(database, organs, { from: reportPeriod(year).from, to: upTo });
  const byOrgan = Map.groupBy(disputes, ({ organId }) => organId);
  const lost = organs.flatMap(({ organId, path, name }) => {
    const cells = tableFourFigures(byOrgan.get(organId) ?? [], { year, upTo, rules: rulesAt(path) });
    const found = cells
      .filter(({ cell }) => isRectified(cell))
      .flatMap((cell) => cell.disputes.map(({ dispute }) => dispute));
    return [...new Set(found)].map((dispute) => ({ dispute, organId, organName: name }));
  });
  const written = await lossesOf(
    database,
    lost.map(({ dispute }) => dispute),
  );
  return lost.map((one) => {
    const row = written.get(one.dispute.disputeId);
    // Stored as a value of the type.
    const outcome = (row?.outcome ?? null) as OutcomeId | null;
    const ground = groundOf(one.dispute.act, outcome);
    return { ...one, ground, unit: row?.unit ?? '', causes: row?.causes ?? [] };
  });
}
