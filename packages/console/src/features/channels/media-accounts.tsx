import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { MEDIA_KINDS, type MediaKind } from '@zhaoshi/domain/disclosure/channels/new-media';
import { Checkbox, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Organ } from './board-list.tsx';
import { EntryDialog } from './entry-dialog.tsx';

type Account = RouteOutput<typeof newMediaRoutes.accounts>['items'][number];

interface Values {
  readonly kind: MediaKind;
  readonly name: string;
  readonly address?: string;
  readonly isClosed?: boolean;
}

const KINDS = Object.entries(MEDIA_KINDS).map(([value, label]) => ({ value: value as MediaKind, label }));

interface DialogProps {
  readonly organ: Organ;
  /** `null`: a new one. */
  readonly account: Account | null;
  readonly onClose: () => void;
}

function AccountDialog({ organ, account, onClose }: DialogProps): ReactNode {
  const [form] = Form.useForm<Values>();
  const register = useChange(newMediaRoutes.register);
  const edit = useChange(newMediaRoutes.edit);
  const ended = { onSuccess: onClose, onError: (error: Error) => showFieldErrors(form, error) };
  const submit = ({ kind, name, address = '', isClosed = false }: Values): void => {
    if (account === null)
      register.mutate({ request: { params: organ, body: { kind, name, address } } }, ended);
    else {
      const params = { regionId: account.regionId, mediaId: account.mediaId };
      edit.mutate(
        { request: { params, body: { name, address, isClosed } }, version: account.version },
        ended,
      );
    }
  };
  const initial: Partial<Values> =
    account === null ? { kind: 'wechat' } : { ...account, isClosed: account.closedOn !== null };
  return (
    <EntryDialog<Values>
      title={account === null ? '登记账号' : '修改账号'}
      confirm="保存"
      form={form}
      initialValues={initial}
      running={{ isPending: register.isPending || edit.isPending, error: register.error ?? edit.error }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="kind" label="平台">
        <Select options={KINDS} disabled={account !== null} />
      </Form.Item>
      <Form.Item
        name="name"
        label="账号名称"
        rules={[{ required: true, whitespace: true, message: '请填写账号名称' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label="接入地址（没有接入的留空）">
        <Input maxLength={500} autoComplete="off" placeholder="https://" />
      </Form.Item>
      {account !== null && (
        <Form.Item name="isClosed" valuePropName="checked">
          <Checkbox>已注销</Checkbox>
        </Form.Item>
      )}
    </EntryDialog>
  );
}

/** Registered accounts of the organ. */
export function MediaAccounts({ organ }: { readonly organ: Organ }): ReactNode {
  const { abilities } = useSession();
  const { data, error } = useRead(newMediaRoutes.accounts, { params: organ });
  const [edited, setEdited] = useState<Account | 'new' | null>(null);
  return (
    <section className="card">
      <h2>登记的账号</h2>
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <p className="quiet">还没有登记账号。</p>}
      <ul className="channel-boards">
        {data?.items.map((account) => (
          <li key={account.mediaId}>
            <strong>{account.name}</strong>
            <p className="quiet">
              {MEDIA_KINDS[account.kind]}，
              {account.closedOn !== null
                ? `${shownDate(account.closedOn)}注销`
                : account.isConnected
                  ? '已接入'
                  : '人工发布'}
            </p>
            <AbilityButton
              size="small"
              needs="channel.manage"
              abilities={account.abilities}
              onClick={() => setEdited(account)}
            >
              修改<span className="for-readers">：{account.name}</span>
            </AbilityButton>
          </li>
        ))}
      </ul>
      <div className="channel-card">
        <AbilityButton needs="channel.manage" abilities={abilities} onClick={() => setEdited('new')}>
          登记账号
        </AbilityButton>
      </div>
      {edited !== null && (
        <AccountDialog
          organ={organ}
          account={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}
