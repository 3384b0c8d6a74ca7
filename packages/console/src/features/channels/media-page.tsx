import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { MEDIA_POST_STATES } from '@zhaoshi/domain/disclosure/channels/new-media';
import { App, Checkbox, Input, Modal, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { MediaAccounts } from './media-accounts.tsx';
import './channels.css';

type Post = RouteOutput<typeof newMediaRoutes.posts>['items'][number];

function State({ row: { state, failure, isWithdrawn } }: { readonly row: Post }): ReactNode {
  const mustGo = isWithdrawn && state !== 'takenDown' && state !== 'failed';
  return (
    <>
      {MEDIA_POST_STATES[state]} {mustGo && <Tag color="error">信息已撤回，须撤下</Tag>}
      {failure !== null && <small className="under late">{failure}</small>}
    </>
  );
}

const name = ({ regionId, documentId, title, accountName, isManual, link }: Post): ReactNode => (
  <>
    <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
      {title}
    </Link>
    <small className="under quiet">
      {accountName}
      {isManual && '（人工发布）'}
      {link !== '' && `，${link}`}
    </small>
  </>
);

function PostedDialog({ row, onClose }: { readonly row: Post; readonly onClose: () => void }): ReactNode {
  const inputId = useId();
  const [link, setLink] = useState(row.link);
  const note = useChange(newMediaRoutes.note);
  const { regionId, postId, version } = row;
  return (
    <Modal
      open
      title="登记已发布"
      okText="登记"
      cancelText="取消"
      confirmLoading={note.isPending}
      onOk={() =>
        note.mutate(
          { request: { params: { regionId, postId }, body: { state: 'posted', link } }, version },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <p>{row.title}</p>
      <label htmlFor={inputId}>文章链接（可以不填）</label>
      <Input
        id={inputId}
        value={link}
        maxLength={500}
        placeholder="https://"
        onChange={({ target }) => setLink(target.value)}
      />
      <ProblemAlert error={note.error} />
    </Modal>
  );
}

function Acts({ row, onPosted }: { readonly row: Post; readonly onPosted: (row: Post) => void }): ReactNode {
  const { message } = App.useApp();
  const note = useChange(newMediaRoutes.note, { also: ['desk'] });
  const { regionId, postId, version, state, isWithdrawn, abilities, title } = row;
  const set = (body: { readonly state: 'takenDown' } | { readonly state: 'waiting' }): void =>
    note.mutate(
      { request: { params: { regionId, postId }, body }, version },
      { onSuccess: () => void message.success('已登记') },
    );
  const button = (label: string, onClick: () => void): ReactNode => (
    <AbilityButton size="small" needs="channel.manage" abilities={abilities} onClick={onClick}>
      {label}
      <span className="for-readers">：{title}</span>
    </AbilityButton>
  );
  return (
    <>
      <span className="channel-links">
        {!isWithdrawn &&
          (state === 'waiting' || state === 'sent') &&
          button('登记已发布', () => onPosted(row))}
        {!isWithdrawn && state === 'failed' && button('重新发送', () => set({ state: 'waiting' }))}
        {state !== 'takenDown' && button('登记已撤下', () => set({ state: 'takenDown' }))}
      </span>
      <ProblemAlert error={note.error} />
    </>
  );
}

/** Accounts of new media, and what was posted on them. */
export function MediaPage(): ReactNode {
  const { abilities, organ } = useSession();
  const [onlyToGo, setOnlyToGo] = useState(false);
  const [posted, setPosted] = useState<Post | null>(null);
  const pages = usePages(newMediaRoutes.posts, { query: onlyToGo ? { stage: 'toTakeDown' } : {} });
  const columns: TableColumnsType<Post> = [
    { title: '文件和账号', render: (_value, row) => name(row) },
    {
      title: '登记时间',
      width: '12rem',
      className: 'figures',
      render: (_value, { askedAt }) => shownMoment(askedAt),
    },
    { title: '情况', width: '16rem', render: (_value, row) => <State row={row} /> },
    { title: '办理', width: '18rem', render: (_value, row) => <Acts row={row} onPosted={setPosted} /> },
  ];
  return (
    <>
      <PageHeader />
      {organ !== null && <MediaAccounts organ={{ regionId: organ.regionId, organId: organ.organId }} />}
      <section className="card">
        <h2>发布登记</h2>
        <div className="filters">
          <Checkbox checked={onlyToGo} onChange={({ target }) => setOnlyToGo(target.checked)}>
            只看须撤下的
          </Checkbox>
        </div>
        <DataTable
          caption="发布登记"
          pages={pages}
          columns={columns}
          keyOf={({ postId }) => postId}
          empty={
            onlyToGo
              ? '没有须撤下的。'
              : emptyWords(
                  '还没有发布过。',
                  '请在“海报和转发”中选择文件发送。',
                  abilities.includes('channel.manage'),
                )
          }
          card={(row) => (
            <>
              {name(row)}
              <p>
                <State row={row} />
              </p>
              <Acts row={row} onPosted={setPosted} />
            </>
          )}
        />
      </section>
      {posted !== null && <PostedDialog row={posted} onClose={() => setPosted(null)} />}
    </>
  );
}
