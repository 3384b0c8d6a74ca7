import { Link } from '@tanstack/react-router';
import type { LayoutCell } from '@zhaoshi/domain/annual-report/forms/form';
import { formCell, formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, type FormVersion, TABLE_THREE_COLUMNS } from '@zhaoshi/domain/annual-report/ids';
import type { ReactNode } from 'react';
import type { StatisticsSearch } from './statistics-search.ts';

interface Props {
  readonly form: FormVersion;
  /** `<row>/<column>` → figure. */
  readonly figures: Readonly<Record<string, number>>;
  readonly search: StatisticsSearch;
  readonly caption: string;
}

function Figure({ form, figures, search, cell }: Props & { readonly cell: CellId }): ReactNode {
  const figure = figures[cell] ?? 0;
  const [row, name] = cell.split('/');
  const column = TABLE_THREE_COLUMNS.find((one) => one === name);
  if (figure === 0 || row === undefined || column === undefined) return figure;
  const label = `${formCell(form, cell)?.name ?? ''}：${figure}件，查看案件`;
  const isOpen = search.row === row && search.column === column;
  return (
    <Link
      to="/applications/statistics"
      search={{ ...search, row, column }}
      aria-label={label}
      className={isOpen ? 'chosen' : undefined}
      {...(isOpen && { 'aria-current': 'true' as const })}
    >
      {figure}
    </Link>
  );
}

const keyOf = ({ text, cell }: LayoutCell): string => cell ?? text ?? '';

function Slot(props: Props & { readonly slot: LayoutCell }): ReactNode {
  const { slot, ...rest } = props;
  const { text, cell, scope, rowSpan, colSpan } = slot;
  const spans = { rowSpan, colSpan };
  if (scope !== undefined) {
    return (
      <th scope={scope} {...spans}>
        {text}
      </th>
    );
  }
  return <td {...spans}>{cell === undefined ? text : <Figure {...rest} cell={cell} />}</td>;
}

/** Table three as the form prints it; every figure leads to its cases. */
export function StatisticsTable(props: Props): ReactNode {
  const { layout } = formTable('t3', props.form);
  const [head, body] = [layout.rows.slice(0, layout.headerRows), layout.rows.slice(layout.headerRows)];
  const rowsOf = (rows: typeof layout.rows): ReactNode =>
    rows.map((slots) => (
      <tr key={slots.map(keyOf).join(' ')}>
        {slots.map((slot) => (
          <Slot key={keyOf(slot)} {...props} slot={slot} />
        ))}
      </tr>
    ));
  return (
    <div className="table-scroll" role="region" aria-label={props.caption} tabIndex={0}>
      <table className="table-three figures">
        <caption>{props.caption}</caption>
        <thead>{rowsOf(head)}</thead>
        <tbody>{rowsOf(body)}</tbody>
      </table>
    </div>
  );
}
