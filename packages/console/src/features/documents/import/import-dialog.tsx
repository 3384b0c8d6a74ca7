import { UploadOutlined } from '@ant-design/icons';
import { bodyText } from '@zhaoshi/domain/disclosure/document-body';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import { Button, Checkbox, Modal, Tag } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { partWords } from '../edit/content-labels.ts';
import { type FileOwner, useFileUpload } from '../editor/use-file-upload.ts';
import { BodyView } from '../review/body-view.tsx';
import type { ContentValues } from '../shown-document.ts';
import { firstChoice, type ImportPart, newFields, takenOf } from './import-choice.ts';
import { IMPORTABLE, type ImportedFile, useImport } from './use-import.ts';
import './import.css';

interface Props {
  readonly owner: FileOwner;
  /** What the form says now. */
  readonly values: ContentValues;
  /** The parts that were confirmed; attachments come complete, the original at the end. */
  readonly onTake: (taken: Partial<ContentValues>) => void;
  readonly onClose: () => void;
}

function FileChoice({
  isReading,
  onFile,
}: {
  readonly isReading: boolean;
  readonly onFile: (file: File) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <label htmlFor={id} className="for-readers">
        选择要导入的文件
      </label>
      <input
        id={id}
        ref={input}
        type="file"
        className="for-readers"
        tabIndex={-1}
        accept={IMPORTABLE}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file, mended, can be chosen again.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={isReading}
        onClick={() => input.current?.click()}
      >
        选择文件
      </Button>
      <p role="status" className="quiet">
        {isReading ? '正在读取……' : ''}
      </p>
    </>
  );
}

interface PreviewProps {
  readonly read: ImportedFile;
  readonly values: ContentValues;
  readonly chosen: ReadonlySet<ImportPart>;
  readonly onToggle: (part: ImportPart, isOn: boolean) => void;
}

function ReadFields({ read, values, chosen, onToggle }: PreviewProps): ReactNode {
  const fields = newFields(read, values);
  if (read.fields.length === 0) return <p>没有读出标题、文号等要素，请在公开信息中填写。</p>;
  if (fields.length === 0) return <p>读出的要素与已填写的一致。</p>;
  return (
    <ul className="rows read-fields">
      {fields.map(({ field, title, value, confidence, from }) => (
        <li key={field}>
          <Checkbox checked={chosen.has(field)} onChange={({ target }) => onToggle(field, target.checked)}>
            {title}：<b>{value}</b>
          </Checkbox>{' '}
          <Tag color={confidence === 'certain' ? 'success' : 'warning'}>
            {confidence === 'certain' ? '把握较大' : '请核对'}
          </Tag>
          <small className="quiet">
            读自“{from}”；现在填写的是{partWords(field, values[field]) || '（空）'}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What the file gives, part by part, with what was left out of it. */
function Preview(props: PreviewProps): ReactNode {
  const { read, values, chosen, onToggle } = props;
  const hasBody = bodyText(readBody(values.body).body) !== '';
  const [original] = read.suggestedAttachments;
  return (
    <>
      {read.notes.length > 0 && (
        <div>
          <h3>请注意</h3>
          <ul>
            {read.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>读出的要素，选中的才填入</h3>
        <ReadFields {...props} />
      </div>
      <div>
        <h3>读出的正文</h3>
        <Checkbox checked={chosen.has('body')} onChange={({ target }) => onToggle('body', target.checked)}>
          {hasBody ? '用下面的正文替换现有正文' : '填入下面的正文'}
        </Checkbox>
        {/* Scrolled with the keyboard too. */}
        <div className="import-preview" tabIndex={0} role="region" aria-label="正文预览">
          <BodyView body={readBody(read.content.body).body} addressOf={() => ''} />
        </div>
      </div>
      {original !== undefined && (
        <Checkbox
          checked={chosen.has('original')}
          onChange={({ target }) => onToggle('original', target.checked)}
        >
          把原文件“{original.name}”作为附件<small className="quiet"> {original.reason}</small>
        </Checkbox>
      )}
    </>
  );
}

/** Reads a file, shows what it gives, and hands on what a person confirmed; nothing is filled in unseen. */
export function ImportDialog({ owner, values, onTake, onClose }: Props): ReactNode {
  const read = useImport(owner);
  const upload = useFileUpload(owner);
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<ImportPart>>(new Set());
  const choose = (one: File): void => {
    setFile(one);
    upload.reset();
    const hasBody = bodyText(readBody(values.body).body) !== '';
    read.mutate(one, { onSuccess: (answer) => setChosen(firstChoice(answer, values, hasBody)) });
  };
  const toggle = (part: ImportPart, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(part);
    else next.delete(part);
    setChosen(next);
  };
  const take = (): void => {
    if (read.data === undefined) return;
    const taken = takenOf(read.data, chosen);
    if (!chosen.has('original') || file === null) return onTake(taken);
    upload.mutate(file, {
      onSuccess: ({ fileId, name }) =>
        onTake({ ...taken, attachments: [...values.attachments, { fileId, name }] }),
    });
  };
  return (
    <Modal
      open
      width={860}
      title="导入文件"
      okText="填入选中的"
      cancelText="取消"
      okButtonProps={{ disabled: chosen.size === 0 || read.data === undefined, loading: upload.isPending }}
      onOk={take}
      onCancel={onClose}
    >
      <p>
        可以读取 Word、WPS、PDF、网页、纯文本和电子表格，读出正文和要素，核对后填入草稿；OFD
        和扫描件读不出文字，请作为附件上传。
      </p>
      <FileChoice isReading={read.isPending} onFile={choose} />
      <ProblemAlert error={read.error} title="没有读入" />
      <ProblemAlert error={upload.error} title="原文件没有上传" />
      {read.data !== undefined && !read.isPending && (
        <Preview read={read.data} values={values} chosen={chosen} onToggle={toggle} />
      )}
    </Modal>
  );
}
