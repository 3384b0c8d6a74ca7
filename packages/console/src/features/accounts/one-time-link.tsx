import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { App, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';

/** A link by which a person sets a password; it is on the screen only, and only now. */
export type PasswordLink = RouteOutput<typeof accountsRoutes.resetPassword>;

interface Props {
  readonly link: PasswordLink;
  /** Whom it is for. */
  readonly name: string;
}

/** The link with how to hand it over. */
export function OneTimeLink({ link, name }: Props): ReactNode {
  const { message } = App.useApp();
  const address = window.location.origin + link.path;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    void message.success('已复制');
  };
  return (
    <div className="one-time-link">
      <p>
        把下面的链接交给{name}本人，由本人打开并设置密码。<b>链接只显示这一次</b>，
        {shownMoment(link.expiresAt)}前有效，用过即作废；请通过内部渠道交付，不要发到公开的群里。
      </p>
      <label htmlFor="one-time-link">一次性链接</label>
      <Input.TextArea
        id="one-time-link"
        readOnly
        rows={1}
        className="growing"
        value={address}
        onFocus={({ target }) => target.select()}
      />
      {/* Without HTTPS browsers have no clipboard. */}
      {window.isSecureContext && (
        <Button type="primary" onClick={() => void copy()}>
          复制链接
        </Button>
      )}
    </div>
  );
}
