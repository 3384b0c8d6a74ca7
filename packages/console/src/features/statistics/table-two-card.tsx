import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { validityWords } from '@zhaoshi/domain/disclosure/validity/validity';
import { figureWords } from '@zhaoshi/domain/statistics/figure';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

type ShownCell = RouteOutput<typeof statisticsRoutes.tableTwo>['cells'][number];

const CELLS = new Map(
  formTable('t2', '2021').rows.flatMap((row) =>
    row.columns.map((column) => [
      `${row.id}/${column.id}`,
      { label: `${row.label}　${column.label}`, isMoney: column.type === 'amountWan' },
    ]),
  ),
);

const isOfRegister = ({ cell }: ShownCell): boolean =>
  cell.startsWith('t2.administrativeRule/') || cell.startsWith('t2.normativeDocument/');

function valueWords({ cell, value }: ShownCell): string {
  if (value === null) return '还没有签核的数字';
  return `${value}${CELLS.get(cell)?.isMoney === true ? ' 万元' : ''}`;
}

function Behind({ shown, regionId }: { readonly shown: ShownCell; readonly regionId: string }): ReactNode {
  const { documents, entries } = shown;
  if (documents.length + entries.length === 0) return <p className="quiet">没有计入的。</p>;
  return (
    <ul className="rows">
      {documents.map(({ id, title, documentNumber, dateOfDocument, validity, documentId }) => (
        <li key={id}>
          <span>
            {documentId === null ? (
              title
            ) : (
              <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
                {title}
              </Link>
            )}
            <small className="quiet">
              {documentNumber} {shownDate(dateOfDocument)}成文，{validityWords(validity)}
            </small>
          </span>
        </li>
      ))}
      {entries.map(({ entryId, kind, month, unit, counted, countedSource }) => (
        <li key={entryId}>
          <span>
            {month}月{unit === '' ? '' : `（${unit}）`}：
            {counted === null ? '没有数字' : figureWords(kind, counted)}
            <small className="quiet">来源：{countedSource}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly year: number;
  readonly part: 'figures' | 'register';
}

/** What table two of the year's report will say, each figure with everything it counts. */
export function TableTwoCard({ organ, year, part }: Props): ReactNode {
  const { data, error } = useRead(statisticsRoutes.tableTwo, { params: organ, query: { year } });
  const cells = data?.cells.filter((cell) => isOfRegister(cell) === (part === 'register'));
  return (
    <section className="card" aria-labelledby="table-two">
      <h2 id="table-two">{year}年年报表二将显示</h2>
      <ProblemAlert error={error} />
      {cells === undefined && error === null && <Loading />}
      {cells?.map((cell) => (
        <details key={cell.cell} className="table-two-cell">
          <summary>
            {CELLS.get(cell.cell)?.label ?? cell.cell}：<strong>{valueWords(cell)}</strong>
            {cell.open.map((words) => (
              <Tag key={words} color="warning">
                {words}
              </Tag>
            ))}
          </summary>
          <Behind shown={cell} regionId={organ.regionId} />
        </details>
      ))}
    </section>
  );
}
