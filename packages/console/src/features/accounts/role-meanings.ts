import { PERMISSIONS, type Permission, type Reach, reachOf } from '@zhaoshi/domain/permission/permissions';
import { ROLE_NAMES, ROLES, ROLES_WITH_SECOND_FACTOR, type Role } from '@zhaoshi/domain/permission/roles';

/** What a person with the role does, in the words of the office. */
const MEANINGS = {
  drafter: '起草公文和答复，提出公开属性的意见。',
  unitHead: '审核本科室（站所）经办人提交的内容。',
  disclosureOfficer: '办理日常信息公开：登记申请、发布信息、维护目录和机关信息。',
  disclosureOfficeHead: '审定信息公开工作机构的办理意见，批准延长答复期限（条例第三十三条）。',
  leader: '批准本机关的重要公开事项和答复。',
  supervisor: '推进、指导、协调、监督本地区的信息公开（条例第三条），维护报送单位名单。',
  assessor: '查看本地区各机关情况，开展考核、社会评议。',
  auditor: '查看并核验审计记录，不能改动业务和设置；不能兼任系统管理员。',
  administrator: '管理本机关及下级机关的账号、设置和工作日历；不能兼任审计员。',
} as const satisfies Readonly<Record<Role, string>>;

const REACHES = {
  own: '本机关',
  served: '本机关和本机关代为编制年报的政府',
  below: '本机关及下级机关',
  jurisdiction: '所属政府管辖的各机关',
  installation: '整个平台，仅限最上级机关',
} as const;

export const needsSecondFactor = (role: Role): boolean => ROLES_WITH_SECOND_FACTOR.has(role);

/** What a role means, with how it signs in. */
export const meaningOf = (role: Role): string =>
  needsSecondFactor(role) ? `${MEANINGS[role]}登录须用动态口令。` : MEANINGS[role];

export const ROLE_OPTIONS: readonly { readonly value: Role; readonly label: string }[] = ROLE_NAMES.map(
  (value) => ({ value, label: ROLES[value] }),
);

/** The rights of a role with how far they reach, as the permission table has them. */
export function rightsOf(role: Role): readonly string[] {
  return (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) => {
    const reach = reachOf(permission, role);
    return reach === null ? [] : `${PERMISSIONS[permission].title}（${REACHES[reach]}）`;
  });
}

/** Reaches that hold all of another one. */
const HELD_BY: Readonly<Record<Reach, readonly Reach[]>> = {
  own: ['own', 'served', 'below', 'jurisdiction'],
  served: ['served', 'jurisdiction'],
  below: ['below', 'jurisdiction'],
  jurisdiction: ['jurisdiction'],
  installation: ['installation'],
};

/** What a person can no longer do in an organ after a role there is taken away. */
export const rightsLost = (role: Role, kept: readonly Role[]): readonly string[] =>
  (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) => {
    const reach = reachOf(permission, role);
    if (reach === null) return [];
    const left = kept.map((one) => reachOf(permission, one));
    const isHeld = left.some((other) => other !== null && HELD_BY[reach].includes(other));
    return isHeld ? [] : `${PERMISSIONS[permission].title}（${REACHES[reach]}）`;
  });
