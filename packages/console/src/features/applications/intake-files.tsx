import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { useSession } from '../../app/session.ts';
import { useUpload } from '../../app/use-upload.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type FileUse, type IntakeValues, isByPost, type UploadedFile } from './intake-values.ts';

const USES = {
  form: '申请书',
  envelope: '信封（邮戳）',
  identity: '身份证明',
  powerOfAttorney: '授权委托书',
} as const satisfies Readonly<Record<FileUse, string>>;

const MOST_FILES = 20;

/** Named by its use: the name on the officer's device may be that of the applicant. */
function nameFor(use: FileUse, file: File, others: readonly UploadedFile[]): string {
  const number = others.filter((one) => one.use === use).length + 1;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0].toLowerCase() ?? '';
  return `${USES[use]}${number}${ending}`;
}

interface UseProps {
  readonly use: FileUse;
  readonly files: readonly UploadedFile[];
  readonly onChange: (files: readonly UploadedFile[]) => void;
}

function FilesOfUse({ use, files, onChange }: UseProps): ReactNode {
  const { organ } = useSession();
  const upload = useUpload();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const take = (file: File): void => {
    if (organ === null) return;
    const name = nameFor(use, file, files);
    upload.mutate(
      { organ, file, name },
      { onSuccess: ({ fileId }) => onChange([...files, { fileId, use, name }]) },
    );
  };
  return (
    <div className="scans">
      <div className="actions">
        <Button
          icon={<UploadOutlined aria-hidden />}
          loading={upload.isPending}
          disabled={files.length >= MOST_FILES}
          onClick={() => input.current?.click()}
        >
          上传{USES[use]}
        </Button>
        <label htmlFor={inputId} className="for-readers">
          {USES[use]}的文件
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
          {files
            .filter((one) => one.use === use)
            .map((one) => (
              <li key={one.fileId}>
                {one.name}
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`去掉${one.name}`}
                  onClick={() => onChange(files.filter(({ fileId }) => fileId !== one.fileId))}
                />
              </li>
            ))}
        </ul>
      </div>
      <ProblemAlert error={upload.error} title="文件没有上传" />
    </div>
  );
}

interface Props {
  readonly values: IntakeValues;
  readonly value?: readonly UploadedFile[];
  readonly onChange?: (files: readonly UploadedFile[]) => void;
}

/** Scans of what came in, each by what it is. */
export function IntakeFiles({ values, value = [], onChange }: Props): ReactNode {
  const uses: readonly FileUse[] = [
    'form',
    ...(isByPost(values.channel) ? (['envelope'] as const) : []),
    'identity',
    ...(values.hasAgent === true ? (['powerOfAttorney'] as const) : []),
  ];
  return (
    <>
      {uses.map((use) => (
        <FilesOfUse key={use} use={use} files={value} onChange={(files) => onChange?.(files)} />
      ))}
      <p className="quiet">PDF、JPG 或者 PNG 文件。可以不上传；文件按用途命名，原文件名不保存。</p>
    </>
  );
}
