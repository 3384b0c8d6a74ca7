import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DueList } from './due-list.tsx';
import { useVillageDesk } from './kept-desk.ts';
import { QueuedPostsCard } from './queued-posts-card.tsx';
import { useOfflineStart } from './use-offline-start.ts';
import { useQueuedPosts } from './use-queued-posts.ts';

function NoVillage(): ReactNode {
  return (
    <section className="card">
      <p>村务由村（居）民委员会公布，您现在所在的机关不公布村务。</p>
      <p>
        在村里任职的，请在页面上方切换到所任职的村；查看各村情况，打开
        <Link to="/village/overview">各村公布情况</Link>。
      </p>
    </section>
  );
}

function Desk({ regionId, organId }: { readonly regionId: string; readonly organId: string }): ReactNode {
  const { desk: data, error } = useVillageDesk({ regionId, organId });
  useOfflineStart();
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  return (
    <section className="card" aria-label="该公布的村务">
      <DueList desk={data} />
      <p className="village-links">
        <Link to="/village/posts">已公布的村务</Link>
        <Link to="/village/questions">
          村民提问{data.openQuestions > 0 && `（${data.openQuestions} 个待答复）`}
        </Link>
        {data.publicPath !== null && (
          <a href={data.publicPath} target="_blank" rel="noreferrer">
            门户上的本村页面
          </a>
        )}
      </p>
    </section>
  );
}

/** A village's first screen: what is due, one press each. */
export function VillagePage(): ReactNode {
  const { organ } = useSession();
  const queued = useQueuedPosts();
  return (
    <>
      <PageHeader />
      {organ?.kind === 'village' ? (
        <>
          <QueuedPostsCard queued={queued} />
          <Desk regionId={organ.regionId} organId={organ.organId} />
        </>
      ) : (
        <NoVillage />
      )}
    </>
  );
}
