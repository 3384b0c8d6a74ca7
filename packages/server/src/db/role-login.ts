import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { Client } from 'pg';
import { StartError } from '../start-error.ts';
import type { DatabaseLogin } from './connect.ts';

/** Another user's login to the database of a URL, that changes into a role when it begins. */
export interface RoleUser {
  readonly user: string;
  readonly password: string;
}

/**
 * How a role reaches the database of a URL. Options that the URL has stay; in it they would take the place of ours,
 * and the session would be the owner's.
 *
 * @throws StartError when it is no URL
 * @param by whose session changes into the role; `null`: the URL's own user, the owner
 */
export function roleLogin(connectionString: string, role: string, by: RoleUser | null): DatabaseLogin {
  if (!URL.canParse(connectionString)) {
    throw new StartError('DATABASE_URL 的格式不对：用户名、密码中的特殊字符应写成 %XX。');
  }
  const url = new URL(connectionString);
  const options = url.searchParams.get('options');
  url.searchParams.delete('options');
  if (by !== null) {
    url.searchParams.delete('user');
    url.searchParams.delete('password');
    url.username = by.user;
    url.password = by.password;
  }
  const own = `-c role=${role}`;
  return { connectionString: url.href, options: options === null ? own : `${options} ${own}` };
}

interface Standing {
  readonly role: string;
  readonly mayChangeTables: boolean;
  /** Whether the session may change into the owner. */
  readonly mayTurnOwner: boolean;
  readonly clock: Date;
}

const STANDING = `
  select current_user as role, clock_timestamp() as clock,
    coalesce(bool_or(pg_has_role(relowner, 'usage')), false) as "mayChangeTables",
    coalesce(bool_or(pg_has_role(session_user, relowner, 'member')), false) as "mayTurnOwner"
  from pg_class where oid = to_regclass('public.audit_entry')`;

const LONGEST_APART_MS = 10 * MINUTE_MS;

/**
 * Looks who really works there, before anything does: as the owner it could change the audit trail.
 *
 * @returns whether the session could change into the owner all the same
 * @throws StartError when it is not the role, or its clock is not ours
 */
export async function requireRole(
  login: DatabaseLogin,
  role: string,
): Promise<Pick<Standing, 'mayTurnOwner'>> {
  const client = new Client({ ...login, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  let found: Standing | undefined;
  try {
    await client.connect();
    found = (await client.query<Standing>(STANDING)).rows[0];
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError(`不能以角色 ${role} 连接数据库：${reason}`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
  if (found === undefined || found.role !== role || found.mayChangeTables) {
    throw new StartError(
      `数据库连接应以角色 ${role} 工作，实际是 ${found?.role ?? '未知'}，审计记录将得不到保护，没有启动。请检查 DATABASE_URL 中的参数，以及该角色是否被授予了其他权限。`,
    );
  }
  if (Math.abs(Date.now() - found.clock.getTime()) > LONGEST_APART_MS) {
    throw new StartError(
      '数据库服务器的时钟与本机相差超过 10 分钟，审计记录的时间将不可信，没有启动。请先校准两台机器的时钟。',
    );
  }
  return found;
}
