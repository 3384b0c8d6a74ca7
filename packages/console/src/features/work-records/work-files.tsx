import { DeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addressOf, call } from '../../app/api.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { WorkFile } from './shown-work.ts';

interface Owner {
  readonly regionId: string;
  readonly organId: string;
}

/** A link to a proof. */
export const FileLink = ({
  regionId,
  file,
}: {
  readonly regionId: string;
  readonly file: WorkFile;
}): ReactNode => (
  <a href={addressOf(fileRoutes.download.path, { params: { regionId, fileId: file.fileId } })} download>
    {file.name}
  </a>
);

interface Props {
  readonly owner: Owner;
  readonly value?: readonly WorkFile[];
  readonly onChange?: (files: readonly WorkFile[]) => void;
}

/** Files that prove what was done: uploaded at once, kept when the record is saved. */
export function WorkFiles({ owner, value = [], onChange }: Props): ReactNode {
  const inputId = useId();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = async (file: File): Promise<WorkFile> => {
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
      const taken: WorkFile[] = [];
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
            <FileLink regionId={owner.regionId} file={file} />{' '}
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
      <label htmlFor={inputId}>上传证明材料（通知、签到表、照片、文件，可以一次选几个）</label>
      <br />
      <input
        id={inputId}
        type="file"
        multiple
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) upload.mutate(files);
        }}
      />
      <span aria-live="polite">{upload.isPending ? '正在上传……' : ''}</span>
      <ProblemAlert error={upload.error} title={`没有上传：${refused.join('、')}`} />
    </>
  );
}
