import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { isComputed } from '@zhaoshi/domain/annual-report/work/report-cells';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { World, WorldOrgan } from './api-world.ts';
import { plantOrgan } from './organ-samples.ts';

/** A report whose tables three and four are typed: 0 in every cell but those given; totals are computed. */
export function typedDraft(figures: Readonly<Partial<Record<CellId, string>>>): ReportDraft {
  const cells = (['t3', 't4'] as const).flatMap((table) =>
    formTable(table, '2021').cells.map(({ id }) => id),
  );
  const typed = cells.filter((id) => !isComputed(id, '2021'));
  return {
    ...EMPTY_DRAFT,
    sources: { t2: 'typed', t3: 'typed', t4: 'typed' },
    typed: { ...Object.fromEntries(typed.map((id) => [id, '0'])), ...figures },
  };
}

/** Townships of a region, each with a name of its own: a sum counts each name once. */
export async function plantTownships(
  world: World,
  under: WorldOrgan,
  names: readonly string[],
): Promise<readonly WorldOrgan[]> {
  const planted: WorldOrgan[] = [];
  for (const name of names) {
    const unit = await plantOrgan(world, under, 'township');
    await world.database.owner
      .updateTable('organ')
      .set({ name })
      .where('organ_id', '=', unit.organId)
      .execute();
    planted.push(unit);
  }
  return planted;
}
