import { DownloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../app/api.ts';
import { CallProblem } from '../../app/problem.ts';
import { useDownload } from '../../app/use-download.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SheetUpload, useSheetCheck } from '../../ui/sheet-upload.tsx';

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly onClose: () => void;
}

/** The sheet as it was sent, with the reasons in its first column. */
function Failures({
  organ: { regionId, organId },
  sent,
}: {
  readonly organ: Props['organ'];
  readonly sent: FormData;
}) {
  const download = useDownload(opinionRoutes.importFailures);
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={download.isPending}
        onClick={() => {
          const request = { params: { regionId, organId }, body: sent };
          download.mutate(request);
        }}
      >
        下载错误文件
      </Button>
      <p className="quiet">错误文件与导入表格式相同，全部的行都在，第一列是原因。改好后直接上传它。</p>
      <ProblemAlert error={download.error} />
    </>
  );
}

/** Whether it was the rows that were wrong, and not the file as a whole. */
const isOfRows = (error: unknown): boolean =>
  error instanceof CallProblem &&
  (error.told.errors ?? []).some(({ pointer }) => pointer.startsWith('/file/'));

/** Events out of a sheet: the template, the file, what is wrong with it. */
export function ImportDialog({ organ: { regionId, organId }, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [sent, setSent] = useState<FormData | null>(null);
  const template = useDownload(opinionRoutes.importTemplate);
  const upload = useSheetCheck(
    '政务舆情.xlsx',
    (body) => {
      setSent(body);
      const request = { params: { regionId, organId }, body };
      return call(opinionRoutes.importSheet, request, { idempotencyKey: crypto.randomUUID() });
    },
    ({ imported }) => {
      void message.success(`已登记 ${imported} 件`);
      for (const area of ['opinions', 'desk']) void queryClient.invalidateQueries({ queryKey: [area] });
      onClose();
    },
  );
  return (
    <Modal open title="导入政务舆情" footer={null} onCancel={onClose}>
      <p>
        下载导入表，一行填一件，填好后上传；监测平台导出的表格（.xlsx、.csv）列名与导入表相同的，可以直接上传。有一行不对，就一行也不登记，改好后重新上传。
      </p>
      <p>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          loading={template.isPending}
          onClick={() => template.mutate({})}
        >
          下载导入表
        </Button>
      </p>
      <ProblemAlert error={template.error} />
      <SheetUpload label="填好的导入表" takesCsv check={upload} onChosen={() => upload.reset()} />
      {sent !== null && isOfRows(upload.error) && <Failures organ={{ regionId, organId }} sent={sent} />}
    </Modal>
  );
}
