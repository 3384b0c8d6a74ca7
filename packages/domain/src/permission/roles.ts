/**
 * Roles that a membership in an organ gives a person. 条例 arts 3–4 name the competent department and the
 * disclosure office; the steps between drafter and leader are those of the organs' own review (条例17);
 * administrator and auditor are kept apart (等级保护 GB/T 22239-2019, 8.1.4).
 */
export const ROLES = {
  drafter: '经办人',
  unitHead: '科室（站所）负责人',
  disclosureOfficer: '信息公开专员',
  disclosureOfficeHead: '政府信息公开工作机构负责人',
  leader: '分管领导',
  supervisor: '主管部门工作人员',
  assessor: '考核评议人员',
  auditor: '审计员',
  administrator: '系统管理员',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** Those who approve or administer sign in with a second factor; without it their rights rest. */
export const ROLES_WITH_SECOND_FACTOR: ReadonlySet<Role> = new Set([
  'disclosureOfficeHead',
  'leader',
  'supervisor',
  'auditor',
  'administrator',
]);

/** Two roles that one person never holds, in whatever organs. */
const EXCLUSIVE_ROLES: ReadonlySet<Role> = new Set(['administrator', 'auditor']);

/** Whether a person with these roles may be given one more. */
export function mayAlsoHold(held: Iterable<Role>, wanted: Role): boolean {
  if (!EXCLUSIVE_ROLES.has(wanted)) return true;
  return [...held].every((role) => role === wanted || !EXCLUSIVE_ROLES.has(role));
}
