import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/** A browser in which somebody signed in completely before. */
export interface KnownDevice {
  readonly accountId: string;
  readonly deviceId: string;
}

/**
 * Wrong tries of known devices, for all servers of the installation. As long as a device has tries left, what others
 * did to lock its account does not shut it out. A device is named by a keyed hash.
 */
export interface DeviceTries {
  /** Takes a try before it is known how it ends, so that many at once get no more. @returns whether there was one */
  readonly take: (deviceHash: string, at: Date) => Promise<boolean>;
  /** It was not a wrong one. */
  readonly giveBack: (deviceHash: string) => Promise<void>;
  /** Everything that is asked was shown. */
  readonly forget: (deviceHash: string) => Promise<void>;
}

/** Not more than the fewest that lock an account: a device that locked it itself has none left. */
const TRIES = 3;

/** As long as an account may be locked at most. */
const WINDOW_MS = DAY_MS;

/** Each in a statement of its own: a try counts also where the transaction of the attempt is taken back. */
export function deviceTriesIn(database: Kysely<Schema>): DeviceTries {
  return {
    take: async (deviceHash, at) => {
      await database.deleteFrom('device_try').where('expires_at', '<=', at).execute();
      const until = new Date(at.getTime() + WINDOW_MS);
      const { rows } = await sql`
        insert into device_try (device_hash, tries, expires_at) values (${deviceHash}, 1, ${until})
        on conflict (device_hash) do update set tries = device_try.tries + 1, expires_at = excluded.expires_at
        where device_try.tries < ${TRIES} returning tries`.execute(database);
      return rows.length === 1;
    },
    giveBack: async (deviceHash) => {
      await database
        .updateTable('device_try')
        .set({ tries: sql<number>`greatest(0, tries - 1)` })
        .where('device_hash', '=', deviceHash)
        .execute();
    },
    forget: async (deviceHash) => {
      await database.deleteFrom('device_try').where('device_hash', '=', deviceHash).execute();
    },
  };
}
