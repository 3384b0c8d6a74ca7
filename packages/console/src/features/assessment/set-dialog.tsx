import { DownloadOutlined } from '@ant-design/icons';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { assessmentSetRoutes } from '@zhaoshi/contract/routes/assessment-sets';
import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../app/api.ts';
import { useDownload } from '../../app/use-download.ts';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SheetUpload, useSheetCheck } from '../../ui/sheet-upload.tsx';
import type { ShownOverview } from './shown-assessment.ts';

type Report = RouteOutput<typeof assessmentSetRoutes.check>;

interface Sent {
  /** As it was sent: it is sent again to be taken, and for the file of errors. */
  readonly body: FormData;
  readonly report: Report;
}

interface FailuresProps {
  readonly params: { readonly regionId: string; readonly assessmentId: string };
  readonly sent: Sent;
}

function Failures({ params, sent: { body, report } }: FailuresProps): ReactNode {
  const download = useDownload(assessmentSetRoutes.failures);
  const { failed, failures } = report;
  if (failed === 0) return null;
  return (
    <>
      <h3>要改的行</h3>
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
          const request = { params, body };
          download.mutate(request);
        }}
      >
        下载错误文件
      </Button>
      <p className="quiet">指标是一个整体：有一行不对，整份都不采用。请改好原来的表格再上传。</p>
      <ProblemAlert error={download.error} />
    </>
  );
}

function Counts({ report }: { readonly report: Report }): ReactNode {
  const { rows, counted, vetoes, failed, unknownColumns } = report;
  return (
    <>
      <p role="status">
        共 {rows} 行
        {failed === 0
          ? `：指标 ${rows - vetoes} 个，其中平台统计 ${counted} 个；否决项 ${vetoes} 个。`
          : `，${failed} 行要改。`}
      </p>
      {unknownColumns.length > 0 && (
        <p className="quiet">指标表里没有这些列，没有读取：{unknownColumns.join('、')}。</p>
      )}
    </>
  );
}

interface Props {
  readonly shown: ShownOverview;
  readonly onClose: () => void;
}

/** By what is assessed: the sheet out, a local one in. */
export function SetDialog({ shown, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [sent, setSent] = useState<Sent | null>(null);
  const { regionId, assessmentId, version, abilities, state } = shown;
  const params = { regionId, assessmentId };
  const sheet = useDownload(assessmentSetRoutes.sheet);
  const replace = useChange(assessmentSetRoutes.replace, { also: ['assessments'] });
  const check = useSheetCheck(
    '考核指标.xlsx',
    async (body) => {
      const request = { params, body };
      return { body, report: await call(assessmentSetRoutes.check, request) };
    },
    setSent,
  );
  const mayReplace = abilities.includes('assessment.manage') && state === 'running';
  const isReady = sent !== null && sent.report.failed === 0;
  const take = (): void => {
    if (sent === null) return;
    const request = { params, body: sent.body };
    replace.mutate(
      { request, version },
      {
        onSuccess: () => {
          void message.success('已采用新的考核指标，得分已经重新计算');
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      width={720}
      className="set-dialog"
      title="考核指标"
      okText="采用这份指标"
      cancelText="关闭"
      okButtonProps={{ disabled: !isReady, hidden: !mayReplace }}
      confirmLoading={replace.isPending}
      onOk={take}
      onCancel={onClose}
    >
      <h3>一、现在的指标</h3>
      <p>
        每个指标的分值、由平台统计还是由考核人员评定、依据和来源。标有“待确认”的分值来自地方方案，请按本地方案核对。
      </p>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={sheet.isPending}
        onClick={() => sheet.mutate({ params })}
      >
        下载考核指标
      </Button>
      <ProblemAlert error={sheet.error} />
      {mayReplace && (
        <>
          <h3>二、采用本地的指标</h3>
          <p>在下载的表格上改，改好上传。上传后只检查；采用以后，所有单位的得分按新的指标重新计算。</p>
          <SheetUpload label="选择考核指标" check={check} onChosen={() => setSent(null)} />
          {sent !== null && (
            <>
              <Counts report={sent.report} />
              <ProblemAlert error={replace.error} />
              <Failures params={params} sent={sent} />
            </>
          )}
        </>
      )}
    </Modal>
  );
}
