import { isTop, type OrganPath } from './can.ts';
import { PERMISSION_NAMES, reachOf } from './permissions.ts';
import type { Role } from './roles.ts';

/** An organ as rights count there. */
export interface RolePlace {
  readonly path: OrganPath;
  /** The government that the organ serves: for its office the government, otherwise the organ itself. */
  readonly jurisdiction: OrganPath;
}

/** Above the top of the tree: no organ reaches it, only whoever holds the machine. */
const ABOVE_EVERYTHING: OrganPath = '';

const above = (path: OrganPath): OrganPath => (isTop(path) ? ABOVE_EVERYTHING : path.replace(/[^/]+\/$/, ''));

/** The path under which everything lies that any right of the role reaches in an organ. */
export const widestPathOf = (role: Role, { path, jurisdiction }: RolePlace): OrganPath =>
  PERMISSION_NAMES.some((permission) => ['served', 'jurisdiction'].includes(reachOf(permission, role) ?? ''))
    ? jurisdiction
    : path;

/**
 * What `account.manage` has to reach for handing out or taking away a role in an organ, and for whatever touches an
 * account that holds it: all that the role reaches, because who resets a password can become that person. An auditor
 * checks the administrators of the organ, so only those above it see to the account (等级保护 GB/T 22239-2019, 8.1.4).
 */
export const managedThrough = (role: Role, place: RolePlace): OrganPath =>
  role === 'auditor' ? above(place.path) : widestPathOf(role, place);
