import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';

/** Different questions of the portal; far more than it has. What comes after them is planned each time. */
const MOST_NAMES = 500;

const MARK = '/* kept plan */';

/** Put in front of a question whose plan is worth keeping also where plans are not: one that comes with every call. */
export const KEPT_PLAN = sql.raw(MARK);

export const isMarked = (text: string): boolean => text.includes(MARK);

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  // PostgreSQL's names have at most 63 characters.
  const name = `q${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
  names.set(text, name);
  return name;
}

/**
 * Lets a connection keep the plans of its questions: the portal's are few, come again and again, and take longer to
 * plan than to answer.
 *
 * @param keeps which of them
 */
export function prepareStatements(client: PoolClient, keeps: (text: string) => boolean): void {
  const query: (...given: unknown[]) => Promise<QueryResult> = client.query.bind(client);
  const prepared = async (text: unknown, values?: unknown): Promise<QueryResult> => {
    if (typeof text !== 'string' || !Array.isArray(values) || !keeps(text)) return await query(text, values);
    const name = nameOf(text);
    return await (name === undefined ? query(text, values) : query({ name, text, values }));
  };
  Object.defineProperty(client, 'query', { value: prepared });
}
