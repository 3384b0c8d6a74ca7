import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { QueuedPosts } from './use-queued-posts.ts';

/** What waits on this device: to go out by itself when the connection is back, or to be finished. */
export function QueuedPostsCard({ queued }: { readonly queued: QueuedPosts }): ReactNode {
  const { drafts, isSending, error, send, remove } = queued;
  const [asking, setAsking] = useState<string | null>(null);
  if (drafts.length === 0) return <ProblemAlert error={error} />;
  return (
    <>
      <Alert
        className="problem"
        type="info"
        showIcon
        role="status"
        title={`这台设备上有 ${drafts.length} 份没有公布的村务`}
        description={
          <ul className="rows">
            {drafts.map(({ key, draft, title, path }) => (
              <li key={key}>
                <span>
                  <Link to={path}>{title}</Link>
                  <small className="quiet">
                    {draft.isQueued ? '等候发出，联网后自动公布' : '还没有填完，点开继续填写'}
                  </small>
                </span>
                <Button size="small" aria-label={`删去${title}`} onClick={() => setAsking(key)}>
                  删去
                </Button>
              </li>
            ))}
          </ul>
        }
        action={
          drafts.some(({ draft }) => draft.isQueued) && (
            <Button size="small" loading={isSending} onClick={send}>
              现在发出
            </Button>
          )
        }
      />
      <ProblemAlert error={error} />
      <ConfirmChange
        open={asking !== null}
        title="删去没有公布的村务"
        confirm="删去"
        grave
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          if (asking !== null) remove(asking);
          setAsking(null);
        }}
      >
        <p>删去后不能恢复。已经公布的不受影响。</p>
      </ConfirmChange>
    </>
  );
}
