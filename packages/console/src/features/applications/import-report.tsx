import { DownloadOutlined } from '@ant-design/icons';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useDownload } from '../../app/use-download.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './import.css';
import type { ShownImport } from './shown-import.ts';

interface Props {
  readonly params: { readonly regionId: string; readonly organId: string };
  readonly report: ShownImport;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly onRun: () => void;
}

function Failures({ params, report }: Pick<Props, 'params' | 'report'>): ReactNode {
  const { importId, failed, failures } = report;
  const download = useDownload(applicationTransferRoutes.importFailures);
  if (failed === 0) return null;
  return (
    <>
      <h3>不能导入的行</h3>
      <div className="table-scroll" role="region" aria-label="不能导入的行" tabIndex={0}>
        <table className="import-failures">
          <thead>
            <tr>
              <th scope="col">行号</th>
              <th scope="col">原因</th>
            </tr>
          </thead>
          <tbody>
            {failures.map(({ row, reasons }) => (
              <tr key={row}>
                <th scope="row">第 {row} 行</th>
                <td>{reasons.join('')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failed > failures.length && <p className="quiet">还有 {failed - failures.length} 行，见错误文件。</p>}
      <p>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate({ params: { ...params, importId } })}
        >
          下载错误文件
        </Button>
      </p>
      <p className="quiet">错误文件与模板格式相同，只有这些行，第一列是原因。改好后直接上传它。</p>
      <ProblemAlert error={download.error} />
    </>
  );
}

/** What the check found and, afterwards, what was done and what was not. */
export function ImportReportCard({ params, report, isRunning, error, onRun }: Props): ReactNode {
  const { importId, rows, ready, failed, imported, concluded, open, unknownColumns } = report;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [importId, imported]);
  const kinds = `其中已办结 ${concluded} 件，未办结 ${open} 件`;
  return (
    <section className="card" aria-labelledby="import-report">
      <h2 id="import-report" ref={heading} tabIndex={-1}>
        {imported === null ? '三、确认，导入' : '导入结果'}
      </h2>
      {imported === null ? (
        <p>
          共 {rows} 行：可以导入 {ready} 件（{kinds}），不能导入 {failed} 行。
        </p>
      ) : (
        <Alert
          type={failed === 0 ? 'success' : 'warning'}
          showIcon
          role="status"
          title={`已导入 ${imported} 件（${kinds}）${failed === 0 ? '。' : `，${failed} 行没有导入。`}`}
        />
      )}
      {unknownColumns.length > 0 && (
        <p className="quiet">模板里没有这些列，没有读取：{unknownColumns.join('、')}。</p>
      )}
      {imported === null && (
        <p>
          <Button type="primary" disabled={ready === 0} loading={isRunning} onClick={onRun}>
            导入 {ready} 件
          </Button>
        </p>
      )}
      {isRunning && (
        <p role="status" className="quiet">
          正在导入 {ready} 件，要么全部完成，要么全部不动，请不要关闭页面……
        </p>
      )}
      <ProblemAlert error={error} />
      <Failures params={params} report={report} />
    </section>
  );
}
