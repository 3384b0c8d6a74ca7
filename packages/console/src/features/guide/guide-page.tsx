import { Link, useNavigate } from '@tanstack/react-router';
import { guideRoutes } from '@zhaoshi/contract/routes/guide';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { CompilationCard } from './compilation-card.tsx';
import { GuideTextsCard } from './guide-texts-card.tsx';
import type { ShownGuide } from './shown-guide.ts';

interface OrganKey {
  readonly regionId: string;
  readonly organId: string;
}

interface Props {
  readonly organ: OrganKey;
  readonly guide: ShownGuide;
}

function DocumentCard({ organ, guide }: Props): ReactNode {
  const navigate = useNavigate();
  const compose = useChange(guideRoutes.compose, { also: ['documents', 'desk'] });
  const { document } = guide;
  const missing = guide.parts.flatMap((part) => part.missing);
  return (
    <section className="card" aria-labelledby="guide-document">
      <h2 id="guide-document">指南文件</h2>
      {document === null ? (
        <p>还没有生成过指南文件。</p>
      ) : (
        <>
          <p>
            {DOCUMENT_STATUSES[document.status]}，{shownMoment(document.composedAt)}生成。
          </p>
          <p>
            <Link
              to="/documents/$regionId/$documentId"
              params={{ regionId: organ.regionId, documentId: document.documentId }}
            >
              打开指南文件
            </Link>
          </p>
        </>
      )}
      {document?.isOutdated === true && (
        <Alert
          type="warning"
          showIcon
          title="指南已经过时：生成以后，机关信息或者填写的内容有变化。条例第十二条要求及时更新。"
        />
      )}
      {missing.length > 0 && (
        <>
          <p>条例第十二条要求的内容还缺：</p>
          <ul>
            {missing.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {missing.some(({ place }) => place !== 'text') && (
            <p>
              <Link to="/organs/$regionId/$organId" params={organ}>
                到机关页填写工作机构信息
              </Link>
            </p>
          )}
        </>
      )}
      <ProblemAlert error={compose.error} />
      <AbilityButton
        type="primary"
        needs="guide.edit"
        abilities={guide.abilities}
        loading={compose.isPending}
        onClick={() =>
          compose.mutate(
            { request: { params: organ } },
            {
              onSuccess: ({ regionId, documentId }) =>
                void navigate({ to: '/documents/$regionId/$documentId', params: { regionId, documentId } }),
            },
          )
        }
      >
        {document === null ? '生成指南文件草稿' : '按现在的内容重新生成'}
      </AbilityButton>
      <p className="quiet">生成的是草稿，检查后提请审核，按通常的步骤发布。</p>
    </section>
  );
}

function Preview({ guide }: Pick<Props, 'guide'>): ReactNode {
  return (
    <section className="card" aria-labelledby="guide-preview">
      <h2 id="guide-preview">{guide.organName}政府信息公开指南（现在的内容）</h2>
      {guide.parts.map(({ id, title, law, lines }) => (
        <div key={id}>
          <h3>{title}</h3>
          {lines.length === 0 ? (
            <p className="late">还没有内容。</p>
          ) : (
            lines.map((line) => <p key={line}>{line}</p>)
          )}
          <p className="quiet">依据：{law}</p>
        </div>
      ))}
    </section>
  );
}

/** The guide of the person's organ, and what else is made of what it has published. */
export function GuidePage(): ReactNode {
  const { organ } = useSession();
  const key = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data, error } = useRead(guideRoutes.read, { params: key }, { enabled: organ !== null });
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error} />
      {data === undefined && error === null && organ !== null && <Loading />}
      {data !== undefined && (
        <>
          <DocumentCard organ={key} guide={data} />
          <GuideTextsCard organ={key} guide={data} />
          <CompilationCard organ={key} />
          <Preview guide={data} />
        </>
      )}
    </>
  );
}
