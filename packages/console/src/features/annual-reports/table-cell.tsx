import type { LayoutCell } from '@zhaoshi/domain/annual-report/forms/form';
import { formCell } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId, FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { CellValues } from '@zhaoshi/domain/annual-report/report';
import type { ReactNode } from 'react';

/** A table as it is shown: the figures, what may be typed, and what is said of its cells. */
export interface TableView {
  readonly version: FormVersion;
  readonly cells: CellValues;
  readonly counted: Readonly<Record<string, number>>;
  /** Where the counted figures come from, such as 台账. */
  readonly countedBy: string;
  readonly typed: Readonly<Record<string, string>>;
  /** Cells that are typed by hand. */
  readonly isTyped: (cell: CellId) => boolean;
  /** `block` or `warn` where something is wrong with the cell. */
  readonly fault: (cell: CellId) => 'block' | 'warn' | null;
  readonly footnotes: Readonly<Record<string, string>>;
  readonly onType: (cell: CellId, text: string) => void;
  readonly onOpen: (cell: CellId) => void;
  /** Of the figure on the page; two tables of one form have ids of their own. */
  readonly elementId: (cell: CellId) => string;
}

interface Props {
  readonly cell: CellId;
  readonly view: TableView;
}

const FAULTS = { block: '，有错误', warn: '，须核对或者说明' } as const;

/** The figure that the register has beside the typed one, where the two disagree. */
function Counted({ cell, view, name }: Props & { readonly name: string }): ReactNode {
  const counted = view.counted[cell];
  const typed = view.cells[cell]?.value ?? null;
  if (counted === undefined || typed === null || typed === counted) return null;
  return (
    <button
      type="button"
      className="cell-counted"
      aria-label={`${name}与${view.countedBy}不一致：${view.countedBy}${counted}，填报${typed}，查看所计的`}
      onClick={() => view.onOpen(cell)}
    >
      {view.countedBy} {counted}
    </button>
  );
}

/** A figure that is counted or added up; behind one that is counted stands its list. */
function Figure({ cell, view, name }: Props & { readonly name: string }): ReactNode {
  const shown = view.cells[cell];
  const fault = view.fault(cell);
  const said = fault === null ? '' : FAULTS[fault];
  const words = shown === undefined || shown.raw.trim() === '' ? '—' : shown.raw;
  const hasList = view.counted[cell] !== undefined && shown?.value !== 0 && shown?.value !== null;
  return hasList ? (
    <button
      type="button"
      id={view.elementId(cell)}
      className="cell-figure"
      aria-label={`${name}：${words}${said}，查看所计的`}
      onClick={() => view.onOpen(cell)}
    >
      {words}
    </button>
  ) : (
    <span id={view.elementId(cell)} tabIndex={-1}>
      {words}
      {said !== '' && <span className="for-readers">{said}</span>}
    </span>
  );
}

function Cell({ cell, view }: Props): ReactNode {
  const name = formCell(view.version, cell)?.name ?? cell;
  const fault = view.fault(cell);
  const note = view.footnotes[cell];
  return (
    <>
      {view.isTyped(cell) ? (
        <input
          id={view.elementId(cell)}
          className="cell-input"
          inputMode="decimal"
          autoComplete="off"
          value={view.typed[cell] ?? ''}
          aria-label={`${name}${fault === null ? '' : FAULTS[fault]}`}
          aria-invalid={fault === 'block'}
          onChange={({ target }) => view.onType(cell, target.value)}
        />
      ) : (
        <Figure cell={cell} view={view} name={name} />
      )}
      <Counted cell={cell} view={view} name={name} />
      {note !== undefined && note !== '' && <small className="quiet cell-note">{note}</small>}
    </>
  );
}

/** One slot of the printed table: a heading, or a figure. */
export function TableSlot({
  slot,
  view,
}: {
  readonly slot: LayoutCell;
  readonly view: TableView;
}): ReactNode {
  const { text, cell, scope, rowSpan, colSpan } = slot;
  if (scope !== undefined) {
    return (
      <th scope={scope} rowSpan={rowSpan} colSpan={colSpan}>
        {text}
      </th>
    );
  }
  const fault = cell === undefined ? null : view.fault(cell);
  return (
    <td rowSpan={rowSpan} colSpan={colSpan} className={fault === null ? undefined : `cell-${fault}`}>
      {cell === undefined ? text : <Cell cell={cell} view={view} />}
    </td>
  );
}
