import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import { ORDER_KINDS } from '@zhaoshi/domain/oversight/remediation';
import { Form, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OrderStatus } from './complaint-marks.tsx';
import { ORDER_STATES } from './complaints-search.ts';
import type { OrderRow } from './shown-complaint.ts';
import './complaints.css';

const STATES = Object.entries(ORDER_STATES).map(([value, label]) => ({ value, label }));

function OrderLink({ row: { regionId, orderId, kind, demand } }: { readonly row: OrderRow }): ReactNode {
  return (
    <Link to="/remediation-orders/$regionId/$orderId" params={{ regionId, orderId }}>
      {kind === 'circular' && `${ORDER_KINDS[kind]}：`}
      {demand}
    </Link>
  );
}

const COLUMNS: TableColumnsType<OrderRow> = [
  { title: '整改的要求', render: (_value, row) => <OrderLink row={row} /> },
  { title: '单位', width: '14rem', render: (_value, { organName }) => organName },
  { title: '下达机关', width: '14rem', render: (_value, { issuerName }) => issuerName },
  { title: '完成期限', width: '9rem', render: (_value, { dueOn }) => shownDate(dueOn) },
  { title: '现在', width: '12rem', render: (_value, row) => <OrderStatus row={row} /> },
];

const card = (row: OrderRow): ReactNode => (
  <>
    <OrderLink row={row} />
    <p>
      {row.organName}，{row.issuerName}下达，{shownDate(row.dueOn)}前完成
    </p>
    <p>
      <OrderStatus row={row} />
    </p>
  </>
);

/** The orders to put something right, of the units within reach. */
export function OrdersPage(): ReactNode {
  const search = useSearch({ from: '/frame/remediation-orders' });
  const navigate = useNavigate();
  const pages = usePages(remediationRoutes.list, { query: search });
  return (
    <>
      <PageHeader />
      <section className="card">
        <Form layout="inline" className="filters" aria-label="筛选整改通知和通报">
          <ChoiceFilter
            id="order-state"
            label="状态"
            options={STATES}
            value={search.state}
            // What is no value of the register is left out by the address itself.
            onChange={(state) =>
              void navigate({
                to: '/remediation-orders',
                search: Object.fromEntries(state === undefined ? [] : [['state', state]]),
              })
            }
          />
        </Form>
        <DataTable
          caption="整改通知和通报"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ orderId }) => orderId}
          card={card}
          empty={search.state === undefined ? '没有整改通知和通报。' : '没有这种状态的整改通知和通报。'}
        />
      </section>
    </>
  );
}
