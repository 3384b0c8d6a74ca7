import { Link, useParams, useSearch } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { Loading } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownDocument } from '../shown-document.ts';
import { ActPanel } from './acts/act-panel.tsx';
import { CompareCard } from './compare-card.tsx';
import { ContentCard } from './content-card.tsx';
import { DocumentHeader } from './document-header.tsx';
import { DOCUMENT_VIEWS, type DocumentView } from './document-view.ts';
import { HistoryCard } from './history-card.tsx';
import { ReviewCard } from './review-card.tsx';
import '../../../ui/light.css';
import './review.css';

const SHEETS: Readonly<Record<DocumentView, (props: { readonly shown: ShownDocument }) => ReactNode>> = {
  content: ContentCard,
  review: ReviewCard,
  compare: CompareCard,
  history: HistoryCard,
};

interface ViewsProps {
  readonly shown: ShownDocument;
  readonly view: DocumentView;
}

/** From one sheet of the document to another. */
function Views({ shown: { regionId, documentId }, view }: ViewsProps): ReactNode {
  return (
    <nav className="views" aria-label="文件的各部分">
      <ul>
        {(Object.keys(DOCUMENT_VIEWS) as readonly DocumentView[]).map((name) => (
          <li key={name}>
            <Link
              to="/documents/$regionId/$documentId"
              params={{ regionId, documentId }}
              search={name === 'content' ? {} : { view: name }}
              activeOptions={{ exact: true, explicitUndefined: true }}
              {...(name === view && { 'aria-current': 'page' as const })}
            >
              {DOCUMENT_VIEWS[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Document({ shown, view }: ViewsProps): ReactNode {
  const Sheet = SHEETS[view];
  return (
    <>
      <DocumentHeader shown={shown} />
      <div className="document-work">
        <ActPanel shown={shown} />
        <div className="document-sheets">
          <Views shown={shown} view={view} />
          <Sheet key={view} shown={shown} />
        </div>
      </div>
    </>
  );
}

/** One document: where it stands, what can be done with it, what it says, its review and what was done. */
export function DocumentPage(): ReactNode {
  const params = useParams({ from: '/frame/documents/$regionId/$documentId' });
  const { view = 'content' } = useSearch({ from: '/frame/documents/$regionId/$documentId' });
  const { data, error, isPlaceholderData } = useRead(documentRoutes.read, { params });
  // While another document loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && shown.title !== '' && { title: shown.title })}
        actions={<Link to="/documents">返回文件列表</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && <Document key={shown.documentId} shown={shown} view={view} />}
    </>
  );
}
