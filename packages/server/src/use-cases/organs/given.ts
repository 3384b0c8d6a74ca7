/** A line that was left empty is not given. */
export const given = (text: string | null): string | null => (text === null || text === '' ? null : text);
