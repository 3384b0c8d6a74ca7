import { annualReportDownloadRoutes } from '@zhaoshi/contract/routes/annual-report-downloads';
import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { isEditable, REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { Alert, App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useDownload } from '../../app/use-download.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { isStale } from '../../ui/stale-current.ts';
import { BesidePieces } from './beside-pieces.tsx';
import { type Beside, isReplacing, piecesOf, takenDraft } from './taken-draft.ts';

interface Params {
  readonly regionId: string;
  readonly organId: string;
  readonly reportYear: number;
}

interface Props {
  readonly params: Params;
  readonly fileId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What is lost, said before it is; what there is now can be taken away first. */
function Replaced({ params, count }: { readonly params: Params; readonly count: number }): ReactNode {
  const download = useDownload(annualReportDownloadRoutes.copy);
  if (count === 0) return null;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`草稿里已经有内容：填入会替换其中 ${count} 处，替换下来的不再保留。`}
        action={
          <Button
            size="small"
            loading={download.isPending}
            onClick={() => download.mutate({ params, body: { submission: null, format: 'docx' } })}
          >
            先下载现在的工作稿
          </Button>
        }
      />
      <ProblemAlert error={download.error} />
    </>
  );
}

function Warnings({ beside: { reportYear, otherYear } }: { readonly beside: Beside }): ReactNode {
  if (otherYear === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`文件写的是${otherYear}年，要填入的是${reportYear}年的草稿。请确认没有选错。`}
    />
  );
}

const blocked = ({ status }: Beside): string | null =>
  isEditable(status)
    ? null
    : `报告${REPORT_STATUSES[status]}，草稿不能改动。请先撤回送签、由主管部门退回，或者发起更正。`;

/** Puts a file into the draft of the own report: what there is beside what would be, and only what was chosen is changed. */
export function DraftDialog({ params, fileId, onClose, onDone }: Props): ReactNode {
  const { message } = App.useApp();
  const read = useRead(annualReportFileRoutes.besideDraft, { params: { ...params, fileId } });
  const save = useChange(annualReportRoutes.save, { also: ['annualReportFiles', 'desk'] });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const beside = read.data;
  const pieces = beside === undefined ? [] : piecesOf(beside);
  const taken = new Set(pieces.filter((piece) => !left.has(piece)));
  const replaced = beside === undefined ? 0 : [...taken].filter((piece) => isReplacing(beside, piece)).length;
  const refusal = beside === undefined ? null : blocked(beside);
  const take = (piece: string, isTaken: boolean): void =>
    setLeft(new Set(pieces.filter((one) => (one === piece ? !isTaken : left.has(one)))));
  const put = (): void => {
    if (beside === undefined) return;
    const request = { params, body: { draft: takenDraft(beside, taken) } };
    const ended = {
      onSuccess: () => {
        void message.success('已填入草稿');
        onDone();
      },
    };
    save.mutate({ request, version: beside.version }, ended);
  };
  return (
    <Modal
      open
      width={960}
      title="填入草稿"
      okText={replaced > 0 ? `填入草稿，替换 ${replaced} 处` : '填入草稿'}
      cancelText="不填入"
      okButtonProps={{ disabled: taken.size === 0 || refusal !== null || isStale(save.error) }}
      confirmLoading={save.isPending}
      onOk={put}
      onCancel={onClose}
    >
      <ProblemAlert error={read.error} />
      {beside === undefined && read.error === null && <Loading />}
      {refusal !== null && <Alert type="warning" showIcon title={refusal} />}
      {beside !== undefined && refusal === null && (
        <>
          <p>
            {beside.title}：文件里与草稿不同的有以下 {pieces.length} 处，没有列出的不改动。
          </p>
          {pieces.length === 0 && <p>文件与草稿没有不同，不需要填入。</p>}
          <Warnings beside={beside} />
          <Replaced params={params} count={replaced} />
          <BesidePieces beside={beside} taken={taken} onTake={take} />
        </>
      )}
      <ProblemAlert error={save.error} title="没有填入" />
      {isStale(save.error) && (
        <Button
          onClick={() => {
            save.reset();
            void read.refetch();
          }}
        >
          与最新的草稿重新对照
        </Button>
      )}
    </Modal>
  );
}
