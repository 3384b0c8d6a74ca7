import { useParams } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';

/** Writes a document. */
export function EditDocumentPage(): ReactNode {
  const params = useParams({ from: '/frame/documents/$regionId/$documentId/edit' });
  const { data, error } = useRead(documentRoutes.read, { params });
  return (
    <>
      <PageHeader {...(data !== undefined && data.title !== '' && { title: data.title })} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Skeleton active />}
    </>
  );
}
