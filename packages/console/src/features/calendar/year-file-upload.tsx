import { Alert, Button } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { ShownYear } from './calendar-types.ts';
import { readYearFile } from './editor-values.ts';

const LARGEST_BYTES = 200_000;

function download(file: ShownYear['file']): void {
  const text = `${JSON.stringify(file, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `working-calendar-${file.year}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

interface Props {
  readonly year: number;
  /** What holds now, as a file. */
  readonly current: ShownYear['file'];
  /** Whoever offers the form gets the file's contents; nothing is saved yet. */
  readonly onRead: (file: ShownYear['file']) => void;
}

/** Takes a year's file, checks it here and fills the form with it. */
export function YearFileUpload({ year, current, onRead }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(false);
  const helpId = useId();
  const take = async (file: File): Promise<void> => {
    setTaken(false);
    if (file.size > LARGEST_BYTES) {
      setComplaints(['文件超过 200 kB，不是工作日历文件。']);
      return;
    }
    const result = readYearFile(year, await file.text());
    setComplaints(result.ok ? [] : result.error);
    if (!result.ok) return;
    setTaken(true);
    onRead(result.value);
  };
  return (
    <>
      <div className="actions">
        <Button aria-describedby={helpId} onClick={() => input.current?.click()}>
          从文件载入……
        </Button>
        <span id={helpId} className="quiet">
          {year}年的 JSON 文件；读取后填入下面各栏，保存前不生效。也可以直接填写。
        </span>
        <Button onClick={() => download(current)}>下载现行内容（文件格式的样本）</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={`${year}年的工作日历文件`}
          tabIndex={-1}
          className="for-readers"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
            // So that the same file can be chosen again after it was mended.
            target.value = '';
          }}
        />
      </div>
      {taken && (
        <p role="status" className="quiet">
          文件已读取，请核对下面各栏。
        </p>
      )}
      {complaints.length > 0 && (
        <Alert
          className="problem"
          type="error"
          showIcon
          role="alert"
          title="文件没有载入"
          description={
            <ul>
              {complaints.map((complaint) => (
                <li key={complaint}>{complaint}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
