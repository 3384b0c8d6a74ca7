import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { Button, Input, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { addressOf } from '../../../app/api.ts';
import { MoveButtons } from '../../../ui/move-buttons.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { type FileOwner, useFileUpload } from '../editor/use-file-upload.ts';
import type { ContentValues, ShownFileScan } from '../shown-document.ts';
import { AttachmentTools } from './attachment-tools.tsx';

type Attachment = ContentValues['attachments'][number];

const LONGEST_NAME = 200;
const MOST = 100;

const moved = (list: readonly Attachment[], from: number, to: number): readonly Attachment[] => {
  const rest = list.filter((_, at) => at !== from);
  const one = list[from];
  return one === undefined ? list : [...rest.slice(0, to), one, ...rest.slice(to)];
};

interface Props {
  readonly owner: FileOwner;
  readonly documentId: string;
  /** What the scan knows of them. */
  readonly scans: readonly ShownFileScan[];
  /** A file was added, or a clean one took the place of another. */
  readonly onNewFile: () => void;
  /** Files that were dropped into the text; taken once each. */
  readonly dropped: readonly File[];
  readonly onTaken: () => void;
  readonly value?: readonly Attachment[];
  readonly onChange?: (attachments: readonly Attachment[]) => void;
}

/** Files that are published with the text: uploaded, named and put in order. */
export function AttachmentsField(props: Props): ReactNode {
  const { owner, documentId, scans, onNewFile, dropped, onTaken, value = [], onChange } = props;
  const upload = useFileUpload(owner);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const latest = useRef(value);
  latest.current = value;
  const set = (next: readonly Attachment[]): void => {
    latest.current = next;
    onChange?.(next);
  };
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      try {
        const { fileId } = await upload.mutateAsync(file);
        set([...latest.current, { fileId, name: file.name.slice(0, LONGEST_NAME) }]);
        onNewFile();
      } catch {
        // Told by the alert below; the files before it are there.
        return;
      }
    }
  };
  useEffect(() => {
    if (dropped.length === 0) return;
    onTaken();
    void take(dropped);
  });
  return (
    <>
      <ProblemAlert error={upload.error} title="文件没有上传" />
      <ol className="attachments">
        {value.map((one, index) => (
          <li key={one.fileId}>
            <Input
              aria-label={`第${index + 1}个附件的名称`}
              maxLength={LONGEST_NAME}
              value={one.name}
              onChange={({ target }) =>
                set(value.map((other) => (other === one ? { ...one, name: target.value } : other)))
              }
            />
            <a
              href={addressOf(fileRoutes.download.path, {
                params: { regionId: owner.regionId, fileId: one.fileId },
              })}
              download
            >
              下载<span className="for-readers">{one.name}</span>
            </a>
            <MoveButtons
              name={one.name}
              index={index}
              count={value.length}
              onMove={(to) => set(moved(value, index, to))}
            />
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉附件${one.name}`}
              onClick={() => set(value.filter((other) => other !== one))}
            />
            <AttachmentTools
              address={{ regionId: owner.regionId, documentId, fileId: one.fileId }}
              name={one.name}
              scan={scans.find(({ fileId }) => fileId === one.fileId)}
              onReplace={(fileId, toLookAt) => {
                setWarnings(toLookAt);
                set(
                  latest.current.map((other) => (other.fileId === one.fileId ? { ...other, fileId } : other)),
                );
                onNewFile();
              }}
            />
          </li>
        ))}
      </ol>
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={upload.isPending}
        disabled={value.length >= MOST}
        onClick={() => input.current?.click()}
      >
        上传附件
      </Button>
      <label htmlFor={inputId} className="for-readers">
        附件的文件
      </label>
      <input
        ref={input}
        id={inputId}
        type="file"
        multiple
        tabIndex={-1}
        className="for-readers"
        onChange={({ target }) => {
          void take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Modal
        open={warnings.length > 0}
        title="已替换附件，请再核对"
        footer={
          <Button type="primary" onClick={() => setWarnings([])}>
            知道了
          </Button>
        }
        onCancel={() => setWarnings([])}
        destroyOnHidden
      >
        {warnings.map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
      </Modal>
    </>
  );
}
