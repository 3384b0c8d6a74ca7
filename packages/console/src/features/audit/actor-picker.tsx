import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { labelHas } from '../../ui/label-has.ts';

const PAUSE_MS = 250;
const SHOWN = 20;

interface Props {
  readonly id: string;
  /** An account's id. */
  readonly value: string | undefined;
  readonly onChange: (accountId: string | undefined) => void;
}

/** Picks a person within reach by a part of the name or login name. */
export function ActorPicker({ id, value, onChange }: Props): ReactNode {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isFetching } = useRead(
    accountsRoutes.list,
    { query: { ...(search !== '' && { search }), limit: SHOWN } },
    { enabled: opened },
  );
  return (
    <Select<string>
      id={id}
      className="picker"
      allowClear
      placeholder="全部"
      showSearch={{ filterOption: labelHas, onSearch: setTyped }}
      loading={isFetching}
      value={value ?? null}
      options={(data?.items ?? []).map(({ accountId, displayName, loginName }) => ({
        value: accountId,
        label: `${displayName}（${loginName}）`,
      }))}
      notFoundContent={isFetching ? '正在查找……' : '没有这个姓名或账号，或不在您的权限范围内。'}
      onOpenChange={(isOpen) => isOpen && setOpened(true)}
      onChange={(accountId: string | undefined) => onChange(accountId)}
    />
  );
}
