import type { Client } from 'pg';
import { StartError } from '../start-error.ts';

/** The roles that the server works with; both are made by the owner and own nothing. */
export const SERVER_ROLE = 'zhaoshi_server';
export const PORTAL_ROLE = 'zhaoshi_portal';

const ROLES = [SERVER_ROLE, PORTAL_ROLE];

interface Standing {
  readonly exists: boolean;
  /** Whether the owner's session may change into the role. */
  readonly joined: boolean;
}

async function standingTo(owner: Client, role: string): Promise<Standing> {
  // Since PostgreSQL 16 a member may lack the right to change into the role, as its maker does at first.
  const { rows } = await owner.query<Standing>(
    `select true as exists, pg_has_role(oid,
       case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) as joined
     from pg_roles where rolname = $1`,
    [role],
  );
  return rows[0] ?? { exists: false, joined: false };
}

/** What an administrator has to run where the owner may not. */
async function askAdministrator(owner: Client, cause: unknown): Promise<StartError> {
  const { rows } = await owner.query<{ user: string }>('select current_user as user');
  const user = rows[0]?.user ?? '';
  const standings = await Promise.all(ROLES.map((role) => standingTo(owner, role)));
  const statements = [
    ...ROLES.filter((_, index) => !standings[index]?.exists).map((role) => `create role ${role} nologin;`),
    `grant ${ROLES.join(', ')} to ${owner.escapeIdentifier(user)};`,
  ];
  return new StartError(
    `数据库用户 ${user} 不能建立或使用角色 ${ROLES.join('、')}。请由数据库管理员执行：${statements.join(' ')}`,
    { cause },
  );
}

/**
 * Makes the roles if they are not there. Roles belong to the whole database server, so two migrations at once
 * can meet here; the later one finds the role made.
 *
 * @param passwords for sign-in of their own; without, the owner's session changes into the role
 * @throws StartError with what an administrator has to run, when the owner may not
 */
export async function ensureRoles(
  owner: Client,
  passwords: Readonly<Record<string, string>> | null,
): Promise<void> {
  try {
    for (const role of ROLES) {
      // Asked first: without CREATEROLE even a role that is there may not be "created".
      if (!(await standingTo(owner, role)).exists) {
        await owner.query(
          `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`,
        );
      }
      const password = passwords?.[role];
      if (password !== undefined) {
        await owner.query(`alter role ${role} login password ${owner.escapeLiteral(password)}`);
      } else if (!(await standingTo(owner, role)).joined) {
        await owner.query(`grant ${role} to current_user`);
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') {
      throw await askAdministrator(owner, error);
    }
    throw error;
  }
}
