import { Link } from '@tanstack/react-router';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { Button, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { BoardDialog } from './board-dialog.tsx';
import { PostTable } from './post-fields.tsx';
import type { ShownPost } from './shown-post.ts';
import './village.css';

function Pictures({ post: { regionId, postId, photos, title } }: { readonly post: ShownPost }): ReactNode {
  if (photos.length === 0) return null;
  return (
    <ul className="village-photos">
      {photos.map(({ place, boardOn }) => (
        <li key={place}>
          <img
            src={addressOf(villageRoutes.photo.path, { params: { regionId, postId, place } })}
            alt={`${title}，${boardOn === null ? '' : '公开栏'}照片`}
            loading="lazy"
          />
          {boardOn !== null && <small className="quiet">公开栏，{shownDate(boardOn)}拍摄</small>}
        </li>
      ))}
    </ul>
  );
}

function Post({ post, onBoard }: { readonly post: ShownPost; readonly onBoard: (post: ShownPost) => void }) {
  const headingId = useId();
  const { abilities } = useSession();
  const { title, kind, body, visibleUntil, postedAt, postId, photos, version } = post;
  return (
    <article className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>{title}</h2>
        {version > 1 && <Tag>已更正，第{version}版</Tag>}
      </div>
      <p className="quiet">
        {shownMoment(postedAt)}公布，展示到{shownDate(visibleUntil)}
        {photos.every(({ boardOn }) => boardOn === null) && '；还没有公开栏照片'}
      </p>
      {kind === 'table' ? <PostTable body={body} /> : <p className="as-written">{body}</p>}
      <Pictures post={post} />
      {abilities.includes('village.write') && (
        <p className="actions">
          <Button onClick={() => onBoard(post)}>
            登记公开栏照片<span className="for-readers">：{title}</span>
          </Button>
          <Link to="/village/post" search={{ post: postId }}>
            更正<span className="for-readers">：{title}</span>
          </Link>
        </p>
      )}
    </article>
  );
}

/** What the village posted, the newest first. */
export function VillagePostsPage(): ReactNode {
  const { organ } = useSession();
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { items: rows, error, previous, next } = usePages(villageRoutes.posts, { params, query: {} });
  const [board, setBoard] = useState<ShownPost | null>(null);
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error} />
      {rows === undefined && error === null && <Loading />}
      {rows?.length === 0 && (
        <section className="card">
          <p>
            还没有公布过村务。<Link to="/village">去公布</Link>
          </p>
        </section>
      )}
      {rows?.map((post) => (
        <Post key={post.postId} post={post} onBoard={setBoard} />
      ))}
      {(previous !== null || next !== null) && (
        <p className="actions">
          <Button disabled={previous === null} onClick={previous ?? undefined}>
            上一页
          </Button>
          <Button disabled={next === null} onClick={next ?? undefined}>
            下一页
          </Button>
        </p>
      )}
      {board !== null && <BoardDialog post={board} onClose={() => setBoard(null)} />}
    </>
  );
}
