import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { AUDIT_EVENTS, type AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import { Form, Input, Select, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EntryDetails } from './entry-details.tsx';
import { TrailVerification } from './trail-verification.tsx';

type Entry = RouteOutput<typeof auditRoutes.list>['items'][number];

const EVENT_OPTIONS = Object.entries(AUDIT_EVENTS).map(([value, label]) => ({ value, label }));

const COLUMNS: TableColumnsType<Entry> = [
  { title: '序号', dataIndex: 'sequence', className: 'figures', width: '5rem' },
  {
    title: '时间',
    className: 'figures',
    width: '12rem',
    render: (_value, { recordedAt }) => shownMoment(recordedAt),
  },
  { title: '事项', dataIndex: 'title', width: '11rem' },
  { title: '操作人', width: '9rem', render: (_value, { actor }) => actor.name },
  {
    title: '机关',
    render: (_value, { organ }) => organ ?? <span className="quiet">不属于某个机关</span>,
  },
  {
    title: '前后变化',
    width: '8rem',
    render: (_value, entry) => <EntryDetails entry={entry} />,
  },
];

interface Filter {
  readonly event?: AuditEvent;
  readonly from?: string;
  readonly to?: string;
}

const DAYS = [
  { name: 'from', label: '起始日期' },
  { name: 'to', label: '截止日期' },
] as const;

/** What was done, by whom and for which organ; and whether anything was changed afterwards. */
export function AuditPage(): ReactNode {
  const [filter, setFilter] = useState<Filter>({});
  const pages = usePages(auditRoutes.list, { query: filter });
  return (
    <>
      <PageHeader />
      <TrailVerification />
      <section className="card">
        <div className="card-head">
          <h2>记录</h2>
        </div>
        <Form layout="inline" className="filters" aria-label="筛选记录">
          <Form.Item label="事项" htmlFor="audit-event">
            <Select<AuditEvent>
              id="audit-event"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="全部"
              style={{ minWidth: '12rem' }}
              options={EVENT_OPTIONS as { value: AuditEvent; label: string }[]}
              onChange={(event: AuditEvent | undefined) => {
                const { event: _before, ...rest } = filter;
                setFilter(event === undefined ? rest : { ...rest, event });
              }}
            />
          </Form.Item>
          {DAYS.map(({ name, label }) => (
            <Form.Item key={name} label={label} htmlFor={`audit-${name}`}>
              <Input
                id={`audit-${name}`}
                type="date"
                onChange={({ target }) => {
                  const { [name]: _before, ...rest } = filter;
                  setFilter(target.value === '' ? rest : { ...rest, [name]: target.value });
                }}
              />
            </Form.Item>
          ))}
        </Form>
        <DataTable
          caption="审计记录"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ sequence }) => String(sequence)}
          empty="没有符合条件的记录。"
        />
      </section>
    </>
  );
}
