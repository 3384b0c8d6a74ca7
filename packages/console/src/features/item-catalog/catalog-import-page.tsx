import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Alert, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../app/api.ts';
import { useDownload } from '../../app/use-download.ts';
import { useChange } from '../../app/use-route.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SheetUpload, useSheetCheck } from '../../ui/sheet-upload.tsx';
import { type OrganKey, useKeeper } from './use-keeper.ts';

type Report = RouteOutput<typeof itemCatalogRoutes.runImport>;

function RowList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly { readonly row: number; readonly words: string }[];
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map(({ row, words }) => (
          <li key={row}>
            第 {row} 行：{words}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ReportProps {
  readonly keeper: OrganKey;
  readonly report: Report;
  readonly run: { readonly isPending: boolean; readonly error: unknown };
  readonly onRun: () => void;
}

function Failures({ keeper, report }: Pick<ReportProps, 'keeper' | 'report'>): ReactNode {
  const download = useDownload(itemCatalogRoutes.importFailures);
  if (report.failed === 0) return null;
  return (
    <>
      <RowList
        title="不能导入的行"
        rows={report.failures.map(({ row, reasons }) => ({ row, words: reasons.join('') }))}
      />
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate({ params: { ...keeper, importId: report.importId } })}
      >
        下载错误文件
      </Button>
      <p className="quiet">错误文件与模板格式相同，只有这些行，第一列是原因。改好后直接上传它。</p>
      <ProblemAlert error={download.error} />
    </>
  );
}

function ReportCard({ keeper, report, run, onRun }: ReportProps): ReactNode {
  const { rows, ready, failed, imported, added, changed, same, withoutOrgan, unmatched, unknownColumns } =
    report;
  const counts = `新增 ${added} 项，内容有变化 ${changed} 项，没有变化 ${same} 项`;
  return (
    <section className="card" aria-labelledby="catalog-report">
      <h2 id="catalog-report">{imported === null ? '三、确认，导入' : '导入结果'}</h2>
      {imported === null ? (
        <p>
          共 {rows} 行：可以导入 {ready} 项（{counts}），不能导入 {failed} 行。
        </p>
      ) : (
        <Alert
          type={failed === 0 ? 'success' : 'warning'}
          showIcon
          role="status"
          title={`已导入 ${imported} 项（${counts}）${failed === 0 ? '。' : `，${failed} 行没有导入。`}`}
        />
      )}
      {unknownColumns.length > 0 && <p className="quiet">没有读取的列：{unknownColumns.join('、')}。</p>}
      {withoutOrgan > 0 && (
        <>
          <p>
            {withoutOrgan} 项的公开主体没有对应的机关：{unmatched.join('、')}。导入后逐项确定。
          </p>
          <p>
            <Link to="/catalog" search={{ state: 'unassigned' }}>
              没有对应机关的事项
            </Link>
          </p>
        </>
      )}
      {imported === null && (
        <Button type="primary" disabled={ready === 0} loading={run.isPending} onClick={onRun}>
          导入 {ready} 项
        </Button>
      )}
      <ProblemAlert error={run.error} />
      <RowList
        title="请核对的行（照样导入）"
        rows={report.notes.map(({ row, notes }) => ({ row, words: notes.join('') }))}
      />
      <Failures keeper={keeper} report={report} />
    </section>
  );
}

interface UploadProps {
  readonly keeper: OrganKey;
  readonly onChecked: (report: Report | null) => void;
}

function UploadCard({ keeper, onChecked }: UploadProps): ReactNode {
  const [validFrom, setValidFrom] = useState<string>(civilDateAt(new Date()));
  const check = useSheetCheck(
    '标准目录.xlsx',
    (body) => {
      const request = { params: keeper, query: { validFrom }, body };
      return call(itemCatalogRoutes.checkImport, request);
    },
    onChecked,
  );
  return (
    <section className="card" aria-labelledby="catalog-upload">
      <h2 id="catalog-upload">二、上传，逐行检查</h2>
      <p>上传后只检查，还不导入。可以是 .xlsx、.xls、.et 或者 .ods 文件；一个文件可以有几张工作表。</p>
      <Form layout="vertical">
        <Form.Item
          label="生效日期"
          htmlFor="catalog-from"
          extra="表格里没有写生效日期的行，从这一天起有效。以前的时段不追溯。"
        >
          <Input
            id="catalog-from"
            type="date"
            className="date"
            value={validFrom}
            onChange={({ target }) => setValidFrom(target.value)}
          />
        </Form.Item>
      </Form>
      <SheetUpload
        label="选择目录文件"
        check={check}
        disabled={validFrom === ''}
        onChosen={() => onChecked(null)}
      />
    </section>
  );
}

function Import({ keeper }: { readonly keeper: OrganKey }): ReactNode {
  const [report, setReport] = useState<Report | null>(null);
  const run = useChange(itemCatalogRoutes.runImport, { also: ['coverage'] });
  const template = useDownload(itemCatalogRoutes.importTemplate);
  return (
    <>
      <section className="card" aria-labelledby="catalog-template">
        <h2 id="catalog-template">一、准备文件</h2>
        <p>县里现有的目录表可以直接上传。没有的，下载模板填写；第二张工作表是填写说明。</p>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          loading={template.isPending}
          onClick={() => template.mutate({ params: keeper })}
        >
          下载模板
        </Button>
        <ProblemAlert error={template.error} />
      </section>
      <UploadCard keeper={keeper} onChecked={setReport} />
      {report !== null && (
        <ReportCard
          keeper={keeper}
          report={report}
          run={run}
          onRun={() =>
            run.mutate(
              { request: { params: { ...keeper, importId: report.importId } } },
              { onSuccess: setReport },
            )
          }
        />
      )}
    </>
  );
}

/** Takes a county's catalogue in: file, what is wrong with it, import. */
export function CatalogImportPage(): ReactNode {
  const keeper = useKeeper();
  return (
    <>
      <PageHeader actions={<Link to="/catalog">返回标准目录</Link>} />
      {keeper !== null && <Import keeper={keeper} />}
    </>
  );
}
