import { Link } from '@tanstack/react-router';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { Button, Drawer, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Loading } from '../ui/loading.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { shownMoment } from './moments.ts';
import { type Notification, placeOfNotification } from './places.ts';
import { usePages } from './use-pages.ts';
import { useChange } from './use-route.ts';

function Words({ told, onOpen }: { readonly told: Notification; readonly onOpen: () => void }): ReactNode {
  const place = placeOfNotification(told);
  return place === null ? (
    told.words
  ) : (
    <Link {...place} onClick={onOpen}>
      {told.words}
    </Link>
  );
}

/** What the person is told, the newest first. */
export default function NotificationDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { items, error, previous, next } = usePages(deskRoutes.notifications, { query: { limit: 20 } });
  const markRead = useChange(deskRoutes.markRead);
  const newest = items?.[0]?.createdAt;
  const hasUnread = items?.some(({ isRead }) => !isRead) === true;
  return (
    <Drawer open title="通知" size={420} onClose={onClose}>
      <ProblemAlert error={error ?? markRead.error} />
      {items === undefined && error === null && <Loading />}
      {items?.length === 0 && <p className="quiet">没有通知。</p>}
      {hasUnread && newest !== undefined && (
        <Button
          loading={markRead.isPending}
          onClick={() => markRead.mutate({ request: { body: { upTo: newest } } })}
        >
          全部标为已读
        </Button>
      )}
      <ul className="rows">
        {items?.map((told) => (
          <li key={told.notificationId}>
            <span>
              <Words told={told} onOpen={onClose} />
              <small className="quiet">{shownMoment(told.createdAt)}</small>
            </span>
            {!told.isRead && <Tag color="processing">未读</Tag>}
          </li>
        ))}
      </ul>
      {(previous !== null || next !== null) && (
        <nav className="pages" aria-label="通知翻页">
          <Button disabled={previous === null} onClick={() => previous?.()}>
            较新的
          </Button>
          <Button disabled={next === null} onClick={() => next?.()}>
            较早的
          </Button>
        </nav>
      )}
    </Drawer>
  );
}
