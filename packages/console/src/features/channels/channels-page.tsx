import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { Alert, Button, Input, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { useRead } from '../../app/use-route.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ArticleDialog } from './article-dialog.tsx';
import { PosterLinks } from './poster-links.tsx';
import { SendDialog } from './send-dialog.tsx';
import './channels.css';

type Row = RouteOutput<typeof documentRoutes.search>['items'][number];

function Title({ row: { regionId, documentId, title, documentNumber } }: { readonly row: Row }): ReactNode {
  return (
    <>
      <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
        {title}
      </Link>
      {documentNumber !== '' && <small className="under quiet">{documentNumber}</small>}
    </>
  );
}

interface ActsProps {
  readonly row: Row;
  readonly onArticle: (row: Row) => void;
  readonly onSend: ((row: Row) => void) | null;
}

function Acts({ row, onArticle, onSend }: ActsProps): ReactNode {
  return (
    <span className="channel-links">
      <Button size="small" onClick={() => onArticle(row)}>
        公众号文章<span className="for-readers">：{row.title}</span>
      </Button>
      {onSend !== null && (
        <Button size="small" onClick={() => onSend(row)}>
          发到新媒体<span className="for-readers">：{row.title}</span>
        </Button>
      )}
    </span>
  );
}

/** Why posters have no QR code, where nobody told the address that it would hold. */
function NoAddress(): ReactNode {
  const { data } = useRead(installationRoutes.read, {});
  if (data === undefined || data.hasPublicAddress) return null;
  return (
    <Alert
      className="channel-notice"
      type="warning"
      showIcon
      title="海报上没有二维码"
      description="还没有设置公众访问网址（ZHAOSHI_PUBLIC_URL），海报和公众号文章里只印网址路径。请系统管理员设置后重新下载；已经张贴的不影响核验码。"
    />
  );
}

/** Public documents of the organ with what is made of them for other channels. */
export function ChannelsPage(): ReactNode {
  const { organ, abilities } = useSession();
  const [q, setQ] = useState('');
  const [article, setArticle] = useState<Row | null>(null);
  const [sent, setSent] = useState<Row | null>(null);
  const pages = usePages(documentRoutes.search, {
    body: { stage: 'public', ...(organ !== null && { organId: organ.organId }), ...(q !== '' && { q }) },
  });
  const onSend = abilities.includes('channel.manage') ? setSent : null;
  const columns: TableColumnsType<Row> = [
    { title: '文件', render: (_value, row) => <Title row={row} /> },
    { title: '海报（PDF）', width: '20rem', render: (_value, row) => <PosterLinks {...row} /> },
    {
      title: '新媒体',
      width: '18rem',
      render: (_value, row) => <Acts row={row} onArticle={setArticle} onSend={onSend} />,
    },
  ];
  return (
    <>
      <PageHeader />
      <NoAddress />
      <section className="card">
        <div className="filters">
          <label htmlFor="channel-words">找文件</label>{' '}
          <Input.Search
            id="channel-words"
            className="short-search"
            allowClear
            maxLength={100}
            onSearch={(words) => setQ(words.trim())}
          />
        </div>
        <DataTable
          caption="公开中的文件"
          pages={pages}
          columns={columns}
          keyOf={({ documentId }) => documentId}
          empty="没有公开中的文件。文件发布以后显示在这里。"
          card={(row) => (
            <>
              <Title row={row} />
              <p>
                <PosterLinks {...row} />
              </p>
              <Acts row={row} onArticle={setArticle} onSend={onSend} />
            </>
          )}
        />
      </section>
      {article !== null && <ArticleDialog {...article} onClose={() => setArticle(null)} />}
      {sent !== null && <SendDialog {...sent} onClose={() => setSent(null)} />}
    </>
  );
}
