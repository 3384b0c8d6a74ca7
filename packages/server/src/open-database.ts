import { DATABASE, joinCluster, startCluster } from './adapters/embedded-postgres/cluster.ts';
import {
  defaultDataFolder,
  openDataFolder,
  type Passwords,
  requireSpace,
} from './adapters/embedded-postgres/data-folder.ts';
import { lockDataFolder } from './adapters/embedded-postgres/server-lock.ts';
import type { Config } from './config.ts';
import type { DatabaseLogin } from './db/connect.ts';
import { type Migration, migrate, readMigrations } from './db/migrate.ts';
import { PORTAL_ROLE, SERVER_ROLE } from './db/roles.ts';

/** A database that is up to date, by the logins of its three roles. */
export interface OpenDatabase {
  readonly owner: DatabaseLogin;
  readonly server: DatabaseLogin;
  readonly portal: DatabaseLogin;
  /** Names of the migrations that this opening applied. */
  readonly migrated: readonly string[];
  /** Brings it further: for one that was opened at an older state. */
  readonly upgrade: () => Promise<readonly string[]>;
  /** Resolves when an embedded database ends; never for one that is not ours. */
  readonly ended: Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Migrations to stop after; or the newest; or whatever it has, without a look. */
type State = readonly Migration[] | 'newest' | 'as it is';

async function bringUp(
  owner: DatabaseLogin,
  passwords: Readonly<Record<string, string>> | null,
  upTo: State,
): Promise<readonly string[]> {
  if (upTo === 'as it is') return [];
  return await migrate(owner, passwords, upTo === 'newest' ? await readMigrations() : upTo);
}

/** On a server of the operator's, the owner's session changes into the narrower roles. */
async function openServer(connectionString: string, upTo: State): Promise<OpenDatabase> {
  const as = (role: string): DatabaseLogin => ({ connectionString, options: `-c role=${role}` });
  return {
    owner: { connectionString },
    server: as(SERVER_ROLE),
    portal: as(PORTAL_ROLE),
    migrated: await bringUp({ connectionString }, null, upTo),
    upgrade: async () => await bringUp({ connectionString }, null, 'newest'),
    ended: new Promise(() => {}),
    close: () => Promise.resolve(),
  };
}

const rolePasswords = (passwords: Passwords): Readonly<Record<string, string>> => ({
  [SERVER_ROLE]: passwords.server,
  [PORTAL_ROLE]: passwords.portal,
});

async function openEmbedded(data: string | null, alone: boolean, upTo: State): Promise<OpenDatabase> {
  const folder = await openDataFolder(data ?? defaultDataFolder(process.cwd()));
  if (alone) await requireSpace(folder);
  const unlock = alone ? lockDataFolder(folder.path) : () => {};
  try {
    const cluster = await (alone ? startCluster(folder) : joinCluster(folder));
    const login = (user: string, password: string): DatabaseLogin => ({
      host: cluster.host,
      port: cluster.port,
      database: DATABASE,
      user,
      password,
    });
    const owner = login(cluster.owner.user, cluster.owner.password);
    const passwords = rolePasswords(folder.passwords);
    try {
      return {
        owner,
        server: login(SERVER_ROLE, folder.passwords.server),
        portal: login(PORTAL_ROLE, folder.passwords.portal),
        migrated: await bringUp(owner, passwords, upTo),
        upgrade: async () => await bringUp(owner, passwords, 'newest'),
        ended: cluster.ended,
        close: async () => {
          await cluster.stop();
          unlock();
        },
      };
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens the database of the settings and brings it up to date.
 *
 * @param alone as the one server of a data folder; otherwise beside a server that may be running
 * @param upTo how far to bring it; the newest migration by default
 * @throws StartError with what the operator has to mend
 */
export async function openDatabase(
  config: Pick<Config, 'data' | 'databaseUrl'>,
  alone: boolean,
  upTo: State = 'newest',
): Promise<OpenDatabase> {
  return config.databaseUrl === null
    ? await openEmbedded(config.data, alone, upTo)
    : await openServer(config.databaseUrl, upTo);
}
