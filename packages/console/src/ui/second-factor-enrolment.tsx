import { useMutation } from '@tanstack/react-query';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { Button, Form, QRCode } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { call } from '../app/api.ts';
import type { Session } from '../app/session.ts';
import { CodeField } from './code-field.tsx';
import { showFieldErrors } from './field-errors.ts';
import { PasswordPrompt } from './password-prompt.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  /** Once signed in the password is asked for again; while signing in it has just been given. */
  readonly askPassword: boolean;
  readonly onDone: (session: Session) => void;
}

/** Sets up the authenticator: its key as QR code and as text, the first code, then the recovery codes. */
export function SecondFactorEnrolment({ askPassword, onDone }: Props): ReactNode {
  const [form] = Form.useForm<{ readonly code: string }>();
  const [enrolled, setEnrolled] = useState<{
    readonly session: Session;
    readonly codes: readonly string[];
  } | null>(null);
  const start = useMutation({
    mutationFn: (body: { readonly password?: string }) => call(accountRoutes.startSecondFactor, { body }),
  });
  const confirm = useMutation({
    mutationFn: (body: { readonly code: string }) => call(accountRoutes.confirmSecondFactor, { body }),
    onSuccess: ({ session, recoveryCodes }) => setEnrolled({ session, codes: recoveryCodes }),
    onError: (error) => showFieldErrors(form, error),
  });
  const begin = start.mutate;
  useEffect(() => {
    if (!askPassword) begin({});
  }, [askPassword, begin]);

  if (enrolled !== null) {
    return <RecoveryCodes codes={enrolled.codes} onDone={() => onDone(enrolled.session)} />;
  }
  if (start.data === undefined) {
    if (!askPassword) return <ProblemAlert error={start.error} />;
    return (
      <PasswordPrompt
        confirm="继续"
        busy={start.isPending}
        error={start.error}
        onSubmit={(password) => begin({ password })}
      />
    );
  }
  const { keyText, uri } = start.data;
  return (
    <>
      <ol className="steps">
        <li>
          在手机上安装动态口令应用（支持 TOTP 的均可），扫描下面的图形；不便扫描的，把密钥输入应用。
          <div className="key">
            {/* Always dark on white: readers do not take it inverted. */}
            <QRCode
              value={uri}
              type="svg"
              size={160}
              color="#000000"
              bgColor="#ffffff"
              bordered={false}
              aria-label="动态口令密钥的二维码，内容与下面的密钥相同"
            />
            <p>
              密钥：<code>{keyText}</code>
            </p>
          </div>
        </li>
        <li>填写应用上显示的六位数字。</li>
      </ol>
      <ProblemAlert error={confirm.error} />
      <Form<{ readonly code: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={confirm.isPending}
        onFinish={(values) => confirm.mutate(values)}
      >
        <CodeField label="动态口令" />
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
          完成设置
        </Button>
      </Form>
    </>
  );
}
