import { App, Button } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onDone }: Props): ReactNode {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    void message.success('已复制');
  };
  return (
    <>
      <p>
        手机不在身边时，可以用下面的恢复码代替动态口令登录，每个只能用一次。<b>恢复码只显示这一次</b>
        ，请抄写或打印后妥善保管，不要存放在办公电脑上。
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button type="primary" onClick={onDone}>
          我已妥善保管
        </Button>
        <Button onClick={() => window.print()}>打印</Button>
        {/* Without HTTPS browsers have no clipboard. */}
        {window.isSecureContext && <Button onClick={() => void copy()}>复制</Button>}
      </div>
    </>
  );
}
