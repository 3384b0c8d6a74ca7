import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import {
  AMENDMENT_CHANNELS,
  AMENDMENT_FIELDS,
  type AmendmentRequest,
  DESK_CHANNELS,
  LONGEST_FAULT,
  receiptFault,
} from '@zhaoshi/domain/application/record-amendment';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Button, Form, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { MOST_SCANS, type ScanFile, ScanFiles } from '../../ui/scan-files.tsx';

interface Values {
  readonly channel: (typeof DESK_CHANNELS)[number];
  readonly receivedOn: string;
  readonly request: Partial<AmendmentRequest>;
  readonly files: readonly ScanFile[];
}

/** When all rules of the form have passed. */
type Complete = Values & { readonly request: AmendmentRequest };

interface Props {
  readonly onRegistered: (done: RouteOutput<typeof recordAmendmentRoutes.register>) => void;
  /** What was restored is given up: the form begins anew. */
  readonly onDiscarded: () => void;
}

/** How it came and when. */
function Receipt({ values: { channel } }: { readonly values: Values }): ReactNode {
  const today = civilDateAt(new Date());
  return (
    <>
      <Form.Item name="channel" label="提交方式">
        <Radio.Group
          options={DESK_CHANNELS.map((value) => ({ value, label: AMENDMENT_CHANNELS[value].title }))}
        />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={`收到日期（${AMENDMENT_CHANNELS[channel].received}）`}
        rules={[
          { required: true, message: '请填写收到日期' },
          {
            validator: (_rule: unknown, on: string) => {
              // The field gives a day or nothing.
              const fault = on === '' ? null : receiptFault(on as CivilDate, today);
              return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
            },
          },
        ]}
      >
        <Input type="date" className="date" max={today} />
      </Form.Item>
    </>
  );
}

/** Who asks, which record, what is wrong. */
function Request(): ReactNode {
  return (
    <>
      {AMENDMENT_FIELDS.map(({ name, label, longest, help }) => (
        <Form.Item
          key={name}
          name={['request', name]}
          label={label}
          extra={help}
          rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}
        >
          <Input maxLength={longest} autoComplete="off" />
        </Form.Item>
      ))}
      <Form.Item
        name={['request', 'fault']}
        label="不准确的内容，正确的内容"
        rules={[{ required: true, whitespace: true, message: '请写明哪里不准确、正确的内容是什么' }]}
      >
        <Input.TextArea rows={5} maxLength={LONGEST_FAULT} />
      </Form.Item>
    </>
  );
}

function Evidence({
  value = [],
  onChange,
}: {
  readonly value?: readonly ScanFile[];
  readonly onChange?: (files: readonly ScanFile[]) => void;
}): ReactNode {
  return (
    <>
      <ScanFiles
        title="证据材料"
        files={value}
        isFull={value.length >= MOST_SCANS}
        onAdd={(file) => onChange?.([...value, file])}
        onRemove={(fileId) => onChange?.(value.filter((one) => one.fileId !== fileId))}
      />
      <p className="quiet">
        申请书、身份证明和证明记录不准确的材料（条例第四十一条）。PDF、JPG 或者 PNG
        文件；纸质留存的可以不上传。
      </p>
    </>
  );
}

const begun = (): Values => ({
  channel: 'counter',
  receivedOn: civilDateAt(new Date()),
  request: {},
  files: [],
});

/** Enters a request that came in otherwise than by the portal. */
export function AmendmentIntakeForm({ onRegistered, onDiscarded }: Props): ReactNode {
  const { organ } = useSession();
  const [form] = Form.useForm<Values>();
  const draft = useDraft('recordAmendment.register', { version: null }, begun, { inWindow: true });
  const [values, setValues] = useState(draft.values);
  const register = useChange(recordAmendmentRoutes.register, { also: ['desk'] });
  const submit = ({ files, ...rest }: Complete): void => {
    if (organ === null) return;
    const { regionId, organId } = organ;
    const body = { ...rest, fileIds: files.map(({ fileId }) => fileId) };
    register.mutate(
      { request: { params: { regionId, organId }, body } },
      {
        onSuccess: (done) => {
          draft.forget();
          onRegistered(done);
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  };
  return (
    <section className="card narrow">
      <DraftGuard draft={draft} inWindow onDiscard={onDiscarded} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={draft.values}
        onValuesChange={(_changed, all) => {
          setValues(all);
          draft.keep(all);
        }}
        // The rules above let nothing pass that is not complete.
        onFinish={(all) => submit(all as Complete)}
      >
        <Receipt values={values} />
        <Request />
        <Form.Item name="files" noStyle>
          <Evidence />
        </Form.Item>
        <p className="quiet">登记后生成受理号和查询码，办理期限自收到日期的次日起计算。</p>
        <ProblemAlert error={register.error} title="没有登记" />
        <p className="actions form-end">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记
          </Button>
          <Link to="/record-amendments">返回列表</Link>
        </p>
      </Form>
    </section>
  );
}
