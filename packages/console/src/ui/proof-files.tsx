import { DeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../app/api.ts';
import { FileButton } from './file-button.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** A file that proves something. */
export interface ProofFile {
  readonly fileId: string;
  readonly name: string;
}

interface Owner {
  readonly regionId: string;
  readonly organId: string;
}

interface Props {
  readonly owner: Owner;
  /** Where one of them is read; without it they stand by name. */
  readonly hrefOf?: (file: ProofFile) => string;
  /** What may be given, such as 通知、照片. */
  readonly what: string;
  readonly value?: readonly ProofFile[];
  readonly onChange?: (files: readonly ProofFile[]) => void;
}

/** Files that prove something: uploaded at once, kept when what they prove is saved. */
export function ProofFiles({ owner, hrefOf, what, value = [], onChange }: Props): ReactNode {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = async (file: File): Promise<ProofFile> => {
    const body = new FormData();
    body.append('file', file, file.name);
    const options = { idempotencyKey: crypto.randomUUID() };
    const request = { params: owner, body };
    const { fileId } = await call(fileRoutes.upload, request, options);
    return { fileId, name: file.name };
  };
  const upload = useMutation({
    // One that is refused keeps the others from nothing.
    mutationFn: async (files: readonly File[]): Promise<void> => {
      const taken: ProofFile[] = [];
      const failed: { readonly name: string; readonly error: unknown }[] = [];
      for (const file of files) {
        try {
          taken.push(await take(file));
        } catch (error) {
          failed.push({ name: file.name, error });
        }
      }
      if (taken.length > 0) onChange?.([...value, ...taken]);
      setRefused(failed.map(({ name }) => name));
      const [first] = failed;
      if (first !== undefined) throw first.error;
    },
  });
  return (
    <>
      <ul className="plain-list" aria-label="证明材料">
        {value.map((file) => (
          <li key={file.fileId}>
            {hrefOf === undefined ? (
              file.name
            ) : (
              <a href={hrefOf(file)} download>
                {file.name}
              </a>
            )}{' '}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉${file.name}`}
              onClick={() => onChange?.(value.filter((other) => other !== file))}
            />
          </li>
        ))}
      </ul>
      <FileButton
        label={`上传证明材料（${what}，可以一次选几个）`}
        multiple
        loading={upload.isPending}
        onFiles={(files) => upload.mutate(files)}
      >
        上传证明材料
      </FileButton>{' '}
      <span className="quiet">{what}，可以一次选几个</span>{' '}
      <span aria-live="polite">{upload.isPending ? '正在上传……' : ''}</span>
      <ProblemAlert error={upload.error} title={`没有上传：${refused.join('、')}`} />
    </>
  );
}
