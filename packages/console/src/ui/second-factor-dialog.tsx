import { useMutation } from '@tanstack/react-query';
import { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { Button, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../app/api.ts';
import { useSession } from '../app/session.ts';
import { CodeField } from './code-field.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Values {
  readonly code: string;
}

interface Props {
  /** What is going to be signed. */
  readonly what: string;
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
}

/** Before a signature the person shows the second factor again; what was filled in stays behind the dialog. */
export function SecondFactorDialog({ what, onConfirmed, onCancel }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const { isDemonstration } = useSession();
  const confirm = useMutation({
    mutationFn: (body: Values) => call(sessionRoutes.confirmSecondFactor, { body }),
    onSuccess: onConfirmed,
  });
  // Asked for when it is wanted: a code holds for half a minute.
  const fill = useMutation({
    mutationFn: () => call(installationRoutes.read, {}),
    onSuccess: ({ demonstration }) => form.setFieldsValue({ code: demonstration?.secondFactor.code ?? '' }),
  });
  return (
    <Modal
      open
      title="请用动态口令确认是本人办理"
      okText="核验并办理"
      cancelText="取消"
      confirmLoading={confirm.isPending}
      onOk={() => form.submit()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <p>“{what}”须本人签署。核验一次，十分钟内签署其他文件不再询问；填写的内容没有丢失。</p>
      <ProblemAlert error={confirm.error ?? fill.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => confirm.mutate(values)}
      >
        <CodeField
          label="动态口令或恢复码"
          extra="手机上动态口令应用显示的六位数字；手机不在身边时填写恢复码。刚刚用过的口令不能再用，请等下一个。"
        />
      </Form>
      {isDemonstration && (
        <Button size="small" loading={fill.isPending} onClick={() => fill.mutate()}>
          演示系统：填入口令
        </Button>
      )}
    </Modal>
  );
}
