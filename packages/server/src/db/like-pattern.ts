/** The pattern of `like` for text that contains this one; `%` and `_` mean themselves. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
