import { Link, useParams } from '@tanstack/react-router';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StateTag, StateTime } from './account-marks.tsx';
import { ActButton } from './act-button.tsx';
import { Credentials } from './credentials.tsx';
import { EditName } from './edit-name.tsx';
import { AccountIdentities } from './identities.tsx';
import { Memberships } from './memberships.tsx';
import type { ShownAccount } from './shown-account.ts';

interface Props {
  readonly account: ShownAccount;
}

/** Shuts the person out or lets them in. */
function StateActs({ account }: Props): ReactNode {
  const disable = useChange(accountsRoutes.disable);
  const enable = useChange(accountsRoutes.enable);
  const unlock = useChange(accountsRoutes.unlock, { also: ['desk'] });
  const { accountId, displayName, abilities, state, version, lockedUntil } = account;
  const request = { params: { accountId } };
  return (
    <>
      {state === 'locked' && (
        <ActButton
          label="解除锁定"
          title="解除锁定"
          done="锁定已解除"
          abilities={abilities}
          running={unlock}
          onConfirm={(options) => unlock.mutate({ request, version }, options)}
        >
          <p>
            因连续输错密码或动态口令锁定
            {lockedUntil !== null && `，原定${shownMoment(lockedUntil)}自动解除`}。
          </p>
          <p>请先向{displayName}核实确是本人输错；不是本人的，保持锁定并重置密码。</p>
        </ActButton>
      )}
      {state === 'disabled' ? (
        <ActButton
          label="恢复账号"
          title="恢复账号"
          done="账号已恢复"
          abilities={abilities}
          running={enable}
          onConfirm={(options) => enable.mutate({ request, version }, options)}
        >
          <p>{displayName}可以重新登录，密码、动态口令和原有任职照旧。请确认这些任职现在仍然需要。</p>
        </ActButton>
      ) : (
        <ActButton
          label="停用账号"
          title="停用账号"
          grave
          done="账号已停用"
          abilities={abilities}
          running={disable}
          onConfirm={(options) => disable.mutate({ request, version }, options)}
        >
          <p>{displayName}在所有设备上的登录立即失效，此后不能登录；发出而没有用过的一次性链接作废。</p>
          <p>任职和密码保留，以前的办理记录不受影响；以后可以恢复。其手上未办完的事项请先交给他人。</p>
        </ActButton>
      )}
    </>
  );
}

function Basics({ account }: Props): ReactNode {
  const [editing, setEditing] = useState(false);
  const { displayName, loginName, abilities, createdAt, lastSeenAt } = account;
  return (
    <section className="card">
      <h2>基本情况</h2>
      <dl className="facts">
        <dt>姓名</dt>
        <dd>
          {displayName}
          <AbilityButton needs="account.manage" abilities={abilities} onClick={() => setEditing(true)}>
            修改姓名
          </AbilityButton>
        </dd>
        <dt>账号</dt>
        <dd>{loginName}</dd>
        <dt>状态</dt>
        <dd>
          <span>
            <StateTag account={account} /> <StateTime account={account} />
          </span>
          <StateActs account={account} />
        </dd>
        <dt>建立时间</dt>
        <dd className="figures">{shownMoment(createdAt)}</dd>
        <dt>最近使用</dt>
        <dd className="figures">{lastSeenAt === null ? '还没有登录过' : shownMoment(lastSeenAt)}</dd>
      </dl>
      {editing && <EditName account={account} onClose={() => setEditing(false)} />}
    </section>
  );
}

/** Why the buttons are grey although the person administers accounts. */
function Limits({ account }: Props): ReactNode {
  const { account: self, abilities } = useSession();
  if (!abilities.includes('account.manage')) return null;
  if (self.accountId === account.accountId) {
    return (
      <Alert
        className="problem"
        type="info"
        showIcon
        title="这是您自己的账号"
        description={
          <p>
            自己的账号和任职由另一名系统管理员办理；修改自己的密码和动态口令请到
            <Link to="/account">我的账号</Link>。
          </p>
        }
      />
    );
  }
  if (!account.hasMembershipsElsewhere) return null;
  return (
    <Alert
      className="problem"
      type="info"
      showIcon
      title="该人员还在您的权限范围之外任职"
      description={
        <p>
          改动账号会影响其在别处的工作，由共同上级机关的系统管理员办理。您可以收回其在您权限范围内的任职。
        </p>
      }
    />
  );
}

/** One account: who, what they may do where, how they sign in, and what administrators do about it. */
export function AccountDetailPage(): ReactNode {
  const { accountId } = useParams({ from: '/frame/accounts/$accountId' });
  const { data: account, error, isPlaceholderData } = useRead(accountsRoutes.read, { params: { accountId } });
  // While another account loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : account;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: shown.displayName })}
        actions={<Link to="/accounts">返回账号列表</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <>
          <Limits account={shown} />
          <Basics account={shown} />
          <Memberships account={shown} />
          <Credentials account={shown} />
          <AccountIdentities account={shown} />
        </>
      )}
    </>
  );
}
