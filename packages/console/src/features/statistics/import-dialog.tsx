import { DownloadOutlined } from '@ant-design/icons';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../app/api.ts';
import { useDownload } from '../../app/use-download.ts';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SheetUpload, useSheetCheck } from '../../ui/sheet-upload.tsx';
import type { ShownYear } from './figures.ts';

type Report = RouteOutput<typeof statisticsRoutes.checkImport>;

interface Sent {
  /** As it was sent: the file of errors is made from it again. */
  readonly body: FormData;
  readonly report: Report;
}

interface Asking {
  readonly params: { readonly regionId: string; readonly organId: string };
  readonly query: { readonly year: number };
}

function Failures({ asking, sent }: { readonly asking: Asking; readonly sent: Sent }): ReactNode {
  const download = useDownload(statisticsRoutes.importFailures);
  const { failed, failures } = sent.report;
  if (failed === 0) return null;
  return (
    <>
      <h3>不能导入的行</h3>
      <ul>
        {failures.map(({ row, reasons }) => (
          <li key={row}>
            第 {row} 行：{reasons.join('')}
          </li>
        ))}
      </ul>
      {failed > failures.length && <p className="quiet">还有 {failed - failures.length} 行，见错误文件。</p>}
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={download.isPending}
        onClick={() => {
          const request = { ...asking, body: sent.body };
          download.mutate(request);
        }}
      >
        下载错误文件
      </Button>
      <p className="quiet">错误文件与填报表格式相同，只有这些行，第一列是原因。改好后直接上传它。</p>
      <ProblemAlert error={download.error} />
    </>
  );
}

/** What was read, in words. */
function Counts({ report }: { readonly report: Report }): ReactNode {
  const { rows, ready, same, failed, unknownColumns } = report;
  return (
    <>
      <p role="status">
        填写了数字的 {rows} 行：可以导入 {ready.length} 个数字
        {same > 0 && `，与已填报的相同 ${same} 个`}，不能导入 {failed} 行。
      </p>
      {unknownColumns.length > 0 && (
        <p className="quiet">填报表里没有这些列，没有读取：{unknownColumns.join('、')}。</p>
      )}
    </>
  );
}

/** Figures of a year out of a sheet: template, file, what is wrong with it, entering. */
export function ImportDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownYear;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [sent, setSent] = useState<Sent | null>(null);
  const { regionId, organId, year } = shown;
  const asking: Asking = { params: { regionId, organId }, query: { year } };
  const template = useDownload(statisticsRoutes.importTemplate);
  const enter = useChange(statisticsRoutes.enter, { also: ['desk'] });
  const check = useSheetCheck(
    '统计数据.xlsx',
    async (body) => {
      const request = { ...asking, body };
      return { body, report: await call(statisticsRoutes.checkImport, request) };
    },
    setSent,
  );
  const ready = sent?.report.ready ?? [];
  const run = (): void =>
    enter.mutate(
      { request: { params: asking.params, body: { year, figures: ready } } },
      {
        onSuccess: ({ entered }) => {
          void message.success(`已填报 ${entered} 个数字，待另一人签核`);
          if (sent?.report.failed === 0) onClose();
          else setSent(sent && { ...sent, report: { ...sent.report, ready: [] } });
        },
      },
    );
  return (
    <Modal
      open
      className="figure-import"
      width={720}
      title={`用表格填报${year}年统计数据`}
      okText={ready.length === 0 ? '导入' : `导入 ${ready.length} 个数字`}
      cancelText="关闭"
      okButtonProps={{ disabled: ready.length === 0 }}
      confirmLoading={enter.isPending}
      onOk={run}
      onCancel={onClose}
    >
      <h3>一、下载填报表，填好</h3>
      <p>一行一个数字，已经列出没有填报的月份。空着的行不导入；没有发生的填 0。</p>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={template.isPending}
        onClick={() => template.mutate(asking)}
      >
        下载填报表
      </Button>
      <ProblemAlert error={template.error} />
      <h3>二、上传，逐行检查</h3>
      <p>上传后只检查，还不保存。导入的数字和逐个填报的一样，由另一人签核后计入合计。</p>
      <SheetUpload label="选择填报表" check={check} onChosen={() => setSent(null)} />
      {sent !== null && (
        <>
          <Counts report={sent.report} />
          <ProblemAlert error={enter.error} />
          <Failures asking={asking} sent={sent} />
        </>
      )}
    </Modal>
  );
}
