import { agreedShift, type Explanation, matchShifts, rowOf, type Shift } from './explanation.ts';
import { COLUMN_COUNT, type Evidence, TOTAL_COLUMN } from './table-three-system.ts';

/**
 * One wrong figure explains the equations it stands in. A single equation that fails alone, because the others
 * could not be tested, points at no cell; then only its own total is named, as for table four (§10).
 */
export function singleCells(evidence: Evidence): Explanation[] {
  return evidence.system.signatures.flatMap((terms, cell) => {
    const delta = agreedShift(evidence, terms);
    const match = delta === undefined ? undefined : matchShifts(evidence, [{ cell, delta }]);
    if (match === undefined) return [];
    const row = rowOf(cell);
    const isTotal = cell % COLUMN_COUNT === TOTAL_COLUMN || evidence.system.rows[row]?.kind === 'total';
    if (match.covers.length < 2 && !isTotal) return [];
    return [{ ...match, pattern: 'singleCell' as const, row, cost: match.unconfirmed ? 1.25 : 1 }];
  });
}

/** The shift that the column equations alone, sums and balances, ask of a cell. */
function columnShift(evidence: Evidence, cell: number): number | undefined {
  return agreedShift(evidence, (evidence.system.signatures[cell] ?? []).slice(1));
}

/** Every way to take two of the items, order aside. */
function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second): [T, T] => [first, second]));
}

function isWrongColumn(shifts: readonly Shift[]): boolean {
  const [a, b] = shifts;
  if (shifts.length !== 2 || a === undefined || b === undefined) return false;
  return a.delta + b.delta === 0 && shifts.every(({ cell }) => cell % COLUMN_COUNT !== TOTAL_COLUMN);
}

/** Two figures of one row, or all doubtful figures of a row that is no leaf; a moved case is the usual cause. */
export function sameRow(evidence: Evidence): Explanation[] {
  return evidence.system.rows.flatMap(({ kind }, row) => {
    const shifts = Array.from({ length: COLUMN_COUNT }, (_, column): Shift[] => {
      const cell = row * COLUMN_COUNT + column;
      const delta = columnShift(evidence, cell);
      return delta === undefined ? [] : [{ cell, delta }];
    }).flat();
    const sets: Shift[][] = pairs(shifts);
    if (kind !== 'leaf' && shifts.length > 2) sets.push(shifts);
    return sets.flatMap((set) => {
      const match = matchShifts(evidence, set);
      if (match === undefined) return [];
      const moved = isWrongColumn(set);
      return [
        {
          ...match,
          row,
          pattern: moved ? ('wrongColumn' as const) : ('sameRow' as const),
          cost: moved ? 1.5 : 2,
        },
      ];
    });
  });
}

/** Two figures of one column in rows that share an equation, found by what their rows lack. */
export function sameColumn(evidence: Evidence): Explanation[] {
  const failing = evidence.system.rows.flatMap((_, row) => (evidence.residuals[row] ? [row] : []));
  return pairs(failing).flatMap(([first, second]) =>
    Array.from({ length: COLUMN_COUNT }, (_, column): Explanation[] => {
      const cells = [first, second].map((row) => row * COLUMN_COUNT + column);
      const terms = cells.map((cell) => evidence.system.signatures[cell] ?? []);
      const [ownTerms = [], otherTerms = []] = terms;
      if (!ownTerms.some(({ equation }) => otherTerms.some((other) => other.equation === equation)))
        return [];
      const shifts = cells.flatMap((cell, index): Shift[] => {
        const delta = agreedShift(evidence, (terms[index] ?? []).slice(0, 1));
        return delta === undefined ? [] : [{ cell, delta }];
      });
      const match = matchShifts(evidence, shifts);
      return match === undefined ? [] : [{ ...match, row: first, pattern: 'sameColumn', cost: 2 }];
    }).flat(),
  );
}

function sumEquation(evidence: Evidence, column: number): number {
  return evidence.system.rows.length + column;
}

/** A leaf row whose figures are, column by column, what the result sums have too much or too little. */
export function wholeRows(evidence: Evidence): Explanation[] {
  const columns = Array.from({ length: COLUMN_COUNT }, (_, column) => column);
  const sums = columns.map((column) => evidence.residuals[sumEquation(evidence, column)] ?? null);
  const covers = columns.filter((column) => sums[column]).map((column) => sumEquation(evidence, column));
  if (covers.length === 0) return [];
  return evidence.system.rows.flatMap(({ kind }, row): Explanation[] => {
    const cells = columns.map((column) => row * COLUMN_COUNT + column);
    const figures = cells.map((cell) => evidence.figures[cell] ?? null);
    const sign = [1, -1].find((sign) =>
      figures.every((figure, column) => figure !== null && sums[column] === sign * figure),
    );
    if (kind !== 'leaf' || sign === undefined) return [];
    return [
      {
        pattern: sign > 0 ? 'rowCountedTwice' : 'rowLeftOut',
        row,
        corrections: cells.flatMap((cell, column) =>
          figures[column] ? [{ cell, shown: figures[column], value: null }] : [],
        ),
        covers,
        cost: 1.5,
        unconfirmed: false,
      },
    ];
  });
}

/**
 * A case that stands under one applicant kind at intake and under another at the result: the result sums hold,
 * so an outcome row and （七） were both moved; which outcome row, no equation tells (§11 example 3).
 */
export function movedAtResult(evidence: Evidence): Explanation[] {
  const { rows } = evidence.system;
  const row = rows.findIndex(({ kind }) => kind === 'total');
  const excess = Array.from({ length: TOTAL_COLUMN }, (_, column) => {
    const balance = sumEquation(evidence, column) + COLUMN_COUNT;
    const cell = row * COLUMN_COUNT + column;
    const delta = -(evidence.residuals[balance] ?? 0);
    const shown = evidence.figures[cell] ?? null;
    const possible = delta !== 0 && shown !== null && evidence.residuals[sumEquation(evidence, column)] === 0;
    return possible && shown >= delta
      ? [{ balance, delta, correction: { cell, shown, value: shown - delta } }]
      : [];
  }).flat();
  return pairs(excess).flatMap((pair): Explanation[] => {
    if (pair[0].delta + pair[1].delta !== 0) return [];
    return [
      {
        pattern: 'movedAtResult',
        row,
        corrections: pair.map(({ correction }) => correction),
        covers: pair.map(({ balance }) => balance),
        cost: 1.5,
        unconfirmed: false,
      },
    ];
  });
}
