import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { addDays, civilDateAt, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { App, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Organ } from './board-list.tsx';
import { DocumentPicker } from './document-picker.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { PhotoField } from './photo-field.tsx';

interface Values {
  readonly boardId: string;
  readonly documentId: string;
  readonly postedOn: string;
  readonly plannedOn?: string;
  readonly note?: string;
}

/** Until when the chosen document has to hang, told before it is put up. */
function Showing({
  regionId,
  documentId,
  postedOn,
}: {
  readonly regionId: string;
  readonly documentId: string | undefined;
  readonly postedOn: string | undefined;
}): ReactNode {
  const from = postedOn ?? '';
  const isAsked = documentId !== undefined && parseCivilDate(from) !== undefined;
  const request = { params: { regionId, documentId: documentId ?? '' }, query: { from } };
  const { data, error } = useRead(noticeBoardRoutes.showing, request, { enabled: isAsked });
  if (!isAsked) return null;
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return null;
  const next = parseCivilDate(data.until);
  return (
    <p aria-live="polite">
      须张贴到{shownDate(data.until)}（{data.words}）
      {next !== undefined && `，${shownDate(addDays(next, 1))}起可以撤下`}。
    </p>
  );
}

/** Notes that a public document was put up. */
export function PostDialog({ organ, onClose }: { readonly organ: Organ; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [photoFileId, setPhoto] = useState<string | null>(null);
  const [isUploading, setUploading] = useState(false);
  const boards = useRead(noticeBoardRoutes.list, { params: organ });
  const post = useChange(noticeBoardRoutes.post, { also: ['desk'] });
  const today = civilDateAt(new Date());
  const documentId = Form.useWatch('documentId', form);
  const postedOn = Form.useWatch('postedOn', form);
  const inUse = (boards.data?.items ?? []).filter(({ closedOn }) => closedOn === null);
  const submit = ({ boardId, plannedOn = '', note = '', ...values }: Values): void =>
    post.mutate(
      {
        request: {
          params: { regionId: organ.regionId, boardId },
          body: { ...values, note, photoFileId, plannedOn: plannedOn === '' ? null : plannedOn },
        },
      },
      {
        onSuccess: () => {
          void message.success('已登记张贴');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <EntryDialog<Values>
      title="登记张贴"
      confirm="登记"
      form={form}
      initialValues={{ postedOn: today }}
      running={post}
      isHeld={isUploading}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="documentId" label="文件" rules={[{ required: true, message: '请选择张贴的文件' }]}>
        <DocumentPicker organId={organ.organId} />
      </Form.Item>
      <Form.Item name="boardId" label="公示栏" rules={[{ required: true, message: '请选择公示栏' }]}>
        <Select
          notFoundContent="还没有登记公示栏"
          options={inUse.map(({ boardId, place }) => ({ value: boardId, label: place }))}
        />
      </Form.Item>
      <Form.Item name="postedOn" label="张贴日期" rules={[{ required: true, message: '请填写张贴日期' }]}>
        <Input type="date" max={today} />
      </Form.Item>
      <Showing regionId={organ.regionId} documentId={documentId} postedOn={postedOn} />
      <Form.Item name="plannedOn" label="计划撤下日期（不填为期满次日）">
        <Input type="date" />
      </Form.Item>
      <PhotoField organ={organ} value={photoFileId} onChange={setPhoto} onBusy={setUploading} />
      <Form.Item name="note" label="备注（可以不填）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </EntryDialog>
  );
}
