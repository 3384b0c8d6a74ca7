import { Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props<V extends object> {
  readonly title: string;
  /** What the button does, as a verb. */
  readonly confirm: string;
  readonly form: FormInstance<V>;
  readonly initialValues: Partial<V>;
  readonly running: { readonly isPending: boolean; readonly error: Error | null };
  /** What the entry is about. */
  readonly about?: ReactNode;
  /** Something the entry takes with it is not there yet. */
  readonly isHeld?: boolean;
  readonly onSubmit: (values: V) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that enters a few facts into one of the registers. */
export function EntryDialog<V extends object>(props: Props<V>): ReactNode {
  const {
    title,
    confirm,
    form,
    initialValues,
    running,
    about,
    isHeld = false,
    onSubmit,
    onClose,
    children,
  } = props;
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText="取消"
      confirmLoading={running.isPending}
      okButtonProps={{ disabled: isHeld }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {about}
      <Form<V>
        form={form}
        layout="vertical"
        className="channel-form"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={onSubmit}
      >
        {children}
      </Form>
      <ProblemAlert error={running.error} />
    </Modal>
  );
}
