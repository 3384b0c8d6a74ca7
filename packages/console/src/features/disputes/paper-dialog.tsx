import { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import {
  DISPUTE_FILE_KIND_NAMES,
  DISPUTE_FILE_KINDS,
  type DisputeFileKind,
  FILE_DIRECTIONS,
} from '@zhaoshi/domain/dispute/dispute-files';
import { App, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { useUpload } from '../../app/use-upload.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import { DayInput } from './day-input.tsx';
import type { ShownDispute } from './shown-dispute.ts';

interface Values {
  readonly kind: DisputeFileKind;
  readonly datedOn: string;
  readonly number?: string;
  readonly counterpart: string;
}

const KINDS = (['in', 'out'] as const).map((direction) => ({
  label: FILE_DIRECTIONS[direction],
  options: DISPUTE_FILE_KIND_NAMES.filter((kind) => DISPUTE_FILE_KINDS[kind].direction === direction).map(
    (value) => ({ value, label: DISPUTE_FILE_KINDS[value].title }),
  ),
}));

/** Uploads a paper and enters it into the case. */
export function PaperDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownDispute;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File | null>(null);
  const [isMissed, setMissed] = useState(false);
  const upload = useUpload(disputeFileRoutes.upload);
  const add = useChange(disputeFileRoutes.add, { also: ['disputes'] });
  const { regionId, organId, disputeId, stages } = shown;
  const enter = (id: string, { number = '', ...values }: Values): void =>
    add.mutate(
      { request: { params: { regionId, disputeId }, body: { ...values, number, fileId: id } } },
      {
        onSuccess: () => {
          void message.success('已登记');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  const submit = (values: Values): void => {
    if (file === null) {
      setMissed(true);
      return;
    }
    upload.mutate(
      { organ: { regionId, organId }, file, name: file.name },
      { onSuccess: (taken) => enter(taken.fileId, values) },
    );
  };
  return (
    <Modal
      open
      title="登记文书"
      okText="登记"
      cancelText="取消"
      confirmLoading={upload.isPending || add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        className="dispute-form"
        requiredMark={false}
        initialValues={{ counterpart: stages.at(-1)?.tribunal ?? '' }}
        onFinish={submit}
      >
        <Form.Item name="kind" label="种类" rules={[{ required: true, message: '请选择文书的种类' }]}>
          <Select options={KINDS} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item
          name="datedOn"
          label="收到或者发出的日期"
          rules={[{ required: true, message: '请填写日期' }]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item
          name="counterpart"
          label="来文单位（人）或者送达的单位（人）"
          rules={required('请填写来文或者送达的单位')}
          extra="加密保存。"
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="number" label="文号（没有的留空）">
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <div className="paper-file">
          <span>
            <FileButton
              label="文件"
              onFiles={([chosen]) => {
                setFile(chosen ?? null);
                setMissed(false);
              }}
            >
              选择文件
            </FileButton>{' '}
            <span aria-live="polite">{file?.name ?? '还没有选择'}</span>
          </span>
          {isMissed && (
            <p className="late" role="alert">
              请选择文件
            </p>
          )}
        </div>
      </Form>
      <ProblemAlert error={upload.error ?? add.error} title="文书没有登记" />
    </Modal>
  );
}
