import { Link } from '@tanstack/react-router';
import { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Fact } from './pieces/fact.tsx';
import type { ShownCase } from './shown-application.ts';

/** The documents that the case became (条例44), for whoever may see documents. */
export function PromotedDocuments({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { regionId, applicationId, events } = shown;
  const enabled =
    useSession().abilities.includes('document.read') && events.some(({ type }) => type === 'decidePromotion');
  const { data } = useRead(promotionRoutes.ofCase, { params: { regionId, applicationId } }, { enabled });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Fact label="转为主动公开的文件">
      {data.items.map(({ documentId, title, status }) => (
        <span key={documentId}>
          <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
            {title === '' ? '（还没有标题）' : title}
          </Link>{' '}
          <span className="quiet">{DOCUMENT_STATUSES[status]}</span>
        </span>
      ))}
    </Fact>
  );
}
