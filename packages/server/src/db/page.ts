import { z } from 'zod';

/** A cursor is the sort key of the last row of a page, so that pages stay right while rows are added. */
const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** A moment as a cursor holds it; the database knows no year 0. */
export const cursorMoment = z.iso.datetime().refine((text) => !text.startsWith('0000'));

/** NUL, which the database takes in no text. */
const holdsNul = (json: string): boolean => json.includes('\\u0000');

/** @returns the key; `null` when the text is no cursor of this shape */
export function decodeCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  try {
    const json = Buffer.from(cursor, 'base64url').toString('utf8');
    if (holdsNul(json)) return null;
    const parsed = shape.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A page out of rows that were fetched with one more than the limit. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  present: (row: Row) => Item,
): { readonly items: Item[]; readonly nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
