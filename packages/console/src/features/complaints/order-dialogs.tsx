import { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import { REMEDIATION_ACTS, type REMEDIATION_DECISIONS } from '@zhaoshi/domain/oversight/remediation';
import { App, Button, Form, Input, Modal, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useKeptFile } from '../../ui/use-kept-file.ts';
import type { ShownOrder } from './shown-complaint.ts';

interface DialogProps {
  readonly shown: ShownOrder;
  readonly onClose: () => void;
}

const filled = (message: string) => [{ required: true, whitespace: true, message }];

/** The unit says what it did, with a proof. */
export function ReportDialog({ shown, onClose }: DialogProps): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly words: string }>();
  const report = useChange(remediationRoutes.report, { also: ['desk'] });
  const { file: proof, error, isBusy, upload } = useKeptFile(shown);
  const { regionId, orderId, version } = shown;
  const submit = ({ words }: { readonly words: string }): void =>
    report.mutate(
      { request: { params: { regionId, orderId }, body: { words, fileId: proof?.fileId ?? null } }, version },
      {
        onSuccess: () => {
          void message.success('已报送');
          onClose();
        },
        onError: (problem) => showFieldErrors(form, problem),
      },
    );
  return (
    <Modal
      open
      title="报送整改情况"
      okText="报送"
      cancelText="取消"
      okButtonProps={{ disabled: isBusy }}
      confirmLoading={report.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" className="complaint-form" requiredMark={false} onFinish={submit}>
        <Form.Item name="words" label="做了什么，结果怎样" rules={filled('请填写整改情况')}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <Upload
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file) => {
            void upload(file);
            return false;
          }}
        >
          <Button loading={isBusy}>{proof === null ? '附证明材料（可以不附）' : '换一份材料'}</Button>
        </Upload>
        {proof !== null && <p>{proof.name}</p>}
      </Form>
      <ProblemAlert error={error ?? report.error} />
    </Modal>
  );
}

type Decision = (typeof REMEDIATION_DECISIONS)[number];

interface ReviewValues {
  readonly words: string;
  readonly dueOn?: string;
}

/** Whoever gave the order takes the report, sends it back or opens the order anew. */
export function ReviewDialog({
  shown,
  decision,
  onClose,
}: DialogProps & { readonly decision: Decision }): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<ReviewValues>();
  const review = useChange(remediationRoutes.review, { also: ['desk', 'complaints', 'inspections'] });
  const { regionId, orderId, version } = shown;
  const { title } = REMEDIATION_ACTS[decision];
  const submit = ({ words, dueOn = '' }: ReviewValues): void =>
    review.mutate(
      {
        request: {
          params: { regionId, orderId },
          body: { decision, words, dueOn: dueOn === '' ? null : dueOn },
        },
        version,
      },
      {
        onSuccess: () => {
          void message.success('已登记');
          onClose();
        },
        onError: (problem) => showFieldErrors(form, problem),
      },
    );
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText="取消"
      confirmLoading={review.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<ReviewValues>
        form={form}
        layout="vertical"
        className="complaint-form"
        requiredMark={false}
        onFinish={submit}
      >
        <Form.Item
          name="words"
          label={decision === 'accept' ? '复核的情况' : '还要做什么'}
          rules={filled('请填写')}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        {decision !== 'accept' && (
          <Form.Item name="dueOn" label="新的完成期限（不变的留空）">
            <Input type="date" max="9999-12-31" />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={review.error} />
    </Modal>
  );
}
