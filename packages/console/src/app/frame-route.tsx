import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import './page-info.ts';
import { FaultPage, NotFoundPage } from './fault-pages.tsx';
import { safeBack } from './safe-back.ts';
import { sessionQuery } from './session.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** Above all pages of the console, those of signing in as well. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  errorComponent: FaultPage,
  notFoundComponent: NotFoundPage,
});

/** Everything but signing in: shown inside the frame, to people who are signed in completely. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session?.stage === 'full') return;
    const back = safeBack(location.href);
    throw redirect({ to: '/sign-in', search: back === undefined || back === '/' ? {} : { back } });
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
});
