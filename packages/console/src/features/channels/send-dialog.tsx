import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { MEDIA_KINDS } from '@zhaoshi/domain/disclosure/channels/new-media';
import { App, Form, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  readonly regionId: string;
  readonly documentId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Sends a public document to one of the organ's accounts. */
export function SendDialog({ regionId, documentId, title, onClose }: Props): ReactNode {
  const { organ } = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ mediaId: string }>();
  const params = { regionId, organId: organ?.organId ?? '' };
  const { data } = useRead(newMediaRoutes.accounts, { params }, { enabled: organ !== null });
  const send = useChange(newMediaRoutes.post);
  const accounts = (data?.items ?? []).filter(({ closedOn }) => closedOn === null);
  const submit = ({ mediaId }: { readonly mediaId: string }): void =>
    send.mutate(
      { request: { params: { regionId, mediaId }, body: { documentId } } },
      {
        onSuccess: () => {
          void message.success('已登记，发送情况见“政务新媒体”');
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title="发到新媒体"
      okText="发送"
      cancelText="取消"
      okButtonProps={{ disabled: accounts.length === 0 }}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{title}</p>
      {data !== undefined && accounts.length === 0 && <p>还没有登记账号。请先在“政务新媒体”登记。</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="mediaId" label="账号" rules={[{ required: true, message: '请选择账号' }]}>
          <Select
            options={accounts.map(({ mediaId, name, kind, isConnected }) => ({
              value: mediaId,
              label: `${name}（${MEDIA_KINDS[kind]}，${isConnected ? '由系统发送' : '人工发布后登记'}）`,
            }))}
          />
        </Form.Item>
      </Form>
      <ProblemAlert error={send.error} />
    </Modal>
  );
}
