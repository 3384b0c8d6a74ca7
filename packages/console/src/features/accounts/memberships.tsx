import { PlusOutlined } from '@ant-design/icons';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { ROLES, type Role } from '@zhaoshi/domain/permission/roles';
import { App, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import type { PickedOrgan } from '../../ui/organ-picker.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ActButton } from './act-button.tsx';
import { MembershipFields } from './membership-fields.tsx';
import { meaningOf, needsSecondFactor, rightsLost } from './role-meanings.ts';
import type { Membership, ShownAccount } from './shown-account.ts';

interface Values {
  readonly organ?: PickedOrgan | null;
  readonly role?: Role;
}

/** What follows from granting a role, told before it is granted. */
function GrantConsequence({ account, role }: { account: ShownAccount; role: Role | undefined }): ReactNode {
  const signIn =
    role !== undefined && needsSecondFactor(role) && !account.hasSecondFactor
      ? '，并在登录时设置动态口令'
      : '';
  return (
    <p>
      授予后，{account.displayName}在所有设备上的登录立即失效，须重新登录{signIn}。
    </p>
  );
}

function GrantDialog({ account, onClose }: { account: ShownAccount; onClose: () => void }): ReactNode {
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const grant = useChange(accountsRoutes.grant);
  const { message } = App.useApp();
  const submit = ({ organ, role: wanted }: Values): void => {
    if (organ == null || wanted === undefined) return;
    const { regionId, organId, name } = organ;
    grant.mutate(
      {
        request: { params: { accountId: account.accountId }, body: { regionId, organId, role: wanted } },
        version: account.version,
      },
      {
        onSuccess: () => {
          onClose();
          void message.success(`已授予：${name}，${ROLES[wanted]}`);
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  };
  return (
    <Modal
      open
      title={`授予${account.displayName}任职角色`}
      okText="授予"
      cancelText="取消"
      confirmLoading={grant.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <MembershipFields />
      </Form>
      <GrantConsequence account={account} role={role} />
      <ProblemAlert error={grant.error} />
    </Modal>
  );
}

function RevokeConsequence({ account, membership }: { account: ShownAccount; membership: Membership }) {
  const { organId, organName, role, membershipId } = membership;
  const others = account.memberships.filter((one) => one.membershipId !== membershipId);
  const kept = others.filter((one) => one.organId === organId).map((one) => one.role);
  const lost = rightsLost(role, kept);
  return (
    <>
      <p>
        收回后，{account.displayName}不再是{organName}的{ROLES[role]}
        ，在所有设备上的登录立即失效。以前的办理记录不受影响。
      </p>
      {lost.length > 0 && (
        <>
          <p>在{organName}不再能做：</p>
          <ul>
            {lost.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </>
      )}
      {others.length === 0 && !account.hasMembershipsElsewhere && (
        <p className="late">这是最后一个任职，收回后登录了也不能做任何事。不再使用的账号请停用。</p>
      )}
    </>
  );
}

function RevokeButton({ account, membership }: { account: ShownAccount; membership: Membership }): ReactNode {
  const revoke = useChange(accountsRoutes.revoke);
  const { abilities, account: self } = useSession();
  const { regionId, membershipId, organName, role } = membership;
  return (
    <ActButton
      small
      grave
      label="收回"
      name={`收回${organName}的${ROLES[role]}`}
      title={`收回${ROLES[role]}`}
      done="已收回"
      abilities={abilities}
      hindrance={self.accountId === account.accountId ? '自己的任职由另一名系统管理员办理。' : undefined}
      running={revoke}
      onConfirm={(options) =>
        revoke.mutate(
          {
            request: { params: { accountId: account.accountId, regionId, membershipId } },
            version: account.version,
          },
          options,
        )
      }
    >
      <RevokeConsequence account={account} membership={membership} />
    </ActButton>
  );
}

/** The roles a person has in organs within reach. */
export function Memberships({ account }: { readonly account: ShownAccount }): ReactNode {
  const [granting, setGranting] = useState(false);
  const { memberships, hasMembershipsElsewhere } = account;
  return (
    <section className="card">
      <div className="card-head">
        <h2>任职</h2>
        <AbilityButton
          icon={<PlusOutlined aria-hidden />}
          needs="account.manage"
          abilities={account.abilities}
          onClick={() => setGranting(true)}
        >
          授予角色
        </AbilityButton>
      </div>
      {memberships.length === 0 && (
        <p className="quiet">在您的权限范围内没有任职。没有任职的账号可以登录，但不能做任何事。</p>
      )}
      <ul className="rows">
        {memberships.map((membership) => (
          <li key={membership.membershipId}>
            <span className="row-text">
              {membership.organName}：<b>{ROLES[membership.role]}</b>
              <small className="quiet">
                {meaningOf(membership.role)}
                {shownMoment(membership.grantedAt)}授予。
              </small>
            </span>
            <RevokeButton account={account} membership={membership} />
          </li>
        ))}
      </ul>
      {hasMembershipsElsewhere && <p className="quiet">该人员在您的权限范围之外还有任职。</p>}
      {granting && <GrantDialog account={account} onClose={() => setGranting(false)} />}
    </section>
  );
}
