import { Link, useNavigate } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Button, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useSought } from '../../ui/use-sought.ts';
import type { ShownOpinion } from './shown-opinion.ts';

interface Props {
  readonly shown: ShownOpinion;
}

/** A document of the organ that answers already, found by words of its title. */
function Existing({
  shown,
  onChosen,
}: Props & { readonly onChosen: (documentId: string) => void }): ReactNode {
  const { q, listOf } = useSought();
  const body = { organId: shown.organId, limit: 30, ...(q !== '' && { q }) };
  const answer = useRead(documentRoutes.search, { body });
  const { isWaiting, ...list } = listOf(answer);
  return (
    <Select
      className="kind-picker"
      aria-label="关联已有的文件"
      placeholder="关联已有的文件"
      value={null}
      {...list}
      notFoundContent={isWaiting ? '正在查找……' : '没有找到文件'}
      options={(answer.data?.items ?? []).map(({ documentId, title }) => ({
        value: documentId,
        label: title === '' ? '（还没有标题）' : title,
      }))}
      onChange={(chosen: string | null) => {
        if (chosen !== null) onChosen(chosen);
      }}
    />
  );
}

/** Answers that go through the review of all documents: the draft is begun here, its publication is the release. */
export function OpinionDocuments({ shown }: Props): ReactNode {
  const headingId = useId();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const create = useChange(documentRoutes.create, { also: ['desk'] });
  const link = useChange(opinionRoutes.linkDocument, { also: ['desk'] });
  const { regionId, opinionId, organId, organName, title, documents, version, abilities } = shown;
  const setLinked = (documentId: string, isLinked: boolean, after: () => void): void =>
    link.mutate(
      { request: { params: { regionId, opinionId, documentId }, body: { isLinked } }, version },
      { onSuccess: after },
    );
  const begin = (): void => {
    const content = {
      kind: 'announcement' as const,
      title: `关于${title}的情况通报`.slice(0, 300),
      issuingOrgan: organName,
      createdOn: civilDateAt(new Date()),
      disclosureClass: 'proactive' as const,
    };
    create.mutate(
      { request: { params: { regionId, organId }, body: { content } } },
      {
        onSuccess: (params) =>
          setLinked(params.documentId, true, () => {
            void navigate({ to: '/documents/$regionId/$documentId/edit', params });
          }),
      },
    );
  };
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>回应文件</h2>
        <AbilityButton
          needs="document.write"
          abilities={abilities}
          loading={create.isPending || link.isPending}
          onClick={begin}
        >
          起草情况通报
        </AbilityButton>
      </div>
      <p className="quiet">
        照主动公开的程序审查、签发；来不及的用文件页面的“紧急发布”，事后补审。文件一公开，就计为发布。
      </p>
      <ProblemAlert error={create.error ?? link.error} />
      <ul className="rows">
        {documents.map(({ documentId, title: name, status, publishedAt }) => (
          <li key={documentId}>
            <span>
              <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
                {name === '' ? '（还没有标题）' : name}
              </Link>
              <small className="quiet">
                {publishedAt === null ? status : `${shownMoment(publishedAt)}公开`}
              </small>
            </span>
            {abilities.includes('opinion.write') && (
              <Button
                size="small"
                aria-label={`取消关联${name}`}
                onClick={() => setLinked(documentId, false, () => void message.success('已取消关联'))}
              >
                取消关联
              </Button>
            )}
          </li>
        ))}
      </ul>
      {abilities.includes('opinion.write') && (
        <Existing
          shown={shown}
          onChosen={(documentId) => setLinked(documentId, true, () => void message.success('已关联'))}
        />
      )}
    </section>
  );
}
