import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useDownload } from '../../app/use-download.ts';
import { useChange } from '../../app/use-route.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SheetUpload, useSheetCheck } from '../../ui/sheet-upload.tsx';
import { ImportReportCard } from './import-report.tsx';
import type { ShownImport } from './shown-import.ts';

interface OrganProps {
  readonly params: { readonly regionId: string; readonly organId: string };
}

function TemplateCard({ params }: OrganProps): ReactNode {
  const download = useDownload(applicationTransferRoutes.importTemplate);
  return (
    <section className="card" aria-labelledby="import-template">
      <h2 id="import-template">一、下载模板，填好</h2>
      <p>一行一件申请，带 * 的列必填。第二张工作表是填写说明。一次最多 5000 行。</p>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate({ params })}
      >
        下载模板
      </Button>
      <ProblemAlert error={download.error} />
    </section>
  );
}

function UploadCard({
  params,
  onChecked,
}: OrganProps & { readonly onChecked: (report: ShownImport | null) => void }): ReactNode {
  const check = useSheetCheck(
    '旧登记簿.xlsx',
    (body) => {
      const request = { params, body };
      return call(applicationTransferRoutes.checkImport, request);
    },
    onChecked,
  );
  return (
    <section className="card" aria-labelledby="import-upload">
      <h2 id="import-upload">二、上传，逐行检查</h2>
      <p>上传后只检查，还不导入。可以是 .xlsx、.xls、.et 或者 .ods 文件。</p>
      <SheetUpload label="选择登记簿文件" check={check} onChosen={() => onChecked(null)} />
    </section>
  );
}

/** Takes an old register over: template, file, what is wrong with it, import. */
export function ImportPage(): ReactNode {
  const { organ } = useSession();
  const [report, setReport] = useState<ShownImport | null>(null);
  const run = useChange(applicationTransferRoutes.runImport);
  if (organ === null) return <PageHeader />;
  const params = { regionId: organ.regionId, organId: organ.organId };
  const start = (importId: string): void =>
    run.mutate({ request: { params: { ...params, importId } } }, { onSuccess: setReport });
  return (
    <>
      <PageHeader
        actions={
          <Link to="/applications" search={{ stage: 'all' }}>
            返回登记簿
          </Link>
        }
      />
      <TemplateCard params={params} />
      <UploadCard params={params} onChecked={setReport} />
      {report !== null && (
        <ImportReportCard
          params={params}
          report={report}
          isRunning={run.isPending}
          error={run.error}
          onRun={() => start(report.importId)}
        />
      )}
    </>
  );
}
