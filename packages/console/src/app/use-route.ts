import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  needsKey,
  needsVersion,
  type ReadingRoute,
  type Route,
  type RouteOutput,
  type RouteRequest,
} from '@zhaoshi/contract/define-route';
import { useRef } from 'react';
import { type CallOptions, call } from './api.ts';
import { paramsOf, shownAfter } from './shown-after.ts';

type Changing = Exclude<Route, { readonly method: 'GET' }>;

/** Under which an answer is kept; everything of an area is forgotten by `[area]`. */
const keyOf = (route: Route, request: unknown): readonly unknown[] => [
  ...route.id.split('.', 1),
  route.id,
  request,
];

/** Reads a route, or asks one that changes nothing, and keeps the answer; while other parameters load, the former answer stays on the screen. */
export function useRead<R extends ReadingRoute>(
  route: R,
  request: RouteRequest<R>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<RouteOutput<R>> {
  return useQuery({
    queryKey: keyOf(route, request),
    queryFn: ({ signal }) => call(route, request, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

interface Submission<R extends Route> {
  readonly request: RouteRequest<R>;
  /** The version that the change rests on. */
  readonly version?: number | undefined;
}

/** The key of a submission: the same until it succeeds or says something else. */
function useSubmissionKey(): { readonly keyFor: (content: string) => string; readonly done: () => void } {
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return {
    keyFor: (content) => {
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
      return last.current.key;
    },
    done: () => {
      last.current = null;
    },
  };
}

/** Shows at once what a change answered, wherever the thing was read, until it is read again. */
function showAnswer(
  queryClient: QueryClient,
  area: string | undefined,
  { request, version }: { readonly request: unknown; readonly version?: number | undefined },
  answer: unknown,
): void {
  for (const { queryKey } of queryClient.getQueryCache().findAll({ queryKey: [area] })) {
    const changed = { params: paramsOf(request), answer, base: version };
    queryClient.setQueryData(queryKey, (read: unknown) => shownAfter(read, paramsOf(queryKey[2]), changed));
  }
}

/**
 * A change by a route. After it everything read of its area is read again; the thing that was changed is shown as the
 * answer has it until then, so that the next change rests on its new version.
 *
 * @param also further areas that the change touches, such as `todo`
 */
export function useChange<R extends Changing>(
  route: R,
  { also = [] }: { readonly also?: readonly string[] } = {},
): UseMutationResult<RouteOutput<R>, Error, Submission<R>> {
  const queryClient = useQueryClient();
  const { keyFor, done } = useSubmissionKey();
  return useMutation({
    mutationFn: ({ request, version }: Submission<R>) => {
      const options: CallOptions = { version };
      if (!needsKey(route)) return call(route, request, options);
      return call(route, request, { ...options, idempotencyKey: keyFor(JSON.stringify(request)) });
    },
    // Not waited for: what is read again may take the asking component away, and with it what it says of its success.
    onSuccess: (answer, submission) => {
      done();
      const [own] = route.id.split('.', 1);
      if (route.versioned === true || needsVersion(route)) showAnswer(queryClient, own, submission, answer);
      for (const area of [own, ...also]) {
        void queryClient.invalidateQueries({ queryKey: [area] });
      }
    },
  });
}
