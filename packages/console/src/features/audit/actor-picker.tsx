import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { useSought } from '../../ui/use-sought.ts';

const SHOWN = 20;

interface Props {
  readonly id: string;
  /** An account's id. */
  readonly value: string | undefined;
  readonly onChange: (accountId: string | undefined) => void;
}

/** Picks a person within reach by a part of the name or login name. */
export function ActorPicker({ id, value, onChange }: Props): ReactNode {
  const { q: search, listOf } = useSought();
  const [opened, setOpened] = useState(false);
  const answer = useRead(
    accountsRoutes.list,
    { query: { ...(search !== '' && { search }), limit: SHOWN } },
    { enabled: opened },
  );
  const { isWaiting, ...list } = listOf(answer);
  return (
    <Select<string>
      id={id}
      className="picker"
      allowClear
      placeholder="全部"
      {...list}
      value={value ?? null}
      options={(answer.data?.items ?? []).map(({ accountId, displayName, loginName }) => ({
        value: accountId,
        label: `${displayName}（${loginName}）`,
      }))}
      notFoundContent={isWaiting ? '正在查找……' : '没有这个姓名或账号，或不在您的权限范围内。'}
      onOpenChange={(isOpen) => isOpen && setOpened(true)}
      onChange={(accountId: string | undefined) => onChange(accountId)}
    />
  );
}
