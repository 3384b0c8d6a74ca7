import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { writeDurably } from '../adapters/embedded-postgres/durable.ts';
import { StartError } from '../start-error.ts';
import { RUNNER_LOCK } from './migrate.ts';
import { type RoleUser, requireRole, roleLogin } from './role-login.ts';
import { PORTAL_ROLE, SERVER_ROLE } from './roles.ts';

const user = z.object({ user: z.string().min(1), password: z.string().min(1) });
const logins = z.object({ server: user, portal: user });

/** Users of this installation alone, on a server of the operator's; each may become one role and nothing else. */
type OwnLogins = z.infer<typeof logins>;

const fileOf = (dataFolder: string): string => join(dataFolder, 'keys', 'database-logins.json');

/** The logins that were made at an earlier start; `null`: none. */
export async function readOwnLogins(dataFolder: string): Promise<OwnLogins | null> {
  const file = fileOf(dataFolder);
  try {
    return logins.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartError(`数据库登录用户的文件不能读取：${file}。删除它，下次启动会另建。`, { cause: error });
  }
}

function newLogins(): OwnLogins {
  const mark = randomBytes(4).toString('hex');
  const login = (role: string) => ({
    user: `${role}_${mark}`,
    password: randomBytes(24).toString('base64url'),
  });
  return { server: login(SERVER_ROLE), portal: login(PORTAL_ROLE) };
}

const ITERATIONS = 4096;

/** What PostgreSQL stores of a password (RFC 5803): the password itself never gets into the log of its statements. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

async function ensureUser(owner: Client, { user: name, password }: RoleUser, role: string): Promise<void> {
  const quoted = owner.escapeIdentifier(name);
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) await owner.query(`create role ${quoted} noinherit`);
  await owner.query(`alter role ${quoted} login password ${owner.escapeLiteral(scramVerifier(password))}`);
  await owner.query(`grant ${role} to ${quoted}`);
}

/** @returns whether the owner may make users */
async function ensureUsers(connectionString: string, own: OwnLogins): Promise<boolean> {
  const owner = new Client({ connectionString });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('begin');
    // Servers that share the data folder may start at the same time.
    await owner.query('select pg_advisory_xact_lock($1)', [RUNNER_LOCK]);
    await ensureUser(owner, own.server, SERVER_ROLE);
    await ensureUser(owner, own.portal, PORTAL_ROLE);
    await owner.query('commit');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return false;
    throw error;
  } finally {
    // Takes back what was begun.
    await owner.end();
  }
}

/**
 * Makes users for the two roles, so that no session of theirs can go back to being the owner's.
 *
 * @returns `null` where the owner may not make users, or where they may not sign in with a password
 */
export async function ensureOwnLogins(
  connectionString: string,
  dataFolder: string,
): Promise<OwnLogins | null> {
  const found = await readOwnLogins(dataFolder);
  const own = found ?? newLogins();
  if (!(await ensureUsers(connectionString, own))) return null;
  try {
    const server = await requireRole(roleLogin(connectionString, SERVER_ROLE, own.server), SERVER_ROLE);
    const portal = await requireRole(roleLogin(connectionString, PORTAL_ROLE, own.portal), PORTAL_ROLE);
    if (server.mayTurnOwner || portal.mayTurnOwner) return null;
  } catch (error) {
    if (error instanceof StartError) return null;
    throw error;
  }
  if (found === null) {
    await mkdir(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 });
    await writeDurably(fileOf(dataFolder), JSON.stringify(own));
  }
  return own;
}
