import { FORMS } from '../forms/registry.ts';
import type { CellId } from '../ids.ts';
import { parseCell } from '../parse-cell.ts';
import type { RegisterFacts } from '../rules/register-facts.ts';

/**
 * Figures that others publish of the same year. No register of the platform holds them: the platforms of enforcement and
 * credit and the finance department are elsewhere, so that somebody looks them up and types them (AR-SRC-04, -05).
 */
export const ELSEWHERE = {
  licensing: { title: '执法、信用公示平台公开的行政许可决定数', cell: 't2.licensing/decisions' },
  penalties: { title: '执法、信用公示平台公开的行政处罚决定数', cell: 't2.penalties/decisions' },
  coercion: { title: '执法、信用公示平台公开的行政强制决定数', cell: 't2.coercion/decisions' },
  feesWan: { title: '财政部门公开的行政事业性收费金额（万元）', cell: 't2.fees/amountWan' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly cell: CellId }>>;

export type ElsewhereId = keyof typeof ELSEWHERE;

export const ELSEWHERE_IDS = Object.keys(ELSEWHERE) as readonly ElsewhereId[];

/** As they were typed; what nobody looked up is absent. */
export interface LookedUp {
  readonly elsewhere?: Readonly<Partial<Record<ElsewhereId, string>>> | undefined;
}

/** The figure as it was typed; `null`: nothing, or nothing that is a figure. */
function figureOf({ elsewhere = {} }: LookedUp, id: ElsewhereId): number | null {
  const type = FORMS['2021'].tables.t2.cells.find((cell) => cell.id === ELSEWHERE[id].cell)?.column.type;
  return type === undefined ? null : parseCell(elsewhere[id] ?? '', type).value;
}

/** What was looked up elsewhere, as the rules ask for it; what nobody typed is absent. */
export function factsElsewhere(
  draft: LookedUp,
): Pick<RegisterFacts, 'publishedDecisions' | 'publishedFeesWan'> {
  const decisions = (['licensing', 'penalties', 'coercion'] as const).flatMap((kind) => {
    const figure = figureOf(draft, kind);
    return figure === null ? [] : [[kind, figure] as const];
  });
  const fees = figureOf(draft, 'feesWan');
  return {
    ...(decisions.length > 0 && { publishedDecisions: Object.fromEntries(decisions) }),
    ...(fees !== null && { publishedFeesWan: fees }),
  };
}
