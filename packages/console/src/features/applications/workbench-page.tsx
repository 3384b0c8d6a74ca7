import { Link, useParams } from '@tanstack/react-router';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { OpenedAct } from './acts/act-values.ts';
import { CaseFiles } from './files-card.tsx';
import type { ShownCase } from './shown-application.ts';
import { ApplicantCard } from './workbench-applicant.tsx';
import { DraftedReply } from './workbench-draft.tsx';
import { CaseHeader } from './workbench-header.tsx';
import { LetterList } from './workbench-letters.tsx';
import { QueryCode } from './workbench-query-code.tsx';
import { QuestionCard } from './workbench-question.tsx';
import { currentQuestion, QUESTIONS } from './workbench-questions.ts';
import { RelatedCases } from './workbench-related.tsx';
import { SilenceNote } from './workbench-silence.tsx';
import { SimilarCases } from './workbench-similar.tsx';
import { SplitCase } from './workbench-split.tsx';
import { Timeline } from './workbench-timeline.tsx';
import './workbench.css';

/** Where in the working order the case stands, with a way to each question. */
function Spine({ shown }: { readonly shown: ShownCase }): ReactNode {
  const current = currentQuestion(shown.status);
  return (
    <nav className="spine" aria-label="办理顺序">
      <ol>
        {QUESTIONS.map(({ id, number, title }) => (
          <li key={id}>
            <a href={`#question-${id}`} {...(id === current && { 'aria-current': 'step' })}>
              {number !== '' && <span className="question-number">{number}</span>}
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The case: what it is, what to decide, and what was done. */
function Workbench({ shown }: { readonly shown: ShownCase }): ReactNode {
  const [open, setOpen] = useState<OpenedAct | null>(null);
  return (
    <>
      <CaseHeader shown={shown} />
      <SilenceNote shown={shown} />
      <ApplicantCard shown={shown} />
      <QueryCode shown={shown} />
      <Spine shown={shown} />
      {QUESTIONS.map((question) => (
        <QuestionCard key={question.id} question={question} shown={shown} open={open} onOpen={setOpen}>
          {question.id === 'receive' && <SplitCase shown={shown} />}
          {question.id === 'scope' && <SimilarCases shown={shown} onOpen={setOpen} />}
          {question.id === 'reply' && <DraftedReply shown={shown} />}
        </QuestionCard>
      ))}
      <CaseFiles shown={shown} />
      <div className="case-file">
        <LetterList shown={shown} />
        <RelatedCases shown={shown} />
      </div>
      <Timeline shown={shown} />
    </>
  );
}

/** One application on its one screen. */
export function WorkbenchPage(): ReactNode {
  const params = useParams({ from: '/frame/applications/$regionId/$applicationId' });
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
      {shown === undefined && error === null && <Skeleton active />}
      {shown !== undefined && <Workbench key={shown.applicationId} shown={shown} />}
    </>
  );
}
