import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { contentWords } from '@zhaoshi/domain/disclosure/compare/content-words';
import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../../app/api.ts';
import { shownWords } from '../../../app/moments.ts';
import { useDownload } from '../../../app/use-download.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownDocument } from '../shown-document.ts';
import { BodyView } from './body-view.tsx';
import { contentOf } from './content-of.ts';

interface Props {
  readonly shown: ShownDocument;
}

function Attachments({ shown: { regionId, content } }: Props): ReactNode {
  const download = useDownload(fileRoutes.download);
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>附件（{content.attachments.length}）</h2>
      <ProblemAlert error={download.error} />
      {content.attachments.length === 0 ? (
        <p className="quiet">没有附件。</p>
      ) : (
        <ul className="rows">
          {content.attachments.map(({ fileId, name }) => (
            <li key={fileId}>
              <span>{name}</span>
              <Button
                size="small"
                aria-label={`下载${name}`}
                loading={download.isPending && download.variables.params.fileId === fileId}
                onClick={() => download.mutate({ params: { regionId, fileId } })}
              >
                下载
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is under review, signed or public, as readers will see it; of a draft what is saved. */
export function ContentCard({ shown }: Props): ReactNode {
  const { regionId, revision, status } = shown;
  const content = contentOf(shown.content);
  const version = status === 'draft' || revision === null ? '草稿' : `提交的第${revision.number}稿`;
  const given = contentWords(content).filter(({ words }) => words !== '');
  return (
    <>
      <section className="card" aria-label="信息属性">
        <dl className="facts words">
          {given.map(({ label, words }) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{shownWords(words)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card" aria-label={`正文（${version}）`}>
        <p className="quiet">{version}，排版与公开后的页面相同。</p>
        <h2 className="document-title">{content.title === '' ? '（还没有标题）' : content.title}</h2>
        <BodyView
          body={content.body}
          addressOf={(fileId) => addressOf(fileRoutes.download.path, { params: { regionId, fileId } })}
        />
      </section>
      <Attachments shown={shown} />
    </>
  );
}
