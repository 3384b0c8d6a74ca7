import type { ReadingRoute, Route, RouteOutput, RouteRequest } from '@zhaoshi/contract/define-route';
import { useState } from 'react';
import { useRead } from './use-route.ts';

type ItemOf<R extends Route> =
  RouteOutput<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** A list that is read page by page. */
export interface Pages<Item> {
  readonly items: readonly Item[] | undefined;
  /** Counted from 1. */
  readonly page: number;
  readonly isLoading: boolean;
  readonly error: unknown;
  /** `null` on the first page. */
  readonly previous: (() => void) | null;
  /** `null` on the last page. */
  readonly next: (() => void) | null;
}

interface Answer<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * Reads a list of the contract by cursor.
 *
 * @param request without the cursor; when it changes the list begins anew
 */
export function usePages<R extends ReadingRoute>(route: R, request: RouteRequest<R>): Pages<ItemOf<R>> {
  const asked = JSON.stringify(request);
  const [place, setPlace] = useState<{ readonly asked: string; readonly cursors: readonly string[] }>({
    asked,
    cursors: [],
  });
  const cursors = place.asked === asked ? place.cursors : [];
  // What is asked by a body is asked for its pages there too.
  const part = route.method === 'POST' ? 'body' : 'query';
  const parts: { readonly query?: object; readonly body?: object } = request;
  const cursor = cursors.at(-1);
  const withCursor = { ...request, [part]: { ...parts[part], ...(cursor !== undefined && { cursor }) } };
  const answer = useRead(route, withCursor);
  const data = answer.data as Answer<ItemOf<R>> | undefined;
  const following = data?.nextCursor ?? null;
  return {
    items: data?.items,
    page: cursors.length + 1,
    isLoading: answer.isFetching,
    error: answer.error,
    previous: cursors.length === 0 ? null : () => setPlace({ asked, cursors: cursors.slice(0, -1) }),
    next: following === null ? null : () => setPlace({ asked, cursors: [...cursors, following] }),
  };
}
