import { useMutation } from '@tanstack/react-query';
import { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { Alert, Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../app/api.ts';
import type { Session } from '../../app/session.ts';
import { CodeField } from '../../ui/code-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  readonly code: string;
}

interface Props {
  readonly isDemonstration: boolean;
  readonly onDone: (next: Session) => void;
}

/** The second step: the authenticator's code, or a recovery code. */
export function SecondFactorStep({ isDemonstration, onDone }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const confirm = useMutation({
    mutationFn: (body: Values) => call(sessionRoutes.confirmSecondFactor, { body }),
    onSuccess: onDone,
  });
  // Asked for when it is wanted: a code holds for half a minute.
  const fill = useMutation({
    mutationFn: () => call(installationRoutes.read, {}),
    onSuccess: ({ demonstration }) => form.setFieldsValue({ code: demonstration?.secondFactor.code ?? '' }),
  });
  return (
    <>
      <h1>动态口令</h1>
      <p className="quiet">审批和管理类账号登录时须核验动态口令。</p>
      {isDemonstration && (
        <Alert
          className="problem"
          type="info"
          role="status"
          showIcon
          title="演示系统"
          description="正式使用时，动态口令由本人手机上的应用生成；演示中可以由系统代为填入。"
          action={
            <Button size="small" loading={fill.isPending} onClick={() => fill.mutate()}>
              填入口令
            </Button>
          }
        />
      )}
      <ProblemAlert error={confirm.error ?? fill.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={confirm.isPending}
        onFinish={(values) => confirm.mutate(values)}
      >
        <CodeField
          label="动态口令或恢复码"
          extra="手机上动态口令应用显示的六位数字；手机不在身边时填写恢复码。"
        />
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
          核验
        </Button>
      </Form>
    </>
  );
}
