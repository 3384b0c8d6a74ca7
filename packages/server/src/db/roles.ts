import type { Client } from 'pg';
import { StartError } from '../start-error.ts';

/** The roles that the server works with; both are made by the owner and own nothing. */
export const SERVER_ROLE = 'zhaoshi_server';
export const PORTAL_ROLE = 'zhaoshi_portal';

/** @throws StartError when the owner neither belongs to the role nor may join it */
async function joinRole(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ member: boolean }>("select pg_has_role($1, 'member') as member", [
    role,
  ]);
  if (rows[0]?.member === true) return;
  try {
    await owner.query(`grant ${role} to current_user`);
  } catch (error) {
    const user = owner.user ?? 'DATABASE_URL 中的用户';
    throw new StartError(
      `数据库用户 ${user} 不能使用角色 ${role}。请由数据库管理员执行：grant ${SERVER_ROLE}, ${PORTAL_ROLE} to ${user};`,
      { cause: error },
    );
  }
}

/**
 * Makes the roles if they are not there. Roles belong to the whole database server, so two migrations at once
 * can meet here; the later one finds the role made.
 *
 * @param passwords for sign-in of their own; without, the owner's session changes into the role
 */
export async function ensureRoles(
  owner: Client,
  passwords: Readonly<Record<string, string>> | null,
): Promise<void> {
  for (const role of [SERVER_ROLE, PORTAL_ROLE]) {
    await owner.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`,
    );
    const password = passwords?.[role];
    if (password !== undefined) {
      await owner.query(`alter role ${role} login password ${owner.escapeLiteral(password)}`);
    } else {
      await joinRole(owner, role);
    }
  }
}
