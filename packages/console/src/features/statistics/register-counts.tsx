import { Link } from '@tanstack/react-router';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { REGISTER_COLUMN_NAMES, REGISTER_COLUMNS, REGISTER_ROWS } from '@zhaoshi/domain/statistics/table-two';
import type { ReactNode } from 'react';
import type { ShownRegister } from './register.ts';
import type { NormativeSearch } from './statistics-search.ts';

interface Props {
  readonly shown: ShownRegister;
  readonly search: NormativeSearch;
}

const withoutFigure = ({ row: _row, column: _column, ...rest }: NormativeSearch): NormativeSearch => rest;

/** The figures of the day's year, each of which shows its documents in the list below. */
export function RegisterCounts({ shown, search }: Props): ReactNode {
  const rest = withoutFigure(search);
  const countOf = (row: string, column: string): number =>
    shown.counts.find((one) => one.row === row && one.column === column)?.count ?? 0;
  const isAll = search.row === undefined;
  return (
    <div className="table-scroll" role="region" aria-label="截至这一天的件数" tabIndex={0}>
      <table className="plain register-counts">
        <thead>
          <tr>
            <th scope="col">类别</th>
            {REGISTER_COLUMN_NAMES.map((column) => (
              <th scope="col" key={column}>
                {REGISTER_COLUMNS[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {REGISTER_ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{DOCUMENT_KINDS[row]}</th>
              {REGISTER_COLUMN_NAMES.map((column) => (
                <td key={column} className="figures">
                  <Link
                    to="/normative-documents"
                    search={{ ...rest, row, column }}
                    aria-label={`${DOCUMENT_KINDS[row]}${REGISTER_COLUMNS[column]} ${countOf(row, column)}`}
                    {...(search.row === row &&
                      search.column === column && { 'aria-current': 'true' as const })}
                  >
                    {countOf(row, column)}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Link to="/normative-documents" search={rest} {...(isAll && { 'aria-current': 'true' as const })}>
          全部 {shown.items.length} 件
        </Link>
      </p>
    </div>
  );
}
