/** Σ coefficient × unknown = constant. */
export interface LinearEquation<K> {
  readonly coefficients: ReadonlyMap<K, number>;
  readonly constant: number;
}

/** A row of the matrix: integer coefficients, the constant last. */
type MatrixRow = number[];

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}

/** Takes `row` times a factor away so that `pivot` vanishes; whole numbers stay whole and small. */
function eliminate(row: MatrixRow, pivotRow: MatrixRow, pivot: number): void {
  const own = row[pivot] ?? 0;
  const other = pivotRow[pivot] ?? 0;
  if (own === 0) return;
  const shared = gcd(own, other);
  let common = 0;
  for (let column = 0; column < row.length; column++) {
    const value = ((row[column] ?? 0) * other - (pivotRow[column] ?? 0) * own) / shared;
    row[column] = value;
    common = gcd(common, value);
  }
  if (common > 1)
    for (let column = 0; column < row.length; column++) row[column] = (row[column] ?? 0) / common;
}

/** Gauss–Jordan over whole numbers, in place. */
function reduce(matrix: MatrixRow[], unknowns: number): void {
  let done = 0;
  for (let pivot = 0; pivot < unknowns && done < matrix.length; pivot++) {
    const found = matrix.findIndex((row, index) => index >= done && row[pivot] !== 0);
    const pivotRow = matrix[found];
    const displaced = matrix[done];
    if (pivotRow === undefined || displaced === undefined) continue;
    matrix[found] = displaced;
    matrix[done] = pivotRow;
    for (const row of matrix) if (row !== pivotRow) eliminate(row, pivotRow, pivot);
    done++;
  }
}

/**
 * What one row tells of counts: the values it fixes, or `undefined` when it cannot hold. A row with one unknown
 * fixes it; a row whose unknowns only add up, to nothing, makes them all 0.
 */
function readRow(row: MatrixRow): readonly (readonly [number, number])[] | undefined {
  const constant = row.at(-1) ?? 0;
  const present = row.flatMap((value, column) => (value !== 0 && column < row.length - 1 ? [column] : []));
  const [first] = present;
  if (first === undefined) return constant === 0 ? [] : undefined;
  const coefficient = row[first] ?? 0;
  if (present.length === 1) {
    const value = constant / coefficient;
    return Number.isSafeInteger(value) && value >= 0 ? [[first, value === 0 ? 0 : value]] : undefined;
  }
  if (present.some((column) => Math.sign(row[column] ?? 0) !== Math.sign(coefficient))) return [];
  if (constant === 0) return present.map((column) => [column, 0]);
  return Math.sign(constant) === Math.sign(coefficient) ? [] : undefined;
}

function matrixOf<K>(
  equations: readonly LinearEquation<K>[],
  unknowns: readonly K[],
  solved: ReadonlyMap<K, number>,
): MatrixRow[] {
  return equations.map(({ coefficients, constant }) => {
    let right = constant;
    for (const [key, value] of solved) right -= (coefficients.get(key) ?? 0) * value;
    return [...unknowns.map((key) => coefficients.get(key) ?? 0), right];
  });
}

/** What all rows tell together, by column; `undefined` when they contradict each other. */
function readRows(matrix: readonly MatrixRow[]): ReadonlyMap<number, number> | undefined {
  const fixed = new Map<number, number>();
  for (const row of matrix) {
    const values = readRow(row);
    if (values === undefined) return undefined;
    for (const [column, value] of values) {
      if (fixed.has(column) && fixed.get(column) !== value) return undefined;
      fixed.set(column, value);
    }
  }
  return fixed;
}

/**
 * The unknowns that the equations fix to one value, given that all are integers ≥ 0; `undefined` when no such
 * values exist. Exact: only whole numbers are used.
 */
export function solveCounts<K>(equations: readonly LinearEquation<K>[]): ReadonlyMap<K, number> | undefined {
  const solved = new Map<K, number>();
  let unknowns = [...new Set(equations.flatMap(({ coefficients }) => [...coefficients.keys()]))];
  while (true) {
    const matrix = matrixOf(equations, unknowns, solved);
    // Read before and after: elimination mixes signs that the plain equation had alike.
    const plain = readRows(matrix);
    reduce(matrix, unknowns.length);
    const reduced = readRows(matrix);
    if (plain === undefined || reduced === undefined) return undefined;
    const before = solved.size;
    for (const [column, value] of [...plain, ...reduced]) {
      const key = unknowns[column];
      if (key === undefined) continue;
      if (solved.has(key) && solved.get(key) !== value) return undefined;
      solved.set(key, value);
    }
    if (solved.size === before) return solved;
    unknowns = unknowns.filter((key) => !solved.has(key));
  }
}
