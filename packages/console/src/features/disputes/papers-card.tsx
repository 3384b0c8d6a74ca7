import { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import { DISPUTE_FILE_KINDS, FILE_DIRECTIONS } from '@zhaoshi/domain/dispute/dispute-files';
import { App, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { sizeWords } from '../../ui/redaction/marks.ts';
import { PaperDialog } from './paper-dialog.tsx';
import type { ShownDispute, ShownPaper } from './shown-dispute.ts';

interface RowProps {
  readonly shown: ShownDispute;
  readonly paper: ShownPaper;
  readonly onRemove: () => void;
}

function PaperRow({ shown, paper, onRemove }: RowProps): ReactNode {
  const { regionId, disputeId, abilities } = shown;
  const { fileId, kind, name, datedOn, number, counterpart, size, addedBy } = paper;
  const { title, direction } = DISPUTE_FILE_KINDS[kind];
  const content = disputeFileRoutes.download.path;
  return (
    <li>
      <span>
        <Tag color={direction === 'in' ? 'default' : 'blue'}>{FILE_DIRECTIONS[direction]}</Tag>
        {title}
        <small>
          <a href={addressOf(content, { params: { regionId, disputeId, fileId } })} download>
            {name}
          </a>
        </small>
        <small className="quiet">
          {direction === 'in' ? '来文' : '送'}：{counterpart}
          {number !== '' && `，${number}`}，{shownDate(datedOn)}；{sizeWords(size)}，{addedBy}登记
        </small>
      </span>
      <AbilityButton
        size="small"
        needs="dispute.write"
        abilities={abilities}
        aria-label={`移除${title}`}
        onClick={onRemove}
      >
        移除
      </AbilityButton>
    </li>
  );
}

function RemovePaper({
  shown: { regionId, disputeId },
  paper,
  onClose,
}: {
  readonly shown: ShownDispute;
  readonly paper: ShownPaper;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const remove = useChange(disputeFileRoutes.remove, { also: ['disputes'] });
  const params = { regionId, disputeId, fileId: paper.fileId };
  return (
    <ReasonDialog
      title="移除文书"
      verb="移除"
      words={`“${paper.name}”不再属于这件案件，文件在几天后清除，不能恢复；种类和理由留在“经过”里。`}
      change={remove}
      onSubmit={(body) =>
        remove.mutate(
          { request: { params, body } },
          {
            onSuccess: () => {
              void message.success('已移除');
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

/** What came and what went out in a case, for whoever may see applicants. */
export function PapersCard({ shown }: { readonly shown: ShownDispute }): ReactNode {
  const headingId = useId();
  const { regionId, disputeId, abilities } = shown;
  const isSeen = abilities.includes('application.readApplicant');
  const params = { regionId, disputeId };
  const { data, error } = useRead(disputeFileRoutes.list, { params }, { enabled: isSeen });
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<ShownPaper | null>(null);
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>文书</h2>
        {isSeen && (
          <AbilityButton
            size="small"
            needs="dispute.write"
            abilities={abilities}
            onClick={() => setAdding(true)}
          >
            登记文书
          </AbilityButton>
        )}
      </div>
      {!isSeen && <p className="quiet">您没有查看文书的权限。</p>}
      <ProblemAlert error={error} />
      {isSeen && data === undefined && error === null && <Loading />}
      {data?.files.length === 0 && (
        <p className="quiet">
          还没有文书。收到的申请书副本、通知书、决定书、判决书，发出的答复书、证据，都在这里登记；加密保存。
        </p>
      )}
      {data !== undefined && data.files.length > 0 && (
        <ul className="rows">
          {data.files.map((paper) => (
            <PaperRow key={paper.fileId} shown={shown} paper={paper} onRemove={() => setRemoved(paper)} />
          ))}
        </ul>
      )}
      {isAdding && <PaperDialog shown={shown} onClose={() => setAdding(false)} />}
      {removed !== null && <RemovePaper shown={shown} paper={removed} onClose={() => setRemoved(null)} />}
    </section>
  );
}
