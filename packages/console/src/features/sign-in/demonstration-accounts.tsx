import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';

type Demonstration = NonNullable<RouteOutput<typeof installationRoutes.read>['demonstration']>;

interface Props {
  readonly demonstration: Demonstration;
  readonly busy: boolean;
  readonly onChoose: (loginName: string) => void;
}

/** The invented people of the demonstration; choosing one signs in as them. */
export function DemonstrationAccounts({ demonstration, busy, onChoose }: Props): ReactNode {
  const { password, accounts } = demonstration;
  return (
    <section className="card demonstration-accounts" aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">演示账号</h2>
      <p className="quiet">
        本系统为演示，机关、人员和数据均为虚构。选一个账号直接登录；也可以自行填写，密码都是{' '}
        <code>{password}</code>。
      </p>
      <div className="scroll" role="region" aria-labelledby="demonstration-accounts" tabIndex={0}>
        <ul className="rows">
          {accounts.map(({ loginName, displayName, posts, needsSecondFactor }) => (
            <li key={loginName}>
              <span>
                {displayName} <code className="quiet">{loginName}</code>
                {posts.map(({ organ, roles }) => (
                  <small key={organ} className="quiet">
                    {organ}：{roles.map((role) => ROLES[role]).join('、')}
                  </small>
                ))}
              </span>
              <span className="due">
                {needsSecondFactor && <Tag>动态口令</Tag>}
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={`以${displayName}登录`}
                  onClick={() => onChoose(loginName)}
                >
                  登录
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
