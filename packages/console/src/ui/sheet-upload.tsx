import { UploadOutlined } from '@ant-design/icons';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

/**
 * Sends a sheet to be looked at.
 *
 * @param name under which it is sent: the one on the person's device may name somebody
 * @param send sends the form that holds the file
 */
export function useSheetCheck<Report>(
  name: string,
  send: (body: FormData) => Promise<Report>,
  onChecked: (report: Report) => void,
): UseMutationResult<Report, Error, File> {
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file, name);
      return send(body);
    },
    onSuccess: onChecked,
  });
}

const SHEETS = '.xlsx,.xls,.et,.ods';

interface Props {
  /** What is chosen, for those who do not see the button. */
  readonly label: string;
  readonly check: Pick<UseMutationResult<unknown, Error, File>, 'mutate' | 'isPending' | 'error'>;
  readonly disabled?: boolean;
  /** What other systems export is taken as it is. */
  readonly takesCsv?: boolean;
  /** Another file was chosen: what was said of the former one no longer holds. */
  readonly onChosen: () => void;
}

/** The way to choose a sheet, which is then looked at row by row. */
export function SheetUpload({
  label,
  check,
  disabled = false,
  takesCsv = false,
  onChosen,
}: Props): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <label htmlFor={id} className="for-readers">
        {label}
      </label>
      <input
        id={id}
        ref={input}
        type="file"
        className="for-readers"
        tabIndex={-1}
        accept={takesCsv ? `${SHEETS},.csv` : SHEETS}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file, mended, can be chosen again.
          target.value = '';
          if (file === undefined) return;
          onChosen();
          check.mutate(file);
        }}
      />
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        disabled={disabled}
        loading={check.isPending}
        onClick={() => input.current?.click()}
      >
        选择文件
      </Button>
      <p role="status" className="quiet">
        {check.isPending ? '正在上传并逐行检查……' : ''}
      </p>
      <ProblemAlert error={check.error} />
    </>
  );
}
