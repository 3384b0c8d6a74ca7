import { PERMISSION_NAMES, type Permission, type Reach, reachOf } from './permissions.ts';
import { ROLES_WITH_SECOND_FACTOR, type Role } from './roles.ts';

/** An organ's place in the tree: the ids of its ancestors and itself, root first, each followed by "/". */
export type OrganPath = string;

/** A person acting in one organ. */
export interface Actor {
  readonly roles: readonly Role[];
  /** The organ the person acts in. */
  readonly path: OrganPath;
  /** The government that the organ serves: for its office the government, otherwise the organ itself. */
  readonly jurisdiction: OrganPath;
  /** Signed in with a second factor; without it the roles that need one rest. */
  readonly secondFactor: boolean;
}

/** The roles that count now. */
export const rolesInForce = ({ roles, secondFactor }: Actor): readonly Role[] =>
  roles.filter((role) => secondFactor || !ROLES_WITH_SECOND_FACTOR.has(role));

/** Whether the organ stands at the top of the tree: it answers for what belongs to the installation as a whole. */
export const isTop = (path: OrganPath): boolean => /^[^/]+\/$/.test(path);

/** How far the role's right reaches for this person; `null` when not at all. */
function reachFor(
  { path }: Actor,
  permission: Permission,
  role: Role,
): Exclude<Reach, 'installation'> | null {
  const reach = reachOf(permission, role);
  if (reach !== 'installation') return reach;
  return isTop(path) ? 'below' : null;
}

const isWithin = (reach: Exclude<Reach, 'installation'>, actor: Actor, subject: OrganPath): boolean => {
  if (reach === 'own') return subject === actor.path;
  if (reach === 'served') return subject === actor.path || subject === actor.jurisdiction;
  return subject.startsWith(reach === 'below' ? actor.path : actor.jurisdiction);
};

/** Whether the person may do this to something that belongs to the organ at `subject`. */
export const can = (actor: Actor, permission: Permission, subject: OrganPath): boolean =>
  rolesInForce(actor).some((role) => {
    const reach = reachFor(actor, permission, role);
    return reach !== null && isWithin(reach, actor, subject);
  });

/** Whether the person may do this anywhere at all. */
export const canSomewhere = (actor: Actor, permission: Permission): boolean =>
  rolesInForce(actor).some((role) => reachFor(actor, permission, role) !== null);

/**
 * The path under which everything lies that the permission reaches; `null` when it reaches nothing. Of a right that
 * reaches an office and its government more lies there than it reaches: such rights are for acts, not for lists.
 */
export function widestReach(
  actor: Actor,
  permission: Permission,
): { readonly path: OrganPath; readonly below: boolean } | null {
  const reaches = new Set(rolesInForce(actor).map((role) => reachFor(actor, permission, role)));
  const servesAnother = reaches.has('served') && actor.jurisdiction !== actor.path;
  if (reaches.has('jurisdiction') || servesAnother) return { path: actor.jurisdiction, below: true };
  if (reaches.has('below')) return { path: actor.path, below: true };
  return reaches.has('own') || reaches.has('served') ? { path: actor.path, below: false } : null;
}

/** Everything the person may do to what belongs to the organ at `subject`. */
export const abilitiesOver = (actor: Actor, subject: OrganPath): readonly Permission[] =>
  PERMISSION_NAMES.filter((permission) => can(actor, permission, subject));
