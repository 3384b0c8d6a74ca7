import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { App, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/api.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ArticleFrame } from './article-frame.tsx';

interface Props {
  readonly regionId: string;
  readonly documentId: string;
  readonly onClose: () => void;
}

/** The article with its styles, as editors of public accounts take it from the clipboard. */
async function copyArticle(article: string): Promise<void> {
  const { body } = new DOMParser().parseFromString(article, 'text/html');
  const lines = [...body.children].map(({ textContent }) => textContent);
  const blobs = {
    'text/html': new Blob([article], { type: 'text/html' }),
    'text/plain': new Blob([lines.join('\n')], { type: 'text/plain' }),
  };
  await navigator.clipboard.write([new ClipboardItem(blobs)]);
}

/** The article of a public document, to be copied into the editor of a public account. */
export function ArticleDialog({ regionId, documentId, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const params = { regionId, documentId };
  const { data, error } = useRead(newMediaRoutes.article, { params });
  const copy = (article: string): void => {
    copyArticle(article).then(
      () => void message.success('文章已复制，请在公众号后台的编辑器里粘贴'),
      () => void message.error('浏览器不允许复制，请在下面的文章里全选后复制'),
    );
  };
  return (
    <Modal open title="公众号文章" width={720} footer={null} onCancel={onClose}>
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <dl className="facts">
            <dt>标题</dt>
            <dd>{data.title}</dd>
            <dt>作者</dt>
            <dd>{data.author}</dd>
            <dt>摘要</dt>
            <dd>{data.digest}</dd>
            <dt>阅读原文</dt>
            <dd>
              <code>{data.source}</code>
            </dd>
          </dl>
          <div className="actions channel-card">
            <Button type="primary" onClick={() => copy(data.html)}>
              复制文章
            </Button>
            <a href={addressOf(newMediaRoutes.articleFile.path, { params })} download>
              下载文章和 {data.pictures.length} 张图片
            </a>
          </div>
          <ArticleFrame article={data.html} />
        </>
      )}
    </Modal>
  );
}
