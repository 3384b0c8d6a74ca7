import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { call } from './api.ts';
import { keepOfflineSession, offlineSession } from './offline-session.ts';
import { asProblem, isSignedOut } from './problem.ts';

export type Session = RouteOutput<typeof sessionRoutes.read>;

/** Who is signed in; `null`: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await call(sessionRoutes.read, {}, { signal });
      keepOfflineSession(session);
      return session;
    } catch (error) {
      if (isSignedOut(error)) {
        keepOfflineSession(null);
        return null;
      }
      const kept = asProblem(error).code === 'offline' ? offlineSession() : null;
      if (kept !== null) return kept;
      throw error;
    }
  },
  // Without a connection it fails at once instead of waiting for one: then the device knows what to open.
  networkMode: 'always',
  staleTime: 60_000,
});

/** The session of a page inside the frame, which is not shown without one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data === null) throw new Error('a page of the frame without a session');
  return data;
}
