import { Link, useNavigate } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../../app/use-route.ts';
import { AbilityButton } from '../../../ui/ability-button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownDocument } from '../shown-document.ts';

interface Props {
  readonly shown: ShownDocument;
}

/** What the interpretation begins with: named after the policy, and linked with it. */
const draftFor = ({ documentId, content, title, organName }: ShownDocument) => ({
  kind: 'interpretation' as const,
  title: title === '' ? '' : `${inBookMarks(title)}政策解读`.slice(0, 300),
  matter: 'interpretation' as const,
  issuingOrgan: organName,
  createdOn: civilDateAt(new Date()),
  disclosureClass: 'proactive' as const,
  subjectCategory: content.subjectCategory,
  catalogCode: content.catalogCode,
  relations: [{ relation: 'interprets' as const, documentId, documentNumber: content.documentNumber, title }],
});

/** Begins the interpretation of the policy. */
function BeginInterpretation({ shown }: Props): ReactNode {
  const navigate = useNavigate();
  const create = useChange(documentRoutes.create, { also: ['desk'] });
  const begin = (): void => {
    const { regionId, organId } = shown;
    create.mutate(
      { request: { params: { regionId, organId }, body: { content: draftFor(shown) } } },
      {
        onSuccess: (params) => {
          void navigate({ to: '/documents/$regionId/$documentId/edit', params });
        },
      },
    );
  };
  return (
    <>
      <AbilityButton
        needs="document.write"
        abilities={shown.abilities}
        loading={create.isPending}
        onClick={begin}
      >
        起草解读
      </AbilityButton>
      <ProblemAlert error={create.error} title="没有建立解读的草稿" />
    </>
  );
}

/** A policy goes together with its interpretation: what is owed, how far it is, and the way to begin one. */
export function InterpretationNote({ shown }: Props): ReactNode {
  const { interpretation, regionId } = shown;
  if (interpretation === null || interpretation.linked.some(({ isPublic }) => isPublic)) return null;
  const { words, linked } = interpretation;
  return (
    <Alert
      className="problem"
      type={linked.length === 0 ? 'warning' : 'info'}
      showIcon
      role="status"
      title={linked.length === 0 ? '还没有解读' : '解读还没有公开'}
      description={
        <>
          <p>{words}</p>
          {linked.length > 0 ? (
            <ul className="other-documents">
              {linked.map(({ documentId, title, status }) => (
                <li key={documentId}>
                  <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
                    {title === '' ? '（还没有标题）' : title}
                  </Link>
                  <span className="quiet">{DOCUMENT_STATUSES[status]}</span>
                </li>
              ))}
            </ul>
          ) : (
            <>
              <p>已经有解读的，在解读的“与其他文件的关系”里选“解读”和这份文件，两份互相链接。</p>
              <BeginInterpretation shown={shown} />
            </>
          )}
        </>
      }
    />
  );
}
