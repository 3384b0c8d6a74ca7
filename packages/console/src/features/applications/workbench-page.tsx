import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { OpenedAct } from './acts/act-values.ts';
import { CaseFiles } from './files-card.tsx';
import type { ShownCase } from './shown-application.ts';
import { ApplicantCard } from './workbench-applicant.tsx';
import { CaseDisputes } from './workbench-disputes.tsx';
import { DraftedReply } from './workbench-draft.tsx';
import { ExtensionNote } from './workbench-extension.tsx';
import { CaseHeader } from './workbench-header.tsx';
import { LetterList } from './workbench-letters.tsx';
import { QueryCode } from './workbench-query-code.tsx';
import { QuestionRow } from './workbench-question.tsx';
import { QUESTIONS } from './workbench-questions.ts';
import { RelatedCases } from './workbench-related.tsx';
import { SilenceNote } from './workbench-silence.tsx';
import { SimilarCases, SimilarHint } from './workbench-similar.tsx';
import { SplitCase } from './workbench-split.tsx';
import { Contacts, History } from './workbench-timeline.tsx';
import type { View } from './workbench-view.ts';
import { CaseViews } from './workbench-views.tsx';
import './workbench.css';

interface SheetProps {
  readonly shown: ShownCase;
  readonly onOpen: (opened: OpenedAct) => void;
}

/** What stands beside the daily work, one sheet at a time. */
const SHEETS: Readonly<Record<View, (props: SheetProps) => ReactNode>> = {
  work: () => null,
  request: ({ shown }) => (
    <>
      <ApplicantCard shown={shown} />
      <QueryCode shown={shown} />
    </>
  ),
  files: ({ shown }) => <CaseFiles shown={shown} />,
  letters: ({ shown }) => <LetterList shown={shown} />,
  related: ({ shown, onOpen }) => (
    <>
      <SimilarCases shown={shown} onOpen={onOpen} />
      <RelatedCases shown={shown} />
      <CaseDisputes shown={shown} />
    </>
  ),
  contacts: ({ shown }) => <Contacts shown={shown} />,
  history: ({ shown }) => <History shown={shown} />,
};

/** The case: what it is and what can be done on one screen, the rest of its file a press away. */
function Workbench({ shown, view }: { readonly shown: ShownCase; readonly view: View }): ReactNode {
  const [open, setOpen] = useState<OpenedAct | null>(null);
  const Sheet = SHEETS[view];
  const navigate = useNavigate({ from: '/applications/$regionId/$applicationId' });
  const openFromSheet = (opened: OpenedAct): void => {
    setOpen(opened);
    void navigate({ search: {} });
  };
  return (
    <>
      <CaseHeader shown={shown} />
      <SilenceNote shown={shown} />
      <ExtensionNote shown={shown} />
      <CaseViews shown={shown} view={view} />
      {/* A form that is being filled in stays as it is while something is looked up on another sheet. */}
      <div className="card questions" hidden={view !== 'work'}>
        {QUESTIONS.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            shown={shown}
            open={open}
            onOpen={setOpen}
            extra={
              <>
                {question.id === 'receive' && <SplitCase shown={shown} />}
                {question.id === 'scope' && <SimilarHint shown={shown} />}
              </>
            }
          >
            {question.id === 'reply' && <DraftedReply shown={shown} />}
          </QuestionRow>
        ))}
      </div>
      <Sheet key={view} shown={shown} onOpen={openFromSheet} />
    </>
  );
}

/** One application on its one screen. */
export function WorkbenchPage(): ReactNode {
  const params = useParams({ from: '/frame/applications/$regionId/$applicationId' });
  const { view = 'work' } = useSearch({ from: '/frame/applications/$regionId/$applicationId' });
  const { data, error, isPlaceholderData } = useRead(applicationRoutes.read, { params });
  // While another case loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: shown.registrationNumber })}
        actions={<Link to="/applications">返回登记簿</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && <Workbench key={shown.applicationId} shown={shown} view={view} />}
    </>
  );
}
