import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { ROLES, type Role } from '@zhaoshi/domain/permission/roles';
import { Form, Input, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag, StateTime } from './account-marks.tsx';
import { needsSecondFactor, ROLE_OPTIONS } from './role-meanings.ts';
import type { ShownAccount } from './shown-account.ts';

function Posts({ account }: { readonly account: ShownAccount }): ReactNode {
  const organs = Map.groupBy(account.memberships, ({ organId }) => organId);
  return (
    <>
      <ul className="posts">
        {[...organs].map(([organId, held]) => (
          <li key={organId}>
            {held[0]?.organName}
            <small className="quiet">{held.map(({ role }) => ROLES[role]).join('、')}</small>
          </li>
        ))}
      </ul>
      {organs.size === 0 && <span className="quiet">没有任职</span>}
      {account.hasMembershipsElsewhere && <small className="quiet">另在权限范围外任职</small>}
    </>
  );
}

function SecondFactor({ account }: { readonly account: ShownAccount }): ReactNode {
  if (account.hasSecondFactor) return '已设置';
  return account.memberships.some(({ role }) => needsSecondFactor(role)) ? (
    <Tag color="warning">须设置，还没有</Tag>
  ) : (
    <span className="quiet">不要求</span>
  );
}

const COLUMNS: TableColumnsType<ShownAccount> = [
  {
    title: '姓名',
    width: '11rem',
    render: (_value, { accountId, displayName, loginName }) => (
      <>
        <Link to="/accounts/$accountId" params={{ accountId }}>
          {displayName}
        </Link>
        <small className="under quiet">{loginName}</small>
      </>
    ),
  },
  { title: '任职', render: (_value, account) => <Posts account={account} /> },
  {
    title: '状态',
    width: '11rem',
    render: (_value, account) => (
      <>
        <StateTag account={account} />
        <small className="under quiet">
          <StateTime account={account} />
        </small>
      </>
    ),
  },
  { title: '动态口令', width: '10rem', render: (_value, account) => <SecondFactor account={account} /> },
  {
    title: '最近使用',
    width: '12rem',
    className: 'figures',
    render: (_value, { lastSeenAt }) =>
      lastSeenAt === null ? <span className="quiet">还没有登录过</span> : shownMoment(lastSeenAt),
  },
];

/** An account on a phone. */
const AccountCard = ({ account }: { readonly account: ShownAccount }): ReactNode => (
  <div className="card-head line-card">
    <div>
      <Link to="/accounts/$accountId" params={{ accountId: account.accountId }}>
        {account.displayName}
      </Link>{' '}
      <small className="quiet">{account.loginName}</small>
      <Posts account={account} />
      <small className="quiet">
        动态口令 <SecondFactor account={account} />，
        {account.lastSeenAt === null ? '还没有登录过' : `${shownMoment(account.lastSeenAt)}使用`}
      </small>
    </div>
    <div>
      <StateTag account={account} />
      <small className="under quiet">
        <StateTime account={account} />
      </small>
    </div>
  </div>
);

const STATES: readonly { readonly value: ShownAccount['state']; readonly label: string }[] = [
  { value: 'active', label: '正常' },
  { value: 'locked', label: '已锁定' },
  { value: 'disabled', label: '已停用' },
];

interface Filter {
  readonly search: string;
  readonly state?: ShownAccount['state'] | undefined;
  readonly role?: Role | undefined;
  readonly organ: PickedOrgan | null;
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }): ReactNode {
  return (
    <Form layout="inline" className="filters" aria-label="筛选账号">
      <Form.Item label="姓名或账号" htmlFor="account-search">
        <Input.Search
          id="account-search"
          className="short-search"
          allowClear
          maxLength={50}
          onSearch={(search) => onChange({ ...filter, search: search.trim() })}
        />
      </Form.Item>
      <Form.Item label="机关" htmlFor="account-organ">
        <OrganPicker
          id="account-organ"
          needs="account.read"
          allowClear
          placeholder="全部"
          value={filter.organ}
          onChange={(organ) => onChange({ ...filter, organ })}
        />
      </Form.Item>
      <ChoiceFilter
        id="account-role"
        label="角色"
        options={ROLE_OPTIONS}
        value={filter.role}
        onChange={(role) => onChange({ ...filter, role })}
      />
      <ChoiceFilter
        id="account-state"
        label="状态"
        options={STATES}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </Form>
  );
}

/** The accounts of the organs within reach. */
export function AccountsPage(): ReactNode {
  const { abilities } = useSession();
  const { state: first } = useSearch({ from: '/frame/accounts' });
  const [filter, setFilter] = useState<Filter>({ search: '', organ: null, state: first });
  const navigate = useNavigate();
  const { search, state, role, organ } = filter;
  const pages = usePages(accountsRoutes.list, {
    query: {
      ...(search !== '' && { search }),
      ...(state !== undefined && { state }),
      ...(role !== undefined && { role }),
      ...(organ !== null && { organId: organ.organId }),
    },
  });
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            needs="account.manage"
            abilities={abilities}
            onClick={() => void navigate({ to: '/accounts/new' })}
          >
            新建账号
          </AbilityButton>
        }
      />
      <section className="card">
        <Filters filter={filter} onChange={setFilter} />
        <DataTable
          caption="账号"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ accountId }) => accountId}
          empty="没有符合条件的账号。"
          card={(account) => <AccountCard account={account} />}
        />
      </section>
    </>
  );
}
