import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** What follows from it: the date, the letter, who loses what. */
  readonly children: ReactNode;
  /** What the button does, as a verb. */
  readonly confirm: string;
  /** It takes something away or cannot be undone. */
  readonly grave?: boolean;
  readonly busy?: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Shows the consequence of a decision before it is taken. */
export function ConfirmChange(props: Props): ReactNode {
  const { open, title, children, confirm, grave = false, busy = false, error, onConfirm, onCancel } = props;
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      cancelText="取消"
      okButtonProps={{ danger: grave }}
      confirmLoading={busy}
      onOk={onConfirm}
      onCancel={onCancel}
      destroyOnHidden
    >
      {children}
      <ProblemAlert error={error} />
    </Modal>
  );
}
