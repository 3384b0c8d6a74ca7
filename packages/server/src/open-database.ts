import { resolve } from 'node:path';
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
import { ensureOwnLogins, readOwnLogins } from './db/own-logins.ts';
import { requireRole, roleLogin } from './db/role-login.ts';
import { PORTAL_ROLE, SERVER_ROLE } from './db/roles.ts';

/** What is weaker where `hasOwnUsers` is false, and what helps. */
export const SHARED_USER =
  '程序以数据库所有者登录后再切换为受限角色，能执行任意 SQL 的入侵者可以切换回所有者，改动审计记录';
export const SHARED_USER_ADVICE =
  '请由数据库管理员授予该用户 CREATEROLE 以及对 zhaoshi_server、zhaoshi_portal 的 ADMIN OPTION，并允许新用户以密码登录，然后重新启动；程序会自动建立单独的登录用户';

/** A database that is up to date, by the logins of its three roles. */
export interface OpenDatabase {
  readonly owner: DatabaseLogin;
  readonly server: DatabaseLogin;
  readonly portal: DatabaseLogin;
  /** Whether server and portal sign in as users of their own, so that their sessions cannot become the owner's. */
  readonly hasOwnUsers: boolean;
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

async function requireRoles(server: DatabaseLogin, portal: DatabaseLogin): Promise<void> {
  await requireRole(server, SERVER_ROLE);
  await requireRole(portal, PORTAL_ROLE);
}

/** On a server of the operator's: with users of its own for the roles, else by sessions of the owner's. */
async function openServer(connectionString: string, data: string | null, upTo: State): Promise<OpenDatabase> {
  const folder = resolve(data ?? defaultDataFolder(process.cwd()));
  const owner: DatabaseLogin = { connectionString };
  const migrated = await bringUp(owner, null, upTo);
  const own =
    upTo === 'as it is' ? await readOwnLogins(folder) : await ensureOwnLogins(connectionString, folder);
  const server = roleLogin(connectionString, SERVER_ROLE, own?.server ?? null);
  const portal = roleLogin(connectionString, PORTAL_ROLE, own?.portal ?? null);
  if (upTo !== 'as it is') await requireRoles(server, portal);
  return {
    owner,
    server,
    portal,
    hasOwnUsers: own !== null,
    migrated,
    upgrade: async () => await bringUp(owner, null, 'newest'),
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
      const server = login(SERVER_ROLE, folder.passwords.server);
      const portal = login(PORTAL_ROLE, folder.passwords.portal);
      const migrated = await bringUp(owner, passwords, upTo);
      if (upTo !== 'as it is') await requireRoles(server, portal);
      return {
        owner,
        server,
        portal,
        hasOwnUsers: true,
        migrated,
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
    : await openServer(config.databaseUrl, config.data, upTo);
}
