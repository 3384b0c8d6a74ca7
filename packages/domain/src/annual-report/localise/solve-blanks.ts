import { formTable } from '../forms/registry.ts';
import { type CellId, cellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { SuggestedCell } from '../rules/rule.ts';
import { type LinearEquation, solveCounts } from './solve-counts.ts';
import { TABLE_THREE_SYSTEMS } from './table-three-system.ts';

/** One tie-out as the cells it adds and takes away. */
type Terms = Map<CellId, number>;

function tableThreeTerms(version: keyof typeof TABLE_THREE_SYSTEMS): Terms[] {
  const { cells, signatures, rules } = TABLE_THREE_SYSTEMS[version];
  const equations = rules.map((): Terms => new Map());
  cells.forEach((cell, index) => {
    for (const { equation, sign } of signatures[index] ?? []) equations[equation]?.set(cell, sign);
  });
  return equations;
}

const TABLE_THREE_TERMS = { '2019': tableThreeTerms('2019'), '2021': tableThreeTerms('2021') };

/** Four results − total, by block; the same on both forms. */
const TABLE_FOUR_TERMS: readonly Terms[] = formTable('t4', '2021').rows.map(
  ({ id, columns }) =>
    new Map(columns.map((column) => [cellId(id, column.id), column.id === 'total' ? -1 : 1])),
);

function tieOuts({ tableForms: { t3, t4 } }: AnnualReport): readonly Terms[] {
  return [...(t3 === undefined ? [] : TABLE_THREE_TERMS[t3]), ...(t4 === undefined ? [] : TABLE_FOUR_TERMS)];
}

/** The tie-out with its figures moved to the right side; `undefined` when nothing in it is unknown. */
function withFigures(terms: Terms, report: AnnualReport): LinearEquation<CellId> | undefined {
  const coefficients = new Map<CellId, number>();
  let constant = 0;
  for (const [cell, sign] of terms) {
    const figure = report.cells[cell]?.value ?? null;
    if (figure === null) coefficients.set(cell, sign);
    else constant -= sign * figure;
  }
  return coefficients.size === 0 ? undefined : { coefficients, constant };
}

/** Equations that share unknowns, together: a slip in one group must not spoil another. */
function linkedGroups(equations: readonly LinearEquation<CellId>[]): readonly LinearEquation<CellId>[][] {
  const groupOf = new Map<CellId, Set<LinearEquation<CellId>>>();
  for (const equation of equations) {
    const group = new Set([equation]);
    for (const cell of equation.coefficients.keys()) {
      for (const other of groupOf.get(cell) ?? []) group.add(other);
    }
    for (const { coefficients } of group) {
      for (const cell of coefficients.keys()) groupOf.set(cell, group);
    }
  }
  return Array.from(new Set(groupOf.values()), (group) => Array.from(group));
}

function cellsInOrder({ tableForms: { t3, t4 } }: AnnualReport): readonly CellId[] {
  return [
    ...(t3 === undefined ? [] : TABLE_THREE_SYSTEMS[t3].cells),
    ...(t4 === undefined ? [] : formTable('t4', t4).cells.map(({ id }) => id)),
  ];
}

/**
 * Figures of tables three and four that are not printed and for which the tie-outs leave one value only, in
 * form order (annual-report.md §10: “按勾稽关系应为{v}”). Blanks, words and absent cells are the unknowns; counts
 * are integers ≥ 0. Unknowns whose tie-outs contradict each other get no figure: there a printed one is wrong.
 */
export function solveBlanks(report: AnnualReport): readonly SuggestedCell[] {
  const equations = tieOuts(report).flatMap((terms) => withFigures(terms, report) ?? []);
  const solved = new Map<CellId, number>();
  for (const group of linkedGroups(equations)) {
    for (const [cell, value] of solveCounts(group) ?? []) solved.set(cell, value);
  }
  return cellsInOrder(report).flatMap((cell) => {
    const value = solved.get(cell);
    return value === undefined ? [] : [{ cell, value }];
  });
}
