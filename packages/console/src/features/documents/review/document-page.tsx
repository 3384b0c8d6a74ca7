import { Link, useParams } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';

/** One document: where it stands. */
export function DocumentPage(): ReactNode {
  const params = useParams({ from: '/frame/documents/$regionId/$documentId' });
  const { data, error } = useRead(documentRoutes.read, { params });
  return (
    <>
      <PageHeader {...(data !== undefined && data.title !== '' && { title: data.title })} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <section className="card">
          <p>{DOCUMENT_STATUSES[data.status]}</p>
          {data.status === 'draft' && data.abilities.includes('document.write') && (
            <Link to="/documents/$regionId/$documentId/edit" params={params}>
              编辑
            </Link>
          )}
        </section>
      )}
    </>
  );
}
