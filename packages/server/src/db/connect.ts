import { Kysely, PostgresDialect } from 'kysely';
import { type CustomTypesConfig, type Pool, type PoolConfig, types } from 'pg';
import { ClosingPool } from './closing-pool.ts';
import { isMarked, prepareStatements } from './prepare-statements.ts';
import { PORTAL_ROLE } from './roles.ts';

/** How one role reaches the database. */
export type DatabaseLogin = Pick<
  PoolConfig,
  'host' | 'port' | 'user' | 'password' | 'database' | 'connectionString' | 'options'
>;

const BIGINT = 20;
const DATE = 1082;
const JSON_TEXT = 114;
const NUMERIC = 1700;

const asText = (text: string): string => text;

/** Civil dates stay civil, JSON stays the text that was hashed, counters and figures become numbers. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [BIGINT, Number],
  [NUMERIC, Number],
  [DATE, asText],
  [JSON_TEXT, asText],
]);

const parsers: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? types.getTypeParser(oid, format),
};

const isPortal = ({ user, options }: DatabaseLogin): boolean =>
  user === PORTAL_ROLE || options?.includes(`role=${PORTAL_ROLE}`) === true;

/**
 * A pool of connections of one role.
 *
 * @param onLost told of a connection that broke; what was under way on it rejects, the pool replaces it by itself
 * @param onPool given the pool, to read from it how many connections there are
 */
export function connectDatabase<S>(
  login: DatabaseLogin,
  connections: number,
  onLost: (error: Error) => void,
  onPool: (pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>) => void = () => {},
): Kysely<S> {
  const pool = new ClosingPool({
    ...login,
    max: connections,
    types: parsers,
    connectionTimeoutMillis: 10_000,
  });
  // The pool listens to a connection only while it is idle; an error of a borrowed one would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  pool.on('error', () => {});
  const keeps = isPortal(login) ? () => true : isMarked;
  pool.on('connect', (client) => prepareStatements(client, keeps));
  onPool(pool);
  return new Kysely<S>({ dialect: new PostgresDialect({ pool }) });
}
