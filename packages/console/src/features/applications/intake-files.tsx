import type { ReactNode } from 'react';
import { MOST_SCANS, ScanFiles } from '../../ui/scan-files.tsx';
import { type FileUse, type IntakeValues, isByPost, type UploadedFile } from './intake-values.ts';

const USES = {
  form: '申请书',
  envelope: '信封（邮戳）',
  identity: '身份证明',
  powerOfAttorney: '授权委托书',
} as const satisfies Readonly<Record<FileUse, string>>;

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
        <ScanFiles
          key={use}
          title={USES[use]}
          files={value.filter((one) => one.use === use)}
          isFull={value.length >= MOST_SCANS}
          onAdd={(file) => onChange?.([...value, { ...file, use }])}
          onRemove={(fileId) => onChange?.(value.filter((one) => one.fileId !== fileId))}
        />
      ))}
      <p className="quiet">PDF、JPG 或者 PNG 文件。可以不上传；文件按用途命名，原文件名不保存。</p>
    </>
  );
}
