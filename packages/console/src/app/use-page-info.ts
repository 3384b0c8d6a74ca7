import { useMatches } from '@tanstack/react-router';
import type { PageInfo } from './page-info.ts';

/** What the page that is open says of itself. */
export function usePageInfo(): PageInfo | undefined {
  return useMatches({
    select: (matches) => matches.flatMap(({ staticData: { page } }) => page ?? []).at(-1),
  });
}
