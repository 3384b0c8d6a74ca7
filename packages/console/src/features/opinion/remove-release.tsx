import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { App, Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import type { ShownOpinion } from './shown-opinion.ts';

interface Props {
  readonly shown: ShownOpinion;
  readonly release: ShownOpinion['releases'][number];
}

/** Takes out a release that was entered by mistake. */
export function RemoveRelease({ shown, release }: Props): ReactNode {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ readonly reason: string }>();
  const remove = useChange(opinionRoutes.removeRelease, { also: ['desk'] });
  const { regionId, opinionId, version } = shown;
  const submit = (body: { readonly reason: string }): void =>
    remove.mutate(
      { request: { params: { regionId, opinionId, releaseId: release.releaseId }, body }, version },
      {
        onSuccess: () => {
          setOpen(false);
          void message.success('已删去');
        },
      },
    );
  return (
    <>
      <Button size="small" aria-label={`删去${release.channel}的发布`} onClick={() => setOpen(true)}>
        删去
      </Button>
      <Modal
        open={isOpen}
        title="删去登记错误的发布"
        okText="删去"
        cancelText="取消"
        confirmLoading={remove.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>只删登记错误的；时限会按其余的发布重新计算，删去的时间和理由留在经过里。</p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item name="reason" label="理由" rules={required('请填写理由')}>
            <Input maxLength={500} autoComplete="off" placeholder="如：重复登记" />
          </Form.Item>
        </Form>
        <ProblemAlert error={remove.error} />
      </Modal>
    </>
  );
}
