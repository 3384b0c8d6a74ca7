import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { call } from './api.ts';
import { isSignedOut } from './problem.ts';

export type Session = RouteOutput<typeof sessionRoutes.read>;

/** Who is signed in; `null`: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await call(sessionRoutes.read, {}, { signal });
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The session of a page inside the frame, which is not shown without one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data === null) throw new Error('a page of the frame without a session');
  return data;
}
