/** An address inside the console only: whoever is sent here by a crafted link must not end elsewhere. */
export const safeBack = (back: unknown): string | undefined =>
  typeof back === 'string' && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : undefined;
