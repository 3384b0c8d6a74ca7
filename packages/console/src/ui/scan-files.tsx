import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { useSession } from '../app/session.ts';
import { useUpload } from '../app/use-upload.ts';
import { ProblemAlert } from './problem-alert.tsx';
import './scan-files.css';

export const MOST_SCANS = 20;

export interface ScanFile {
  readonly fileId: string;
  readonly name: string;
}

interface Props {
  /** What is in the files; they are named by it, for the name on the officer's device may be that of a person. */
  readonly title: string;
  readonly files: readonly ScanFile[];
  readonly isFull: boolean;
  readonly onAdd: (file: ScanFile) => void;
  readonly onRemove: (fileId: string) => void;
}

/** Scans of one kind that are uploaded for what is being registered. */
export function ScanFiles({ title, files, isFull, onAdd, onRemove }: Props): ReactNode {
  const { organ } = useSession();
  const upload = useUpload();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const take = (file: File): void => {
    if (organ === null) return;
    const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0].toLowerCase() ?? '';
    const name = `${title}${files.length + 1}${ending}`;
    upload.mutate({ organ, file, name }, { onSuccess: ({ fileId }) => onAdd({ fileId, name }) });
  };
  return (
    <div className="scans">
      <div className="actions">
        <Button
          icon={<UploadOutlined aria-hidden />}
          loading={upload.isPending}
          disabled={isFull}
          onClick={() => input.current?.click()}
        >
          上传{title}
        </Button>
        <label htmlFor={inputId} className="for-readers">
          {title}的文件
        </label>
        <input
          ref={input}
          id={inputId}
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
          tabIndex={-1}
          className="for-readers"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) take(file);
            // So that the same file can be chosen again after it was refused.
            target.value = '';
          }}
        />
        <ul className="scan-list">
          {files.map(({ fileId, name }) => (
            <li key={fileId}>
              {name}
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`去掉${name}`}
                onClick={() => onRemove(fileId)}
              />
            </li>
          ))}
        </ul>
      </div>
      <ProblemAlert error={upload.error} title="文件没有上传" />
    </div>
  );
}
