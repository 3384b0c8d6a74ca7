import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import { INSPECTION_VERDICTS, type InspectionVerdict } from '@zhaoshi/domain/oversight/inspection';
import { App, Button, Checkbox, Form, Input, Modal, Radio, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useKeptFile } from '../../ui/use-kept-file.ts';
import type { Check, ShownInspection } from './shown-inspection.ts';

const VERDICTS = Object.entries(INSPECTION_VERDICTS).map(([value, label]) => ({ value, label }));

interface Values {
  readonly verdict: InspectionVerdict;
  readonly faults?: string[];
  readonly note?: string;
}

interface Props {
  readonly shown: ShownInspection;
  readonly check: Check;
  readonly onClose: () => void;
}

/** Enters what was found of an item, with a photograph. */
export function FindingDialog({ shown, check, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const record = useChange(inspectionRoutes.record);
  const { file, error, isBusy, upload } = useKeptFile(shown);
  const { regionId, inspectionId, version, checklist } = shown;
  const isFault = Form.useWatch('verdict', form) === 'fault';
  const submit = ({ verdict, faults = [], note = '' }: Values): void =>
    record.mutate(
      {
        request: {
          params: { regionId, inspectionId, item: check.item },
          body: {
            verdict,
            faults: verdict === 'fault' ? faults : [],
            note,
            fileId: file?.fileId ?? check.fileId,
          },
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
      title={check.title}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: isBusy }}
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        className="inspection-form"
        requiredMark={false}
        initialValues={{ verdict: check.verdict ?? 'inOrder', faults: check.faults, note: check.note }}
        onFinish={submit}
      >
        <Form.Item name="verdict" label="结果">
          <Radio.Group options={VERDICTS} />
        </Form.Item>
        {isFault && (
          <Form.Item name="faults" label="没有做到的检查项目">
            <Checkbox.Group options={checklist.map(({ code, text }) => ({ value: code, label: text }))} />
          </Form.Item>
        )}
        <Form.Item name="note" label="说明（可以不填）">
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Upload
          maxCount={1}
          accept=".jpg,.jpeg,.png,.pdf"
          showUploadList={false}
          beforeUpload={(picked) => {
            void upload(picked);
            return false;
          }}
        >
          <Button loading={isBusy}>
            {file === null && check.fileId === null ? '附照片或者截图（可以不附）' : '换一张照片或者截图'}
          </Button>
        </Upload>
        {file !== null && <p>{file.name}</p>}
      </Form>
      <ProblemAlert error={error ?? record.error} />
    </Modal>
  );
}
