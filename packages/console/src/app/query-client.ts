import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem, isSignedOut } from './problem.ts';

const RETRIES = 2;

/**
 * The store of answers.
 *
 * @param onSignedOut called when any call finds that nobody is signed in any more
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the server has refused, it refuses again; only what did not arrive is sent again.
        retry: (count, error) => count < RETRIES && asProblem(error).code === 'offline',
      },
      mutations: { retry: false },
    },
  });
}
