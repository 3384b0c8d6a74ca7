import { documentAttachmentRoutes as routes } from '@zhaoshi/contract/routes/document-attachments';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useChange } from '../../../app/use-route.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { openFindings } from '../scan/open-findings.ts';
import type { ShownFileScan } from '../shown-document.ts';
import { type AttachmentAddress, RedactAttachment } from './redact-attachment.tsx';

interface Props {
  readonly address: AttachmentAddress;
  readonly name: string;
  /** `undefined`: not asked yet. */
  readonly scan: ShownFileScan | undefined;
  /** A clean file that takes the place of this one, and what has to be looked at in it. */
  readonly onReplace: (fileId: string, warnings: readonly string[]) => void;
}

const MOST_SHOWN = 5;

/** What can be covered are pages: in Word or Excel the words stay in the file below whatever is drawn on them. */
const NOT_REDACTABLE =
  '只有PDF和图片（没有密码的）可以遮盖。Word、Excel等文件请在原文中删改后重新上传，或者导出为PDF再上传遮盖。';

/** What the scan found in the file, those that block first, and how it stands. */
function Findings({ scan }: Pick<Props, 'scan'>): ReactNode {
  if (scan === undefined) return null;
  const { state } = scan;
  if (state === 'waiting') return <p className="quiet">正在检查这个附件，稍后按“再检查一次”查看结果。</p>;
  const open = openFindings(scan);
  if (open.length === 0) return <p className="quiet">没有发现须处理的内容，仍须人工查看。</p>;
  return (
    <>
      <p>
        <b>须处理 {open.length} 处</b>
      </p>
      <ul>
        {open.slice(0, MOST_SHOWN).map(({ key, title, place, reason }) => (
          <li key={key}>
            {title}，{place}。{reason}
          </li>
        ))}
      </ul>
      {open.length > MOST_SHOWN && (
        <p className="quiet">还有 {open.length - MOST_SHOWN} 处，审查时全部列出。</p>
      )}
    </>
  );
}

/** What is done to an attachment before it can go out: parts of it covered, its properties taken out. */
export function AttachmentTools({ address, name, scan, onReplace }: Props): ReactNode {
  const [isRedacting, setRedacting] = useState(false);
  const strip = useChange(routes.strip);
  const reasonId = useId();
  const isBarred = scan?.isRedactable === false;
  return (
    <div className="attachment-tools">
      <div className="actions">
        <Button
          size="small"
          disabled={isBarred}
          aria-describedby={isBarred ? reasonId : undefined}
          onClick={() => setRedacting(true)}
        >
          遮盖<span className="for-readers">附件{name}</span>
        </Button>
        <Button
          size="small"
          loading={strip.isPending}
          onClick={() =>
            strip.mutate(
              { request: { params: address } },
              { onSuccess: ({ fileId }) => onReplace(fileId, []) },
            )
          }
        >
          清除文件属性<span className="for-readers">，附件{name}</span>
        </Button>
      </div>
      {isBarred && (
        <p id={reasonId} className="quiet">
          {NOT_REDACTABLE}
        </p>
      )}
      <ProblemAlert error={strip.error} title="没有清除文件属性" />
      <Findings scan={scan} />
      {isRedacting && (
        <RedactAttachment
          address={address}
          name={name}
          onMade={(fileId, warnings) => {
            setRedacting(false);
            onReplace(fileId, warnings);
          }}
          onClose={() => setRedacting(false)}
        />
      )}
    </div>
  );
}
