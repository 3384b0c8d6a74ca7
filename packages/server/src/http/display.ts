import type { Display } from '@zhaoshi/portal/view-models';

const COOKIE = 'display';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The four ways a page can be shown, as they stand in the cookie and in cache keys. */
export const displayName = ({ largeText, highContrast }: Display): string =>
  `${largeText ? 'large' : 'standard'}-${highContrast ? 'high' : 'standard'}`;

/** What the reader chose before, from the request's `Cookie` header; anything unknown is the standard. */
export function displayOf(cookieHeader: string | undefined): Display {
  const chosen = /(?:^|;\s*)display=([a-z-]*)/.exec(cookieHeader ?? '')?.[1] ?? '';
  return { largeText: chosen.startsWith('large-'), highContrast: chosen.endsWith('-high') };
}

export const displayCookie = (display: Display): string =>
  `${COOKIE}=${displayName(display)}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;

/** The page to come back to: a path on this site, never another site's address. */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string') return '/';
  return /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/.test(wanted) ? wanted : '/';
}
