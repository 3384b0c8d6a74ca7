import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { isStale } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { type ShownSetting, shownValue } from './shown-setting.ts';

interface Values {
  readonly value: ShownSetting['value'];
}

/** The field that fits the kind of value. */
function ValueField({ setting: { input, title, help } }: { readonly setting: ShownSetting }): ReactNode {
  if (input.kind === 'switch') {
    return (
      <Form.Item name="value" label={title} extra={help}>
        <Radio.Group
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
        />
      </Form.Item>
    );
  }
  if (input.kind === 'number') {
    return (
      <Form.Item
        name="value"
        label={title}
        extra={`${help}${input.least} 至 ${input.most} 的整数。`}
        rules={[{ required: true, message: '请填写数字' }]}
      >
        <InputNumber controls={false} inputMode="numeric" className="short-number" />
      </Form.Item>
    );
  }
  if (input.kind === 'choice') {
    return (
      <Form.Item name="value" label={title} extra={help}>
        <Radio.Group vertical options={input.options.map((option) => ({ value: option, label: option }))} />
      </Form.Item>
    );
  }
  return (
    <Form.Item name="value" label={title} extra={`${help}不超过 ${input.longest} 字。`}>
      <Input maxLength={input.longest} autoComplete="off" />
    </Form.Item>
  );
}

interface Props {
  readonly setting: ShownSetting;
  readonly organ: { readonly regionId: string; readonly organId: string; readonly name: string };
  readonly onClose: () => void;
}

/** Chooses a value for the organ and those below it. */
export function EditSetting({ setting, organ, onClose }: Props): ReactNode {
  const { regionId, organId, name } = organ;
  const draft = useDraft(`setting.set/${setting.key}`, setting, ({ value }): Values => ({ value }));
  const { key, title, value } = draft.base;
  const [form] = Form.useForm<Values>();
  const set = useChange(settingRoutes.set);
  const { message } = App.useApp();
  const save = (body: Values, version: number): void =>
    set.mutate(
      { request: { params: { regionId, organId, key }, body }, version },
      {
        onSuccess: () => {
          draft.forget();
          onClose();
          void message.success(`已设定：${title}`);
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="修改设置"
      okText="保存"
      cancelText="取消"
      confirmLoading={set.isPending}
      onOk={() => form.submit()}
      onCancel={() => {
        draft.forget();
        onClose();
      }}
    >
      <DraftGuard draft={draft} onDiscard={() => form.setFieldsValue({ value })} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        onValuesChange={(_changed, all) => draft.keep(all)}
        onFinish={(values) => save({ value: values.value ?? '' }, draft.version)}
      >
        <ValueField setting={setting} />
      </Form>
      <p>
        现在是“{shownValue(value)}”。保存后立即生效，适用于{name}和没有另行设定的下级机关，并写入审计记录。
      </p>
      {!isStale(set.error) && <ProblemAlert error={set.error} />}
      <StaleDialog
        error={set.error}
        mine={{ ...form.getFieldsValue() }}
        labels={{ value: title }}
        show={(_name, shown) => shownValue(shown)}
        onCancel={set.reset}
        onResolve={(values, version) => save({ value: values['value'] as Values['value'] }, version)}
      />
    </Modal>
  );
}
