import type { LayoutCell } from '@zhaoshi/domain/annual-report/forms/form';

type Rows = readonly (readonly LayoutCell[])[];

interface Placed {
  readonly slot: LayoutCell;
  readonly row: number;
  readonly column: number;
}

/** Each slot with the row and column at which it begins. */
function placed(rows: Rows): readonly Placed[] {
  const taken = new Set<string>();
  return rows.flatMap((slots, row) => {
    let column = 0;
    return slots.map((slot) => {
      while (taken.has(`${row} ${column}`)) column++;
      const begin = column;
      for (let down = 0; down < slot.rowSpan; down++) {
        for (let right = 0; right < slot.colSpan; right++) taken.add(`${row + down} ${begin + right}`);
      }
      column += slot.colSpan;
      return { slot, row, column: begin };
    });
  });
}

/** A printed table without some of its rows; a label that spans several spans what is left of them. */
export function shownRows(rows: Rows, isShown: (row: number) => boolean): Rows {
  const all = placed(rows);
  const kept = rows.flatMap((_slots, row) => (isShown(row) ? [row] : []));
  const spannedBy = ({ slot, row }: Placed): readonly number[] =>
    kept.filter((at) => at >= row && at < row + slot.rowSpan);
  return kept.map((row) =>
    all
      .filter((one) => spannedBy(one)[0] === row)
      .toSorted((one, other) => one.column - other.column)
      .map((one): LayoutCell => Object.assign({}, one.slot, { rowSpan: spannedBy(one).length })),
  );
}
