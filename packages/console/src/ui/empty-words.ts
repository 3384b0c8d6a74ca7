/** What an empty list says: that nothing is there, and what to press only to whoever may press it. */
export const emptyWords = (nothing: string, next: string, mayPress: boolean): string =>
  mayPress ? `${nothing}${next}` : nothing;
