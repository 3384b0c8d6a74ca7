import { DOCUMENT_ACT_TEXTS, type DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { Button, Form, Input, Modal, Tag } from 'antd';
import type { ReactNode } from 'react';
import { SecondFactorDialog } from '../../../../ui/second-factor-dialog.tsx';
import type { DocumentRow } from '../../shown-document.ts';
import { batchNotices, batchOutcome } from './batch-act.ts';
import { type BatchItem, useBatch } from './use-batch.ts';

function State({ item: { shown, hindrance, result } }: { readonly item: BatchItem }): ReactNode {
  if (result?.isDone === true) return <Tag color="success">已办理</Tag>;
  if (result?.isDone === false) return <span className="late">没有办理：{result.words}</span>;
  if (hindrance === undefined) return <span className="quiet">正在核对……</span>;
  if (hindrance !== null) return <span className="late">不能办理：{hindrance}</span>;
  const notices = shown === undefined ? [] : batchNotices(shown);
  return (
    <span>
      <Tag>可以办理</Tag>
      {notices.length > 0 && <span className="quiet">请留意：{notices.join('')}</span>}
    </span>
  );
}

interface Props {
  readonly rows: readonly DocumentRow[];
  readonly type: DocumentActType;
  readonly onClose: () => void;
}

type Values = Readonly<Record<string, string | undefined>>;

/** Does one act on each of the chosen documents and says how it went with each. */
export function BatchDialog({ rows, type, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const { items, isRunning, isUnsigned, run, giveUp } = useBatch(rows, type);
  const { title, law } = DOCUMENT_TRANSITIONS[type];
  const left = items.filter(({ hindrance, result }) => hindrance === null && result === undefined).length;
  const done = items.filter(({ result }) => result?.isDone === true).length;
  const isOver = items.some(({ result }) => result !== undefined) && left === 0;
  const isLate = items.some(({ shown }) => shown?.deadline?.isLate === true);
  const fields = Object.entries(DOCUMENT_ACT_TEXTS[type]).filter(([key]) => key !== 'lateReason' || isLate);
  const submit = async (): Promise<void> => {
    await run(await form.validateFields());
  };
  return (
    <Modal
      open
      width={760}
      title={`${title}：${rows.length}份文件`}
      onCancel={onClose}
      footer={
        <div className="actions">
          {!isOver && (
            <Button type="primary" disabled={left === 0} loading={isRunning} onClick={() => void submit()}>
              {title}（{left}份）
            </Button>
          )}
          <Button onClick={onClose}>{isOver ? '完成' : '取消'}</Button>
        </div>
      }
    >
      <p className="law-sentence">{law}</p>
      <p>每一份分别核对、分别办理；不能办理的不影响其他文件。</p>
      <ul className="rows batch" aria-label="选中的文件">
        {items.map((item) => (
          <li key={item.row.documentId}>
            <span>{item.row.title}</span>
            <State item={item} />
          </li>
        ))}
      </ul>
      <p role="status">{isOver ? batchOutcome(done, items.length - done) : ''}</p>
      {!isOver && (
        <Form<Values> form={form} layout="vertical" requiredMark={false}>
          {fields.map(([key, { title: label }]) => (
            <Form.Item
              key={key}
              name={key}
              label={key === 'lateReason' ? `${label}（已逾期的文件都用这个原因）` : `${label}（可不填）`}
              rules={[
                { required: key === 'lateReason', whitespace: true, message: `请填写${label}` },
                { max: 4000, message: '不超过 4000 字' },
              ]}
            >
              <Input.TextArea rows={2} className="growing" />
            </Form.Item>
          ))}
        </Form>
      )}
      {isUnsigned && (
        <SecondFactorDialog
          what={`${title}（${left}份）`}
          onConfirmed={() => void run(form.getFieldsValue())}
          onCancel={giveUp}
        />
      )}
    </Modal>
  );
}
