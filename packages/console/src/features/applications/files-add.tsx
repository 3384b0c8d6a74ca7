import { UploadOutlined } from '@ant-design/icons';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { ADDABLE_USES, type AddableUse, CASE_FILE_USES } from '@zhaoshi/domain/application/case-files';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { useUpload } from '../../app/use-upload.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownCase } from './shown-application.ts';
import type { CaseFiles } from './shown-files.ts';

const isUse = (text: string): text is AddableUse => ADDABLE_USES.some((use) => use === text);

/** Uploads a file for a use and draws it into the case. */
export function AddFile({
  shown,
  files,
}: {
  readonly shown: ShownCase;
  readonly files: CaseFiles;
}): ReactNode {
  const { regionId, organId, applicationId } = shown;
  const [use, setUse] = useState<AddableUse>('source');
  const upload = useUpload();
  const add = useChange(applicationFileRoutes.add, { also: ['applications'] });
  const input = useRef<HTMLInputElement>(null);
  const [useId_, helpId, fileId_] = [useId(), useId(), useId()];
  const take = (file: File): void => {
    add.reset();
    upload.mutate(
      { organ: { regionId, organId }, file, name: file.name },
      {
        onSuccess: ({ fileId }) =>
          add.mutate({ request: { params: { regionId, applicationId }, body: { fileId, use } } }),
      },
    );
  };
  const hindrance =
    use === 'released' ? (files.releaseRefused ?? undefined) : (files.additionRefused ?? undefined);
  return (
    <div className="add-file">
      <label htmlFor={useId_}>用途</label>
      <select
        id={useId_}
        value={use}
        aria-describedby={helpId}
        onChange={({ target }) => {
          if (isUse(target.value)) setUse(target.value);
        }}
      >
        {ADDABLE_USES.map((one) => (
          <option key={one} value={one}>
            {CASE_FILE_USES[one].title}
          </option>
        ))}
      </select>
      <AbilityButton
        icon={<UploadOutlined aria-hidden />}
        needs="application.handle"
        abilities={files.abilities}
        hindrance={hindrance}
        loading={upload.isPending || add.isPending}
        onClick={() => input.current?.click()}
      >
        上传文件
      </AbilityButton>
      <label htmlFor={fileId_} className="for-readers">
        要上传的文件
      </label>
      <input
        ref={input}
        id={fileId_}
        type="file"
        tabIndex={-1}
        className="for-readers"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) take(file);
          // So that the same file can be chosen again after it was refused.
          target.value = '';
        }}
      />
      <p id={helpId} className="quiet">
        {CASE_FILE_USES[use].help}文件和文件名都加密保存。
      </p>
      <span className="for-readers" role="status">
        {add.isSuccess ? '文件已添加。' : ''}
      </span>
      <ProblemAlert error={upload.error ?? add.error} title="文件没有添加" />
    </div>
  );
}
