import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportMemberRoutes } from '@zhaoshi/contract/routes/annual-report-members';
import { cellName, formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, TABLE_IDS, type TableId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownReport } from './shown-report.ts';
import { TableSlot, type TableView } from './table-cell.tsx';
import { paramsOf } from './use-report-form.ts';

type Outlook = RouteOutput<typeof annualReportMemberRoutes.outlook>;

interface Props {
  readonly shown: ShownReport;
}

const SOURCES = { sent: '已报送', now: '按现在的数字', nothing: '没有数字' } as const;

const cellOf = (value: number | null): CellValue =>
  value === null ? { state: 'blank', value, raw: '' } : { state: 'value', value, raw: String(value) };

function viewOf({ cells, formVersion }: Outlook, onOpen: (cell: CellId) => void): TableView {
  return {
    version: formVersion,
    cells: Object.fromEntries(cells.map(({ cell, value }) => [cell, cellOf(value)])),
    counted: Object.fromEntries(cells.flatMap(({ cell, value }) => (value === null ? [] : [[cell, value]]))),
    countedBy: '预计',
    typed: {},
    isTyped: () => false,
    fault: () => null,
    footnotes: {},
    onType: () => undefined,
    onOpen,
    elementId: (cell) => `outlook-${cell}`,
  };
}

function Printed({ table, view }: { readonly table: TableId; readonly view: TableView }): ReactNode {
  const { layout, title } = formTable(table, view.version);
  return (
    <div className="table-scroll" role="region" aria-label={`${title}（预计）`} tabIndex={0}>
      <table className={`report-table report-${table} outlook figures`}>
        <caption>{title}（预计）</caption>
        <tbody>
          {layout.rows.map((row) => (
            <tr key={row.map(({ text, cell }) => cell ?? text ?? '').join(' ')}>
              {row.map((slot) => (
                <TableSlot key={slot.cell ?? slot.text ?? ''} slot={slot} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each unit adds to a figure; its own report opens the cases. */
function Units({
  outlook: { units, reportYear },
  cell,
  onClose,
}: {
  readonly outlook: Outlook;
  readonly cell: CellId;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Drawer open title={`${cellName(cell)}：各单位`} onClose={onClose}>
      <ul className="rows">
        {units.map(({ regionId, organId, name, source, tableForms, figures }) => (
          <li key={organId}>
            <span>
              <Link
                to="/annual-reports/$regionId/$organId/$year"
                params={{ regionId, organId, year: String(reportYear) }}
              >
                {name}
              </Link>
              <small className="quiet">{SOURCES[source]}</small>
            </span>
            <span className="figures">{cellsOfList(tableForms, figures)[cell]?.value ?? '没有数字'}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function Tables({ shown }: Props): ReactNode {
  const [opened, setOpened] = useState<CellId | null>(null);
  const { data, error } = useRead(annualReportMemberRoutes.outlook, { params: paramsOf(shown) });
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  const { units, asOf } = data;
  const sourced = (source: keyof typeof SOURCES): number =>
    units.filter((unit) => unit.source === source).length;
  const view = viewOf(data, setOpened);
  return (
    <>
      <p>
        {shownMoment(asOf)}：{sourced('sent')} 个单位按已报送的计，{sourced('now')}{' '}
        个单位按现在台账和填报的数字计
        {sourced('nothing') > 0 && `，${sourced('nothing')} 个单位没有数字`}。点数字看各单位。
      </p>
      {TABLE_IDS.map((table) => (
        <Printed key={table} table={table} view={view} />
      ))}
      {opened !== null && <Units outlook={data} cell={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** What a region's report would say if the year ended today; asked for, because every unit is counted for it. */
export function OutlookCard({ shown }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (shown.reportScope !== 'regionGovernment' || !isEditable(shown.status)) return null;
  return (
    <section className="card" aria-labelledby="report-outlook">
      <div className="card-head">
        <h2 id="report-outlook">如果今天截止</h2>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '算一算'}
        </Button>
      </div>
      {isOpen ? (
        <Tables shown={shown} />
      ) : (
        <p className="quiet">
          还没有报送的单位，按它们台账和草稿现在的数字，合计出全年会是多少；不计入汇总。
        </p>
      )}
    </section>
  );
}
