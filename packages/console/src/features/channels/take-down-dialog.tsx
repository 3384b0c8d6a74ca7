import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { PhotoField } from './photo-field.tsx';
import type { Posting } from './posting.ts';

interface Values {
  readonly on: string;
  readonly note?: string;
}

/** Notes that a poster came down. */
export function TakeDownDialog({
  row,
  onClose,
}: {
  readonly row: Posting;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [photoFileId, setPhoto] = useState<string | null>(null);
  const [isUploading, setUploading] = useState(false);
  const takeDown = useChange(noticeBoardRoutes.takeDown, { also: ['desk'] });
  const today = civilDateAt(new Date());
  const { regionId, organId, postingId, version, title, boardPlace, postedOn } = row;
  const submit = ({ on, note = '' }: Values): void =>
    takeDown.mutate(
      { request: { params: { regionId, postingId }, body: { on, note, photoFileId } }, version },
      {
        onSuccess: () => {
          void message.success('已登记撤下');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <EntryDialog<Values>
      title="登记撤下"
      confirm="登记"
      form={form}
      initialValues={{ on: today }}
      running={takeDown}
      isHeld={isUploading}
      about={
        <p>
          {title}，张贴在{boardPlace}。
        </p>
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="on" label="撤下日期" rules={[{ required: true, message: '请填写撤下日期' }]}>
        <Input type="date" min={postedOn} max={today} />
      </Form.Item>
      <PhotoField
        organ={{ regionId, organId }}
        value={photoFileId}
        onChange={setPhoto}
        onBusy={setUploading}
      />
      <Form.Item name="note" label="备注（可以不填）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </EntryDialog>
  );
}
