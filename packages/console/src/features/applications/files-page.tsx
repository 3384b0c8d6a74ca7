import { Link, useParams } from '@tanstack/react-router';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { RedactFile } from './files-redact.tsx';
import { ReviewFile } from './files-review.tsx';
import { type CaseFile, type CaseFiles, type FileAddress, isViewable } from './shown-files.ts';
import './files.css';

interface ShownProps {
  readonly address: FileAddress;
  readonly file: CaseFile;
  readonly files: CaseFiles;
}

/** The pages of a file with what is done to them: sources are redacted, redacted ones are looked through. */
function FileScreen({ address, file, files }: ShownProps): ReactNode {
  const pages = useRead(applicationFileRoutes.pages, { params: address });
  if (pages.error !== null) return <ProblemAlert error={pages.error} title="文件的页面打不开" />;
  if (pages.data === undefined || pages.isPlaceholderData) return <Loading />;
  const shown = { address, file, files, pages: pages.data.pages };
  return file.use === 'source' ? <RedactFile {...shown} /> : <ReviewFile {...shown} />;
}

/** One file of a case, page by page. */
export function FilePage(): ReactNode {
  const address = useParams({ from: '/frame/applications/$regionId/$applicationId/files/$fileId' });
  const { regionId, applicationId, fileId } = address;
  const params = { regionId, applicationId };
  const { data, error } = useRead(applicationFileRoutes.list, { params });
  const file = data?.files.find((one) => one.fileId === fileId);
  return (
    <>
      <PageHeader
        {...(file !== undefined && { title: file.name })}
        actions={
          <Link to="/applications/$regionId/$applicationId" params={params} search={{ view: 'files' }}>
            返回案件
          </Link>
        }
      />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && file === undefined && (
        <Alert type="info" showIcon title="这份文件已不在本件中，可能已被移除。请返回案件查看。" />
      )}
      {data !== undefined && file !== undefined && !isViewable(file) && (
        <Alert
          type="info"
          showIcon
          title="这种文件不能在系统中显示和遮盖"
          description="只能显示没有加密的 PDF、PNG 和 JPG。Word、Excel 等文件请先导出为 PDF 后上传。"
        />
      )}
      {data !== undefined && file !== undefined && isViewable(file) && (
        <FileScreen key={file.fileId + file.use} address={address} file={file} files={data} />
      )}
    </>
  );
}
