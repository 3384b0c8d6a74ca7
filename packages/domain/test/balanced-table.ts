/** Test-only: table three with figures that satisfy every equation, drawn from a seed. */

import { FORMS } from '../src/annual-report/forms/registry.ts';
import {
  APPLICANT_KINDS,
  type CellId,
  cellId,
  type FormVersion,
  type RowId,
} from '../src/annual-report/ids.ts';
import type { AnnualReport, CellValue } from '../src/annual-report/report.ts';

export type Figures = Map<CellId, number | null>;

/** Draws integers from 0 to `limit` − 1; the same seed gives the same draws (mulberry32). */
export function drawer(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A balanced table: many zeros, small and large figures mixed, as in published reports. */
export function balancedTable(version: FormVersion, seed: number): Figures {
  const draw = drawer(seed);
  const { rows } = FORMS[version].tables.t3;
  const largest = [2, 5, 30, 1000][draw(4)]!;
  const emptiness = draw(4);
  const figure = () => (draw(4) < emptiness ? 0 : draw(largest));
  const figures: Figures = new Map();
  for (const kind of APPLICANT_KINDS) {
    const leaves = rows.filter((row) => row.kind === 'leaf').map((row) => [row.id, figure()] as const);
    const result = leaves.reduce((sum, [, value]) => sum + value, 0);
    const carriedForward = figure();
    const carriedIn = Math.min(figure(), result + carriedForward);
    const all: (readonly [RowId, number])[] = [
      ['t3.newlyReceived', result + carriedForward - carriedIn],
      ['t3.carriedIn', carriedIn],
      ...leaves,
      ['t3.resultTotal', result],
      ['t3.carriedForward', carriedForward],
    ];
    for (const [row, value] of all) figures.set(cellId(row, kind), value);
  }
  for (const { id } of rows) setTotal(figures, id);
  return figures;
}

/** Makes the total of a row the sum of its six kinds. */
export function setTotal(figures: Figures, row: RowId): void {
  const sum = APPLICANT_KINDS.reduce((total, kind) => total + (figures.get(cellId(row, kind)) ?? 0), 0);
  figures.set(cellId(row, 'total'), sum);
}

export function cellOf(figure: number | null): CellValue {
  return figure === null
    ? { state: 'blank', value: null, raw: '' }
    : { state: 'value', value: figure, raw: String(figure) };
}

/** A report that holds only these figures; table four is claimed only when one of its cells is given. */
export function reportOf(version: FormVersion, figures: ReadonlyMap<CellId, number | null>): AnnualReport {
  const cells: Partial<Record<CellId, CellValue>> = {};
  let tableFour = false;
  for (const [id, figure] of figures) {
    cells[id] = cellOf(figure);
    tableFour ||= id.startsWith('t4.');
  }
  return {
    title: null,
    organ: null,
    organKind: null,
    reportYear: null,
    tableForms: { t3: version, ...(tableFour ? { t4: version } : {}) },
    preamble: [],
    sections: {},
    signature: null,
    cells,
  };
}
