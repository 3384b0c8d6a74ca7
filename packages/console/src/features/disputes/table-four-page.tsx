import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { DISPUTE_KIND_NAMES, DISPUTE_KINDS } from '@zhaoshi/domain/dispute/dispute';
import { TABLE_FOUR_COLUMNS } from '@zhaoshi/domain/dispute/table-four';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Form, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { OrganPicker } from '../../ui/organ-picker.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DisputeLink, stateWords } from './dispute-marks.tsx';
import { type TableFourSearch, yearOptions } from './disputes-search.ts';
import type { DisputeRow, ShownTableFour } from './shown-dispute.ts';
import './disputes.css';

const COLUMNS = Object.entries(TABLE_FOUR_COLUMNS);

interface Props {
  readonly shown: ShownTableFour;
  readonly search: TableFourSearch;
}

/** The table as the form has it, a row for each block; each figure opens its list. */
function Table({ shown, search }: Props): ReactNode {
  const cells = new Map(shown.cells.map((one) => [one.cell, one.value]));
  return (
    <div className="table-scroll" role="region" aria-label="表四" tabIndex={0}>
      <table className="plain table-four">
        <thead>
          <tr>
            <th scope="col">类别</th>
            {COLUMNS.map(([column, label]) => (
              <th key={column} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DISPUTE_KIND_NAMES.map((kind) => (
            <tr key={kind}>
              <th scope="row">{DISPUTE_KINDS[kind]}</th>
              {COLUMNS.map(([column, label]) => {
                const cell = `t4.${kind}/${column}`;
                return (
                  <td key={column} className="figures">
                    <Link
                      to="/disputes/table-four"
                      search={{ ...search, cell }}
                      aria-label={`${DISPUTE_KINDS[kind]}${label} ${cells.get(cell) ?? 0}`}
                      {...(search.cell === cell && { 'aria-current': true })}
                    >
                      {cells.get(cell) ?? 0}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cases({ title, rows }: { readonly title: string; readonly rows: readonly DisputeRow[] }): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {rows.length === 0 && <p className="quiet">没有案件。</p>}
      <ul className="rows">
        {rows.map((row, index) => (
          // Where each instance counts, a case stands once for each of them.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
          <li key={index}>
            <span>
              <DisputeLink row={row} />
              <small className="quiet">
                {row.last?.tribunal}，{row.maskedParty}
              </small>
            </span>
            <span className="quiet">{stateWords(row)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf(cell: string): string {
  const kind = DISPUTE_KIND_NAMES.find((one) => cell.startsWith(`t4.${one}/`));
  const column = COLUMNS.find(([name]) => cell.endsWith(`/${name}`));
  return kind === undefined || column === undefined ? '所计的案件' : `${DISPUTE_KINDS[kind]}：${column[1]}`;
}

/** The cases of the chosen cell, and those that the table leaves out or that should be looked at. */
function Behind({ shown, search: { cell } }: Props): ReactNode {
  const chosen = shown.cells.find((one) => one.cell === cell);
  const { coDefendant, directRefusals } = shown;
  return (
    <>
      {cell !== undefined && chosen !== undefined && (
        <Cases title={`${titleOf(cell)}（${chosen.value} 件）`} rows={chosen.disputes} />
      )}
      {directRefusals.length > 0 && (
        <Cases
          title={`请核实：${directRefusals.length} 件不予公开案件未经复议直接起诉（行政复议法第二十三条第一款第四项）`}
          rows={directRefusals}
        />
      )}
      {coDefendant.length > 0 && (
        <Cases title={`没有计入：${coDefendant.length} 件本机关只作共同被告`} rows={coDefendant} />
      )}
    </>
  );
}

/** Table four of an organ's report for a year, as it stands now. */
export function TableFourPage(): ReactNode {
  const search = useSearch({ from: '/frame/disputes/table-four' });
  const { organ: own } = useSession();
  const navigate = useNavigate();
  const thisYear = yearOf(civilDateAt(new Date()));
  const year = search.year ?? thisYear;
  const params = {
    regionId: search.regionId ?? own?.regionId ?? '',
    organId: search.organId ?? own?.organId ?? '',
  };
  const isKnown = params.organId !== '';
  const { data, error } = useRead(disputeRoutes.tableFour, { params, query: { year } }, { enabled: isKnown });
  const go = (changed: TableFourSearch): void =>
    void navigate({ to: '/disputes/table-four', search: { ...search, ...changed } });
  return (
    <>
      <PageHeader actions={<Link to="/disputes">返回台账</Link>} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && isKnown && <Loading />}
      {data !== undefined && (
        <>
          <section className="card" aria-labelledby="table-four">
            <h2 id="table-four">
              {data.organName}
              {data.year}年
            </h2>
            <Form layout="inline" className="filters" aria-label="查看范围">
              <Form.Item label="机关">
                <OrganPicker
                  aria-label="机关"
                  needs="dispute.read"
                  placeholder="选择机关"
                  value={{ ...params, name: data.organName }}
                  onChange={(picked) => {
                    if (picked !== null) go({ regionId: picked.regionId, organId: picked.organId });
                  }}
                />
              </Form.Item>
              <Form.Item label="年度" htmlFor="table-four-year">
                <Select
                  id="table-four-year"
                  className="short-picker"
                  value={year}
                  options={yearOptions(thisYear)}
                  onChange={(picked: number) => go({ year: picked })}
                />
              </Form.Item>
            </Form>
            <p className="quiet">
              截至{shownDate(data.upTo)}。以前年度受理、本年审结或者仍未审结的也计入；点数字看所计的案件。
            </p>
            <Table shown={data} search={search} />
          </section>
          <Behind shown={data} search={search} />
        </>
      )}
    </>
  );
}
