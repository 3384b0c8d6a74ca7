import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { COMPLAINT_KINDS, type ComplaintKind } from '@zhaoshi/domain/oversight/complaint';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import type { ShownVoice } from './shown-voice.ts';

interface Values {
  readonly kind: ComplaintKind;
  readonly reason: string;
}

function TurnDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownVoice;
  readonly onClose: () => void;
}): ReactNode {
  const { regionId, voiceId, version, complaintKinds } = shown;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const turn = useChange(publicVoiceRoutes.toComplaint, { also: ['desk', 'complaints'] });
  const submit = (body: Values): void =>
    turn.mutate(
      { request: { params: { regionId, voiceId }, body }, version },
      {
        onSuccess: () => {
          void message.success('已转为投诉');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="转为投诉"
      okText="转为投诉"
      cancelText="取消"
      confirmLoading={turn.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        转给监督机关按投诉办理，并答复对方：凭投诉的编号和原来的查询码查看结果。对方没有填写的姓名、联系方式不会补上。转了以后不能撤回。
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(complaintKinds[0] !== undefined && { initialValues: { kind: complaintKinds[0] } })}
        onFinish={submit}
      >
        <Form.Item name="kind" label="投诉的事项" rules={required('请选择投诉的事项')}>
          <Select options={complaintKinds.map((value) => ({ value, label: COMPLAINT_KINDS[value].title }))} />
        </Form.Item>
        <Form.Item name="reason" label="为什么是投诉" rules={required('请填写理由')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={turn.error} />
    </Modal>
  );
}

/** Hands what is a complaint to those who handle complaints; what was made of it, once that is done. */
export function ToComplaint({ shown }: { readonly shown: ShownVoice }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { complaint, complaintKinds, abilities } = shown;
  if (complaint !== null)
    return (
      <p className="voice-made">
        已转为投诉 <span className="figures">{complaint.number}</span>，由{complaint.handlerName}办理。
      </p>
    );
  if (complaintKinds.length === 0 || !abilities.includes('voice.handle')) return null;
  return (
    <>
      <p className="quiet">
        实际上是投诉本机关没有依法公开、没有依法答复的，
        <Button onClick={() => setOpen(true)}>转为投诉</Button>
      </p>
      {isOpen && <TurnDialog shown={shown} onClose={() => setOpen(false)} />}
    </>
  );
}
