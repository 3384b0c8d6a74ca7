import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import type { ShownAccount } from './shown-account.ts';

/** Whether the person can sign in, in a word. */
export function StateTag({ account }: { readonly account: ShownAccount }): ReactNode {
  const { state, hasPassword, identities } = account;
  if (state === 'disabled') return <Tag color="error">已停用</Tag>;
  if (state === 'locked') return <Tag color="warning">已锁定</Tag>;
  return hasPassword || identities.length > 0 ? <Tag color="success">正常</Tag> : <Tag>未设密码</Tag>;
}

/** Since when or until when the state holds. */
export function StateTime({ account }: { readonly account: ShownAccount }): ReactNode {
  const { state, disabledAt, lockedUntil } = account;
  if (state === 'disabled' && disabledAt !== null) return <>{shownMoment(disabledAt)}停用</>;
  if (state === 'locked' && lockedUntil !== null) return <>{shownMoment(lockedUntil)}自动解除</>;
  return null;
}
