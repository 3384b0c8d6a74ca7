import { useBlocker } from '@tanstack/react-router';
import { Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../app/moments.ts';
import type { DraftInHand } from '../app/use-draft.ts';

interface Props {
  readonly draft: Pick<DraftInHand<object>, 'restoredFrom' | 'isDirty' | 'forget'>;
  /** Puts the saved values back into the form. */
  readonly onDiscard: () => void;
  /** The draft lies in the window's memory, not on the device. */
  readonly inWindow?: boolean;
  /** The form stays while another part of its page is looked at: only another path leaves it. */
  readonly staysOnPage?: boolean;
}

/** Says that a draft was restored, and asks before the page is left with something unsaved. */
export function DraftGuard({ draft, onDiscard, inWindow = false, staysOnPage = false }: Props): ReactNode {
  const { restoredFrom, isDirty, forget } = draft;
  const blocker = useBlocker({
    // The end of a session is no choice; the draft is there after signing in again.
    shouldBlockFn: ({ current, next }) =>
      isDirty && next.fullPath !== '/sign-in' && !(staysOnPage && next.pathname === current.pathname),
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <>
      {restoredFrom !== null && (
        <Alert
          className="problem"
          type="info"
          showIcon
          role="status"
          title="已恢复未保存的内容"
          description={`填写于${shownMoment(restoredFrom)}，${inWindow ? '只留在这个窗口里，没有存到电脑上' : '只保存在这台设备上'}。`}
          action={
            <Button
              size="small"
              onClick={() => {
                forget();
                onDiscard();
              }}
            >
              放弃这些内容
            </Button>
          }
        />
      )}
      <Modal
        open={blocker.status === 'blocked'}
        title="还有未保存的内容"
        okText="离开本页"
        cancelText="留在本页"
        onOk={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
      >
        <p>
          {inWindow
            ? '您填写的内容留在这个窗口里，回到本页会自动恢复；关闭、刷新窗口或者退出登录后清除。'
            : '您填写的内容已暂存在这台设备上，下次打开本页会自动恢复。'}
        </p>
      </Modal>
    </>
  );
}
