import { BellOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { Badge, Button } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useRead } from './use-route.ts';

const NotificationDrawer = lazy(() => import('./notification-drawer.tsx'));

/** How many notifications are unread, and the way to them. */
export function NotificationBell(): ReactNode {
  const [open, setOpen] = useState(false);
  const { data } = useRead(deskRoutes.notifications, { query: { limit: 1 } });
  const queryClient = useQueryClient();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    // Asked for when the person moves, never by the clock: that would keep an idle session alive.
    void queryClient.refetchQueries({
      queryKey: ['desk', deskRoutes.notifications.id],
      stale: true,
      type: 'active',
    });
  }, [queryClient, path]);
  const unread = data?.unread ?? 0;
  return (
    <>
      <Button
        type="text"
        icon={
          <Badge count={unread} size="small" aria-hidden>
            <BellOutlined aria-hidden />
          </Badge>
        }
        onClick={() => setOpen(true)}
      >
        <span className="wide-shown">通知</span>
        {unread > 0 && <span className="for-readers">，{unread} 条未读</span>}
      </Button>
      <Suspense>{open && <NotificationDrawer onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
