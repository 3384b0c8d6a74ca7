import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { COMPLAINT_CHANNELS, COMPLAINT_KINDS } from '@zhaoshi/domain/oversight/complaint';
import { Form, Input, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ComplaintDue, ComplaintLink, complaintWords } from './complaint-marks.tsx';
import { COMPLAINT_STATES, type ComplaintsSearch } from './complaints-search.ts';
import type { ComplaintRow } from './shown-complaint.ts';
import './complaints.css';

const STATES = Object.entries(COMPLAINT_STATES).map(([value, label]) => ({ value, label }));

const whoAndHow = ({ channel, isNamed }: ComplaintRow): string =>
  `${COMPLAINT_CHANNELS[channel]}，${isNamed ? '实名' : '匿名'}`;

const COLUMNS: TableColumnsType<ComplaintRow> = [
  {
    title: '编号',
    width: '9rem',
    className: 'figures',
    render: (_value, row) => <ComplaintLink row={row} />,
  },
  { title: '收到日期', width: '9rem', render: (_value, { receivedOn }) => shownDate(receivedOn) },
  { title: '被投诉的单位', render: (_value, { unit }) => unit.name },
  { title: '事项', render: (_value, { kind }) => COMPLAINT_KINDS[kind].title },
  { title: '来源', width: '8rem', render: (_value, row) => whoAndHow(row) },
  {
    title: '现在',
    width: '14rem',
    render: (_value, row) => (
      <>
        {complaintWords(row)} <ComplaintDue due={row.due} />
      </>
    ),
  },
];

const card = (row: ComplaintRow): ReactNode => (
  <>
    <ComplaintLink row={row} />
    <p>
      {row.unit.name}：{COMPLAINT_KINDS[row.kind].title}
    </p>
    <p>
      {shownDate(row.receivedOn)}，{whoAndHow(row)}
    </p>
    <p>
      {complaintWords(row)} <ComplaintDue due={row.due} />
    </p>
  </>
);

function Filters({ search }: { readonly search: ComplaintsSearch }): ReactNode {
  const navigate = useNavigate();
  // What is no value of the register is left out by the address itself.
  const go = (changed: Readonly<Record<string, string | undefined>>): void => {
    const entries = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/complaints', search: Object.fromEntries(entries) });
  };
  return (
    <Form layout="inline" className="filters" aria-label="筛选投诉">
      <ChoiceFilter<string>
        id="complaint-state"
        label="状态"
        options={STATES}
        value={search.state}
        onChange={(state) => go({ state })}
      />
      <Form.Item label="编号" htmlFor="complaint-number">
        <Input.Search
          id="complaint-number"
          className="short-search"
          allowClear
          maxLength={40}
          defaultValue={search.number ?? ''}
          onSearch={(number) => go({ number: number.trim() === '' ? undefined : number.trim() })}
        />
      </Form.Item>
    </Form>
  );
}

/** The register of complaints that the organ handles. */
export function ComplaintsPage(): ReactNode {
  const search = useSearch({ from: '/frame/complaints' });
  const { abilities } = useSession();
  const navigate = useNavigate();
  const pages = usePages(complaintRoutes.list, { query: search });
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            needs="complaint.handle"
            abilities={abilities}
            onClick={() => void navigate({ to: '/complaints/new' })}
          >
            登记投诉
          </AbilityButton>
        }
      />
      <section className="card">
        <Filters search={search} />
        <DataTable
          caption="投诉举报"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ complaintId }) => complaintId}
          card={card}
          empty={
            Object.keys(search).length === 0
              ? emptyWords(
                  '还没有投诉。网站投诉箱里匿名的投诉，次日开箱后出现在这里。',
                  '电话、来信的点“登记投诉”。',
                  abilities.includes('complaint.handle'),
                )
              : '没有符合条件的投诉。'
          }
        />
      </section>
    </>
  );
}
