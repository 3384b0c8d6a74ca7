import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId, TableId } from '@zhaoshi/domain/annual-report/ids';
import { ofKeptRegisters } from '@zhaoshi/domain/annual-report/live/compare-typed';
import { isComputed } from '@zhaoshi/domain/annual-report/work/report-cells';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { CellDrawer } from './cell-drawer.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { FindingList } from './finding-item.tsx';
import { isOpen } from './findings.ts';
import { Footnotes } from './footnotes.tsx';
import { cellElementId, placeId, placesOf, type ShownReport } from './shown-report.ts';
import { shownRows } from './shown-rows.ts';
import { TableSlot, type TableView } from './table-cell.tsx';
import { TableSource } from './table-source.tsx';
import { useNamedCell } from './use-named-cell.ts';
import type { ReportForm } from './use-report-form.ts';

/** Longer tables are shown with the rows that say something; the rest is a press away. */
const LONG_TABLE = 12;

interface Props {
  readonly table: TableId;
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

/** A finding of more cells, such as that a table is blank, is told once and not at each of them. */
const MOST_MARKED = 20;

/** What is wrong with which cell; an error goes before what only has to be explained. */
function faultsOf({ computed }: ReportForm): ReadonlyMap<string, 'block' | 'warn'> {
  const faults = new Map<string, 'block' | 'warn'>();
  for (const finding of computed.findings) {
    const { severity, cells } = finding;
    if (!isOpen(finding) || severity === 'hint' || cells.length > MOST_MARKED) continue;
    for (const cell of cells) if (faults.get(cell) !== 'block') faults.set(cell, severity);
  }
  return faults;
}

function viewOf({ table, shown, form }: Props, onOpen: (cell: CellId) => void): TableView {
  const { values, editing, computed, cells } = form;
  const { formVersion: version, reportScope } = shown;
  const isRegion = reportScope === 'regionGovernment';
  const faults = faultsOf(form);
  const mayType = (cell: CellId): boolean =>
    !isComputed(cell, version) && (values.sources[table] === 'typed' || computed.counted[cell] === undefined);
  return {
    version,
    cells,
    counted: isRegion ? computed.counted : ofKeptRegisters(computed.counted),
    countedBy: isRegion ? '汇总' : '台账',
    typed: values.typed,
    isTyped: (cell) => editing !== null && mayType(cell),
    fault: (cell) => faults.get(cell) ?? null,
    footnotes: values.footnotes,
    onType: (cell, text) => editing?.change({ typed: { ...values.typed, [cell]: text } }),
    onOpen,
    elementId: cellElementId,
  };
}

/** Typed, and yet no reason to show a row. */
const NOTHING: ReadonlySet<string> = new Set(['', '0']);

/** Rows that say something: a figure other than 0, something typed, a fault, or the frame of the table. */
function tellingRows(table: TableId, view: TableView): ReadonlySet<string> {
  const rows = formTable(table, view.version).rows.filter(
    ({ id, kind, columns }) =>
      kind !== 'leaf' ||
      columns.some((column) => {
        const cell: CellId = `${id}/${column.id}`;
        return (
          (view.cells[cell]?.value ?? 0) !== 0 ||
          !NOTHING.has(view.typed[cell] ?? '') ||
          view.fault(cell) !== null
        );
      }),
  );
  return new Set(rows.map(({ id }) => id));
}

const rowOf = (cell: string): string => cell.slice(0, cell.indexOf('/'));

function Printed({
  table,
  view,
  isWhole,
}: {
  readonly table: TableId;
  readonly view: TableView;
  readonly isWhole: boolean;
}): ReactNode {
  const { layout, title } = formTable(table, view.version);
  // A row that was shown stays while it is typed in.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const telling = tellingRows(table, view);
  const fresh = [...telling].filter((row) => !kept.has(row));
  if (fresh.length > 0) setKept(new Set([...kept, ...fresh]));
  const body = layout.rows.slice(layout.headerRows);
  const rows = isWhole
    ? body
    : shownRows(body, (row) => {
        const cell = body[row]?.find((slot) => slot.cell !== undefined)?.cell;
        return cell === undefined || telling.has(rowOf(cell)) || kept.has(rowOf(cell));
      });
  const rowsOf = (slots: typeof layout.rows): ReactNode =>
    slots.map((row) => (
      <tr key={row.map(({ text, cell }) => cell ?? text ?? '').join(' ')}>
        {row.map((slot) => (
          <TableSlot key={slot.cell ?? slot.text ?? ''} slot={slot} view={view} />
        ))}
      </tr>
    ));
  return (
    <div className="table-scroll" role="region" aria-label={`${title}（表格）`} tabIndex={0}>
      <table className={`report-table report-${table} figures`}>
        <caption className="for-readers">{title}</caption>
        {layout.headerRows > 0 && <thead>{rowsOf(layout.rows.slice(0, layout.headerRows))}</thead>}
        <tbody>{rowsOf(rows)}</tbody>
      </table>
    </div>
  );
}

/** One table of the report, as the form prints it. */
export function TableCard(props: Props): ReactNode {
  const { table, shown, form } = props;
  const [opened, setOpened] = useState<CellId | null>(null);
  const { title, rows } = formTable(table, shown.formVersion);
  const isLong = rows.length > LONG_TABLE;
  const isNamed = useNamedCell(table);
  const [isWhole, setWhole] = useState(isNamed);
  const view = viewOf(props, setOpened);
  const findings = form.computed.findings.filter(
    (finding) => isOpen(finding) && placesOf(finding).includes(table),
  );
  const headingId = `${placeId(table)}-title`;
  const close = (): void => {
    if (opened !== null) document.getElementById(cellElementId(opened))?.focus();
    setOpened(null);
  };
  return (
    <section className="card report-part" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>
          <span id={placeId(table)} tabIndex={-1}>
            {title}
          </span>
        </h2>
        {isLong && (
          <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? '只看有数字的行' : `显示全部 ${rows.length} 行`}
          </Button>
        )}
      </div>
      <TableSource table={table} shown={shown} form={form} />
      <Printed table={table} view={view} isWhole={isWhole || !isLong} />
      <Footnotes table={table} shown={shown} form={form} />
      {table === 't2' && shown.formVersion === '2021' && shown.reportScope !== 'regionGovernment' && (
        <Elsewhere form={form} />
      )}
      <FindingList shown={shown} form={form} findings={findings} label={`${title}的校验结果`} />
      {opened !== null && <CellDrawer shown={shown} cell={opened} onClose={close} />}
    </section>
  );
}
