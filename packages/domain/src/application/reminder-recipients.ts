import type { Role } from '../permission/roles.ts';

/** Somebody with roles in the organ of a case. */
export interface OrganOfficer {
  readonly accountId: string;
  readonly roles: readonly Role[];
}

export interface ReminderDesk {
  /** The officer of the case; `null` while it has none. */
  readonly officerId: string | null;
  readonly officers: readonly OrganOfficer[];
  /** Accounts of the competent department that supervises the organ. */
  readonly supervisors: readonly string[];
}

/** Who looks after a case that has no officer, the first of whom there is anybody. */
const INSTEAD = ['disclosureOfficer', 'disclosureOfficeHead', 'drafter'] as const satisfies readonly Role[];

const withRole = (officers: readonly OrganOfficer[], role: Role): readonly string[] =>
  officers.filter(({ roles }) => roles.includes(role)).map(({ accountId }) => accountId);

function officerOf({ officerId, officers }: ReminderDesk): readonly string[] {
  if (officerId !== null && officers.some(({ accountId }) => accountId === officerId)) return [officerId];
  return INSTEAD.map((role) => withRole(officers, role)).find((found) => found.length > 0) ?? [];
}

/** The accounts that a reminder for these roles goes to; each once. `drafter` is the officer of this case. */
export function recipientsOf(who: readonly Role[], desk: ReminderDesk): readonly string[] {
  const accounts = who.flatMap((role) => {
    if (role === 'drafter') return officerOf(desk);
    return role === 'supervisor' ? desk.supervisors : withRole(desk.officers, role);
  });
  return [...new Set(accounts)];
}
