import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FileButton } from './file-button.tsx';
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
  return (
    <>
      <FileButton
        label={label}
        type="primary"
        accept={takesCsv ? `${SHEETS},.csv` : SHEETS}
        disabled={disabled}
        loading={check.isPending}
        onFiles={([file]) => {
          if (file === undefined) return;
          onChosen();
          check.mutate(file);
        }}
      >
        选择文件
      </FileButton>
      <p role="status" className="quiet">
        {check.isPending ? '正在上传并逐行检查……' : ''}
      </p>
      <ProblemAlert error={check.error} />
    </>
  );
}
