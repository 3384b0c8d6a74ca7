import type { Client } from 'pg';

/** The roles that the server works with; both are made by the owner and own nothing. */
export const SERVER_ROLE = 'zhaoshi_server';
export const PORTAL_ROLE = 'zhaoshi_portal';

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
      await owner.query(`grant ${role} to current_user`);
    }
  }
}
