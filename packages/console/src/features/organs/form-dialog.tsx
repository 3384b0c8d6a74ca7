import { Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { isStale } from '../../ui/stale-current.ts';

interface Props<V extends object> {
  readonly title: string;
  /** What the button does, as a verb. */
  readonly confirm: string;
  readonly grave?: boolean;
  readonly form: FormInstance<V>;
  readonly initialValues?: Partial<V>;
  readonly running: { readonly isPending: boolean; readonly error: unknown };
  readonly onSubmit: (values: V) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What follows from it, shown before it is done. */
  readonly consequence: ReactNode;
}

/** A change to an organ as a whole: what it takes, what follows from it, and only then the change. */
export function FormDialog<V extends object>(props: Props<V>): ReactNode {
  const { title, confirm, grave = false, form, initialValues, running } = props;
  const { onSubmit, onClose, children, consequence } = props;
  return (
    <Modal
      open
      width={600}
      title={title}
      okText={confirm}
      cancelText="取消"
      okButtonProps={{ danger: grave }}
      confirmLoading={running.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initialValues !== undefined && { initialValues: initialValues as object })}
        onFinish={onSubmit}
      >
        {children}
      </Form>
      <div className="consequence">{consequence}</div>
      {isStale(running.error) ? (
        <p className="late" role="alert">
          刚才有人改动了这个机关，没有办理。最新内容已载入，请核对后再确认。
        </p>
      ) : (
        <ProblemAlert error={running.error} />
      )}
    </Modal>
  );
}
