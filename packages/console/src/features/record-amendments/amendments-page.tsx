import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { Form, Input, Select, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AmendmentDue, AmendmentState } from './amendment-marks.tsx';
import { STAGES, type Stage } from './amendment-search.ts';

type Row = RouteOutput<typeof recordAmendmentRoutes.list>['items'][number];

const STAGE_OPTIONS = Object.entries(STAGES).map(([value, label]) => ({ value: value as Stage, label }));

function Number({ row: { regionId, amendmentId, number } }: { readonly row: Row }): ReactNode {
  return (
    <Link to="/record-amendments/$regionId/$amendmentId" params={{ regionId, amendmentId }}>
      {number}
    </Link>
  );
}

const COLUMNS: TableColumnsType<Row> = [
  {
    title: '受理号',
    width: '11rem',
    className: 'figures',
    render: (_value, row) => <Number row={row} />,
  },
  { title: '机关', render: (_value, { organName }) => organName },
  {
    title: '收到日期',
    width: '10rem',
    className: 'figures',
    render: (_value, { receivedOn }) => shownDate(receivedOn),
  },
  { title: '办理期限', width: '16rem', render: (_value, row) => <AmendmentDue row={row} /> },
  { title: '状态', width: '16rem', render: (_value, row) => <AmendmentState row={row} /> },
];

const card = (row: Row): ReactNode => (
  <>
    <Number row={row} />
    <p>
      {row.organName}，{shownDate(row.receivedOn)}收到
    </p>
    <p>
      <AmendmentDue row={row} />
    </p>
    <p>
      <AmendmentState row={row} />
    </p>
  </>
);

interface Filter {
  readonly receivedFrom: string;
  readonly receivedTo: string;
  readonly number: string;
}

interface FilterProps {
  readonly stage: Stage;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function Filters({ stage, filter, onChange }: FilterProps): ReactNode {
  const navigate = useNavigate({ from: '/record-amendments' });
  return (
    <Form layout="inline" className="filters" aria-label="筛选更正申请">
      <Form.Item label="阶段" htmlFor="amendment-stage">
        <Select<Stage>
          id="amendment-stage"
          className="short-picker"
          options={STAGE_OPTIONS}
          value={stage}
          onChange={(chosen) => void navigate({ search: { stage: chosen } })}
        />
      </Form.Item>
      <Form.Item label="收到日期从" htmlFor="amendment-from">
        <Input
          id="amendment-from"
          type="date"
          value={filter.receivedFrom}
          onChange={({ target }) => onChange({ ...filter, receivedFrom: target.value })}
        />
      </Form.Item>
      <Form.Item label="到" htmlFor="amendment-to">
        <Input
          id="amendment-to"
          type="date"
          value={filter.receivedTo}
          onChange={({ target }) => onChange({ ...filter, receivedTo: target.value })}
        />
      </Form.Item>
      <Form.Item label="受理号" htmlFor="amendment-number">
        <Input.Search
          id="amendment-number"
          className="short-search"
          allowClear
          maxLength={40}
          onSearch={(number) => onChange({ ...filter, number: number.trim() })}
        />
      </Form.Item>
    </Form>
  );
}

function RegisterAmendment(): ReactNode {
  const { abilities } = useSession();
  const navigate = useNavigate();
  return (
    <AbilityButton
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      needs="application.register"
      abilities={abilities}
      onClick={() => void navigate({ to: '/record-amendments/new' })}
    >
      登记更正申请
    </AbilityButton>
  );
}

/** Requests to amend a record within reach. */
export function AmendmentsPage(): ReactNode {
  const { stage = 'open' } = useSearch({ from: '/frame/record-amendments' });
  const [filter, setFilter] = useState<Filter>({ receivedFrom: '', receivedTo: '', number: '' });
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  const pages = usePages(recordAmendmentRoutes.list, {
    query: { ...(stage !== 'all' && { stage }), ...given },
  });
  return (
    <>
      <PageHeader actions={<RegisterAmendment />} />
      <section className="card">
        <Filters stage={stage} filter={filter} onChange={setFilter} />
        <DataTable
          caption="更正申请"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ amendmentId }) => amendmentId}
          card={card}
          empty={
            stage === 'open'
              ? '没有正在办理的更正申请。申请人在公开网站提交或者本机关登记后显示在这里。'
              : '没有符合条件的更正申请。'
          }
        />
      </section>
    </>
  );
}
