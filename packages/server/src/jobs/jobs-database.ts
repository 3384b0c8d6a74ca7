import type { PoolConfig } from 'pg';
import type { PgBoss } from 'pg-boss';
import { ClosingPool } from '../db/closing-pool.ts';
import { listen } from '../db/listen.ts';

type Adapter = ReturnType<PgBoss['getDb']>;

export interface JobsDatabase {
  readonly db: Adapter;
  readonly close: () => Promise<void>;
}

/**
 * The database as pg-boss asks it. Its own adapter takes the listeners from a connection that broke before the
 * connection has said everything; the next error, which nobody hears, would end the server (found by killing the
 * database under load).
 */
export function createJobsDatabase(login: PoolConfig, onLost: (error: Error) => void): JobsDatabase {
  const pool = new ClosingPool({ connectionTimeoutMillis: 10_000, ...login });
  pool.on('connect', (client) => client.on('error', onLost));
  pool.on('error', () => {});
  return {
    db: {
      executeSql: async (text, values) => await pool.query(text, values),
      listen: async (channel, onNotification, onReconnect) => ({
        close: await listen(login, channel, {
          onNotification,
          onListening: onReconnect,
          onBroken: () => {},
        }),
      }),
    },
    close: async () => {
      await pool.end();
    },
  };
}
