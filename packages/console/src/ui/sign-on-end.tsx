import { Alert } from 'antd';
import type { ReactNode } from 'react';

/** How a dialogue with the single sign-on service ended, by the word the server puts into the address. */
const ENDS: Readonly<
  Record<string, { readonly type: 'success' | 'warning'; readonly title: string; readonly advice?: string }>
> = {
  linked: { type: 'success', title: '统一身份已关联' },
  unavailable: {
    type: 'warning',
    title: '统一身份认证暂时不可用',
    advice: '请稍后重试，或用账号和密码登录。',
  },
  refused: { type: 'warning', title: '统一身份认证没有通过', advice: '请重新登录，或用账号和密码登录。' },
  expired: { type: 'warning', title: '登录过程已过期', advice: '请重新开始。' },
  unlinked: {
    type: 'warning',
    title: '这个统一身份还没有关联账号',
    advice: '请先用账号和密码登录，在“我的账号”中关联；或请系统管理员关联。',
  },
  confirm: { type: 'warning', title: '还差一步', advice: '请核对下面的账号，确认关联统一身份。' },
};

/** The words of the address's `signOn`; kept among the search words of the routes that the server leads back to. */
export const signOnOf = ({ signOn }: Readonly<Record<string, unknown>>): { readonly signOn?: string } =>
  typeof signOn === 'string' && Object.hasOwn(ENDS, signOn) ? { signOn } : {};

/** Says how signing in or linking by the other service ended. */
export function SignOnEnd({ signOn }: { readonly signOn: string | undefined }): ReactNode {
  const end = signOn === undefined ? undefined : ENDS[signOn];
  if (end === undefined) return null;
  return (
    <Alert
      className="problem"
      type={end.type}
      showIcon
      role={end.type === 'success' ? 'status' : 'alert'}
      title={end.title}
      description={end.advice}
    />
  );
}
