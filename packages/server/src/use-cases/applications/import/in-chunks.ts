/** Rows of one statement: a statement has at most 65,535 parameters. */
const CHUNK = 500;

/** Does the work for some hundred rows at a time, in order. */
export async function inChunks<T>(rows: readonly T[], work: (some: T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await work(rows.slice(start, start + CHUNK));
}
