import { Link, useParams } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_STATUSES, isEditable } from '@zhaoshi/domain/disclosure/document-status';
import { PERMISSIONS } from '@zhaoshi/domain/permission/permissions';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { Loading } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownDocument } from '../shown-document.ts';
import { DocumentEditor } from './document-editor.tsx';

/** Why it cannot be written now; `null` when it can. */
function hindrance({ status, abilities }: ShownDocument): string | null {
  if (!abilities.includes('document.write')) {
    return `需要“${PERMISSIONS['document.write'].title}”的权限。`;
  }
  return isEditable(status)
    ? null
    : `文件现在是“${DOCUMENT_STATUSES[status]}”，不能改动。请先撤回送审、退回修改，或者发起修改。`;
}

function Editing({ shown }: { readonly shown: ShownDocument }): ReactNode {
  const { regionId, documentId } = shown;
  const why = hindrance(shown);
  if (why === null) return <DocumentEditor key={documentId} shown={shown} />;
  return (
    <section className="card">
      <p>{why}</p>
      <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
        查看文件
      </Link>
    </section>
  );
}

/** Writes a document. */
export function EditDocumentPage(): ReactNode {
  const params = useParams({ from: '/frame/documents/$regionId/$documentId/edit' });
  const { data, error } = useRead(documentRoutes.read, { params });
  // While another document is read, the former answer stays; it must not be written into.
  const shown = data?.documentId === params.documentId ? data : undefined;
  return (
    <>
      <PageHeader {...(shown !== undefined && shown.title !== '' && { title: shown.title })} />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && <Editing shown={shown} />}
    </>
  );
}
