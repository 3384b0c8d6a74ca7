import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { usePages } from '../../app/use-pages.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownReport } from './shown-report.ts';
import { paramsOf } from './use-report-form.ts';

type Item = RouteOutput<typeof annualReportRoutes.cell>['items'][number];

interface ItemProps {
  readonly shown: ShownReport;
  readonly item: Item;
}

/** Leads to the thing itself. */
function Name({ shown, item: { kind, regionId, id, title } }: ItemProps): ReactNode {
  const { organId, reportYear } = shown;
  switch (kind) {
    case 'application':
      return (
        <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId: id }}>
          {title}
        </Link>
      );
    case 'document':
      return (
        <Link to="/normative-documents" search={{ regionId, organId, on: `${reportYear}-12-31` }}>
          {title}
        </Link>
      );
    case 'statistic':
      return (
        <Link
          to="/statistics/$regionId/$organId"
          params={{ regionId, organId }}
          search={{ year: reportYear }}
        >
          {title}
        </Link>
      );
    case 'member':
      return (
        <Link
          to="/annual-reports/$regionId/$organId/$year"
          params={{ regionId, organId: id, year: String(reportYear) }}
        >
          {title}
        </Link>
      );
    case 'dispute':
      return (
        <Link to="/disputes/$regionId/$disputeId" params={{ regionId, disputeId: id }}>
          {title}
        </Link>
      );
    default:
      return title;
  }
}

/** A line of the list: the thing, what it is, and how much of the figure it is where that is not 1. */
function Line({ shown, item }: ItemProps): ReactNode {
  const { kind, detail, amount } = item;
  const isSum = kind === 'member' || kind === 'statistic';
  return (
    <li>
      <span>
        <Name shown={shown} item={item} />
        <small className="quiet">{detail}</small>
      </span>
      {isSum && <span className="figures">{amount ?? '没有数字'}</span>}
    </li>
  );
}

interface Props {
  readonly shown: ShownReport;
  readonly cell: CellId;
  readonly onClose: () => void;
}

/** Everything that a cell counts now. */
export function CellDrawer({ shown, cell, onClose }: Props): ReactNode {
  const pages = usePages(annualReportRoutes.cell, { params: paramsOf(shown), query: { cell } });
  const { items, error, previous, next, page } = pages;
  return (
    <Drawer
      open
      title={cellName(cell)}
      size={480}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <p className="quiet">现在所计的{shown.members.length > 0 ? '报送单位' : '案件、文件和数字'}。</p>
      <ProblemAlert error={error} />
      {items === undefined && error === null && <Loading />}
      {items?.length === 0 && <p>没有计入的。</p>}
      <ul className="rows">
        {items?.map((item) => (
          <Line key={`${item.kind} ${item.id}`} shown={shown} item={item} />
        ))}
      </ul>
      {(previous !== null || next !== null) && (
        <nav className="pages" aria-label="所计的翻页">
          <Button disabled={previous === null} onClick={() => previous?.()}>
            上一页
          </Button>
          <span aria-live="polite">第 {page} 页</span>
          <Button disabled={next === null} onClick={() => next?.()}>
            下一页
          </Button>
        </nav>
      )}
    </Drawer>
  );
}
