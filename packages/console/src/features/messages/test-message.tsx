import { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { App, Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { CHANNEL_OPTIONS, CHANNELS, type Channel } from './channels.ts';

interface Values {
  readonly channel: Channel;
  readonly address: string;
}

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string; readonly name: string };
  readonly onClose: () => void;
}

/** Sends a test message in the name of the organ one acts in. */
export function TestMessage({ organ: { regionId, organId, name }, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const channel = Form.useWatch('channel', form) ?? 'mail';
  const send = useChange(messageRoutes.sendTest, { also: ['job'] });
  const { message } = App.useApp();
  return (
    <Modal
      open
      title="发送测试通知"
      okText="发送"
      cancelText="取消"
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>以{name}的名义发出一份测试通知，检查发送网关的配置。没有配置网关的，通知只留存在系统内。</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: 'mail', address: '' }}
        onFinish={(values) =>
          send.mutate(
            { request: { body: { regionId, organId, ...values } } },
            {
              onSuccess: () => {
                onClose();
                void message.success('测试通知已排队，稍后刷新可看到是否送出');
              },
              onError: (error) => showFieldErrors(form, error),
            },
          )
        }
      >
        <Form.Item name="channel" label="方式">
          <Radio.Group options={CHANNEL_OPTIONS} />
        </Form.Item>
        <Form.Item
          name="address"
          label={CHANNELS[channel].address}
          extra="只用于这一次；加密保存，审计记录中不出现。"
          rules={[{ required: true, whitespace: true, message: '请填写收件地址' }]}
        >
          <Input maxLength={500} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      </Form>
      <ProblemAlert error={send.error} />
    </Modal>
  );
}
