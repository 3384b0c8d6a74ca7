import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { Button, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type AuditFilter, AuditFilters } from './audit-filters.tsx';
import { type Entry, EntryDetails } from './entry-details.tsx';
import { TrailVerification } from './trail-verification.tsx';

const ofOrgan = (organ: string | null): ReactNode => organ ?? <span className="quiet">不属于某个机关</span>;

const columnsWith = (onOpen: (entry: Entry) => void): TableColumnsType<Entry> => [
  { title: '序号', dataIndex: 'sequence', className: 'figures', width: '5rem' },
  {
    title: '时间',
    className: 'figures',
    width: '12rem',
    render: (_value, { recordedAt }) => shownMoment(recordedAt),
  },
  { title: '事项', dataIndex: 'title', width: '11rem' },
  { title: '操作人', width: '9rem', render: (_value, { actor }) => actor.name },
  { title: '机关', render: (_value, { organ }) => ofOrgan(organ) },
  {
    title: '前后变化',
    width: '8rem',
    render: (_value, entry) => <OpenButton entry={entry} onOpen={onOpen} />,
  },
];

interface EntryProps {
  readonly entry: Entry;
  readonly onOpen: (entry: Entry) => void;
}

const OpenButton = ({ entry, onOpen }: EntryProps): ReactNode => (
  <Button size="small" aria-label={`查看第 ${entry.sequence} 条`} onClick={() => onOpen(entry)}>
    查看
  </Button>
);

/** An entry on a phone. */
const EntryCard = ({ entry, onOpen }: EntryProps): ReactNode => (
  <div className="card-head line-card">
    <div>
      <b>{entry.title}</b> <span className="quiet figures">第 {entry.sequence} 条</span>
      <div>
        {entry.actor.name}，{ofOrgan(entry.organ)}
      </div>
      <div className="quiet figures">{shownMoment(entry.recordedAt)}</div>
    </div>
    <OpenButton entry={entry} onOpen={onOpen} />
  </div>
);

/** What was done, by whom and for which organ; and whether anything was changed afterwards. */
export function AuditPage(): ReactNode {
  const [filter, setFilter] = useState<AuditFilter>({});
  const [opened, setOpened] = useState<Entry | null>(null);
  const { organ, ...rest } = filter;
  const pages = usePages(auditRoutes.list, { query: { ...rest, organId: organ?.organId } });
  return (
    <>
      <PageHeader />
      <TrailVerification />
      <section className="card">
        <div className="card-head">
          <h2>记录</h2>
        </div>
        <AuditFilters filter={filter} onChange={setFilter} />
        <DataTable
          caption="审计记录"
          pages={pages}
          columns={columnsWith(setOpened)}
          keyOf={({ sequence }) => String(sequence)}
          empty="没有符合条件的记录。"
          card={(entry) => <EntryCard entry={entry} onOpen={setOpened} />}
        />
      </section>
      {opened !== null && (
        <EntryDetails
          entry={opened}
          onClose={() => setOpened(null)}
          onSubject={(subject) => {
            setOpened(null);
            setFilter({ subject });
          }}
        />
      )}
    </>
  );
}
