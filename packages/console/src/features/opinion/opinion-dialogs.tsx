import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import {
  OPINION_STEPS,
  type OpinionStep,
  RELEASE_KIND_NAMES,
  RELEASE_KINDS,
  type ReleaseKind,
} from '@zhaoshi/domain/opinion/opinion';
import { App, Form, Input, Modal, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import { OpinionFields, type OpinionValues, sentFields, WEB_LINK } from './opinion-fields.tsx';
import { minuteOf, momentOf, type ShownOpinion } from './shown-opinion.ts';

interface Props {
  readonly shown: ShownOpinion;
  readonly onClose: () => void;
}

const paramsOf = ({ regionId, opinionId }: ShownOpinion) => ({ regionId, opinionId });

/** Takes a step, with what has to be written. */
export function StepDialog({
  shown,
  to,
  note,
  onClose,
}: Props & { readonly to: OpinionStep; readonly note: string | null }): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly note: string }>();
  const take = useChange(opinionRoutes.step, { also: ['desk'] });
  const submit = (values: { readonly note: string }): void =>
    take.mutate(
      { request: { params: paramsOf(shown), body: { to, note: values.note } }, version: shown.version },
      {
        onSuccess: () => {
          void message.success(`已到“${OPINION_STEPS[to]}”`);
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title={OPINION_STEPS[to]}
      okText="确定"
      cancelText="取消"
      confirmLoading={take.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ note: '' }} onFinish={submit}>
        <Form.Item
          name="note"
          label={note ?? '说明（可以不填）'}
          rules={note === null ? [] : required(`请${note}`)}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={take.error} />
    </Modal>
  );
}

const KINDS = RELEASE_KIND_NAMES.map((value) => ({ value, label: RELEASE_KINDS[value] }));

interface ReleaseValues {
  readonly kind: ReleaseKind;
  readonly releasedAt: string;
  readonly channel: string;
  readonly link: string;
  readonly note: string;
}

/** Records what was given out. */
export function ReleaseDialog({ shown, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<ReleaseValues>();
  const kind: unknown = Form.useWatch('kind', form);
  const isConference = kind === 'pressConference';
  const record = useChange(opinionRoutes.release, { also: ['desk'] });
  const submit = ({ releasedAt, ...values }: ReleaseValues): void =>
    record.mutate(
      {
        request: {
          params: paramsOf(shown),
          body: { ...values, releasedAt: momentOf(releasedAt) ?? releasedAt },
        },
        version: shown.version,
      },
      {
        onSuccess: () => {
          void message.success('已登记');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="登记发布"
      okText="登记"
      cancelText="取消"
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<ReleaseValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: 'information',
          channel: '',
          link: '',
          note: '',
          releasedAt: minuteOf(new Date().toISOString()),
        }}
        onFinish={submit}
      >
        <Form.Item name="kind" label="发布的是">
          <Radio.Group className="choices" options={KINDS} aria-label="发布的是" />
        </Form.Item>
        <Form.Item
          name="releasedAt"
          label={isConference ? '开始时间（北京时间）' : '发布时间（北京时间）'}
          rules={required('请填写时间')}
        >
          <Input type="datetime-local" className="minute" />
        </Form.Item>
        <Form.Item
          name="channel"
          label={isConference ? '地点、主持单位' : '发布渠道'}
          rules={required('请写明渠道或者地点')}
        >
          <Input maxLength={200} autoComplete="off" placeholder="如：县政府网站、官方微信" />
        </Form.Item>
        <Form.Item name="link" label="链接（没有的留空）" rules={WEB_LINK}>
          <Input maxLength={1000} autoComplete="off" placeholder="https://" />
        </Form.Item>
        <Form.Item name="note" label={isConference ? '发布人、答问要点' : '内容要点'}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={record.error} />
    </Modal>
  );
}

interface EditValues extends OpinionValues {
  readonly ownerId: string | undefined;
  readonly reason: string;
}

/** Changes what is known of the event, and who sees to it. */
export function EditDialog({ shown, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<EditValues>();
  const edit = useChange(opinionRoutes.edit, { also: ['desk'] });
  const submit = ({ ownerId, reason, ...values }: EditValues): void =>
    edit.mutate(
      {
        request: {
          params: paramsOf(shown),
          body: { ...sentFields(values), ownerId: ownerId ?? null, reason },
        },
        version: shown.version,
      },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  const { title, level, foundAt, occurredAt, platform, link, summary, ownerId, officers } = shown;
  return (
    <Modal
      open
      title="修改舆情"
      okText="保存"
      cancelText="取消"
      confirmLoading={edit.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<EditValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          title,
          level,
          platform,
          link,
          summary,
          reason: '',
          foundAt: minuteOf(foundAt),
          occurredAt: minuteOf(occurredAt),
          ...(ownerId !== null && { ownerId }),
        }}
        onFinish={submit}
      >
        <OpinionFields />
        <Form.Item name="ownerId" label="负责人">
          <Select
            allowClear
            placeholder="没有指定"
            options={officers.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
          />
        </Form.Item>
        <Form.Item name="reason" label="理由（改动级别、时间的必填）">
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={edit.error} />
    </Modal>
  );
}
