import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { DISPUTE_KIND_NAMES, DISPUTE_KINDS, DISPUTE_ROLES } from '@zhaoshi/domain/dispute/dispute';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Form, Input, type TableColumnsType, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { DisputeDue, DisputeLink, stateWords } from './dispute-marks.tsx';
import { DISPUTE_STATE_NAMES, DISPUTE_STATES, type DisputesSearch, yearOptions } from './disputes-search.ts';
import type { DisputeRow } from './shown-dispute.ts';
import './disputes.css';

const KINDS = DISPUTE_KIND_NAMES.map((value) => ({ value, label: DISPUTE_KINDS[value] }));
const STATES = DISPUTE_STATE_NAMES.map((value) => ({ value, label: DISPUTE_STATES[value] }));

function Kind({ row: { kind, role } }: { readonly row: DisputeRow }): ReactNode {
  return (
    <>
      {DISPUTE_KINDS[kind]}
      {role === 'reconsiderationOrganAsCoDefendant' && (
        <>
          {' '}
          <Tag>{DISPUTE_ROLES[role]}，不计</Tag>
        </>
      )}
    </>
  );
}

function About({ row: { regionId, maskedParty, application } }: { readonly row: DisputeRow }): ReactNode {
  return (
    <>
      {maskedParty}
      {application !== null && (
        <>
          ，申请
          <Link
            to="/applications/$regionId/$applicationId"
            params={{ regionId, applicationId: application.applicationId }}
          >
            {application.registrationNumber}
          </Link>
        </>
      )}
    </>
  );
}

const COLUMNS: TableColumnsType<DisputeRow> = [
  { title: '案号', width: '13rem', className: 'figures', render: (_value, row) => <DisputeLink row={row} /> },
  { title: '类别', width: '15rem', render: (_value, row) => <Kind row={row} /> },
  { title: '机关', render: (_value, { organName }) => organName },
  { title: '对方当事人', width: '12rem', render: (_value, row) => <About row={row} /> },
  {
    title: '现在',
    width: '18rem',
    render: (_value, row) => (
      <>
        {stateWords(row)} <DisputeDue dueOn={row.dueOn} />
      </>
    ),
  },
];

const card = (row: DisputeRow): ReactNode => (
  <>
    <DisputeLink row={row} />
    <p>
      <Kind row={row} />
    </p>
    <p>
      {row.organName}；<About row={row} />
    </p>
    <p>
      {stateWords(row)} <DisputeDue dueOn={row.dueOn} />
    </p>
  </>
);

function Filters({ search }: { readonly search: DisputesSearch }): ReactNode {
  const navigate = useNavigate();
  const go = (changed: { readonly [K in keyof DisputesSearch]: DisputesSearch[K] | undefined }): void => {
    const entries = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/disputes', search: Object.fromEntries(entries) });
  };
  return (
    <Form layout="inline" className="filters" aria-label="筛选案件">
      <ChoiceFilter
        id="dispute-kind"
        label="类别"
        className="kind-picker"
        options={KINDS}
        value={search.kind}
        onChange={(kind) => go({ kind })}
      />
      <ChoiceFilter
        id="dispute-state"
        label="状态"
        options={STATES}
        value={search.state}
        onChange={(state) => go({ state })}
      />
      <ChoiceFilter
        id="dispute-year"
        label="办理年度"
        options={yearOptions(yearOf(civilDateAt(new Date())))}
        value={search.year}
        onChange={(year) => go({ year })}
      />
      <Form.Item label="案号" htmlFor="dispute-number">
        <Input.Search
          id="dispute-number"
          className="short-search"
          allowClear
          maxLength={100}
          defaultValue={search.number ?? ''}
          onSearch={(number) => go({ number: number.trim() === '' ? undefined : number.trim() })}
        />
      </Form.Item>
    </Form>
  );
}

/** The register of reconsiderations and suits within reach. */
export function DisputesPage(): ReactNode {
  const search = useSearch({ from: '/frame/disputes' });
  const { abilities } = useSession();
  const navigate = useNavigate();
  const pages = usePages(disputeRoutes.list, { query: search });
  return (
    <>
      <PageHeader
        actions={
          <>
            <Link to="/disputes/table-four">年报表四</Link>
            <Link to="/disputes/losses">纠错、败诉原因</Link>
            <AbilityButton
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              needs="dispute.write"
              abilities={abilities}
              onClick={() => void navigate({ to: '/disputes/new' })}
            >
              登记案件
            </AbilityButton>
          </>
        }
      />
      <section className="card">
        <Filters search={search} />
        <DataTable
          caption="复议诉讼案件"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ disputeId }) => disputeId}
          card={card}
          empty={
            Object.keys(search).length === 0
              ? emptyWords(
                  '台账里还没有案件。',
                  '收到答复通知书、应诉通知书后，点“登记案件”。',
                  abilities.includes('dispute.write'),
                )
              : '没有符合条件的案件。'
          }
        />
      </section>
    </>
  );
}
