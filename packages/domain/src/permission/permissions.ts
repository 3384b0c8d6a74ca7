import type { Role } from './roles.ts';

/**
 * How far a right reaches in the tree of organs: the organ of the membership only; that organ and all below it;
 * or, for the office of a government, everything below that government (条例3: the office is its competent
 * department). Or the whole installation, of which the running belongs to no organ: only at the top of the tree.
 */
export type Reach = 'own' | 'below' | 'jurisdiction' | 'installation';

interface PermissionRow {
  /** What it lets a person do, as the console says it. */
  readonly title: string;
  readonly allows: Readonly<Partial<Record<Role, Reach>>>;
}

const EVERY_OFFICER = {
  drafter: 'own',
  unitHead: 'own',
  disclosureOfficer: 'own',
  disclosureOfficeHead: 'own',
  leader: 'own',
  supervisor: 'jurisdiction',
  assessor: 'jurisdiction',
  auditor: 'below',
  administrator: 'below',
} as const satisfies PermissionRow['allows'];

/** Those who work on a case and therefore see who applied. */
const CASE_OFFICERS = {
  drafter: 'own',
  unitHead: 'own',
  disclosureOfficer: 'own',
  disclosureOfficeHead: 'own',
  leader: 'own',
} as const satisfies PermissionRow['allows'];

/** Those who answer for the register of applications. */
const REGISTRARS = {
  disclosureOfficer: 'own',
  disclosureOfficeHead: 'own',
} as const satisfies PermissionRow['allows'];

/** The one table of who may do what; the server asks it, the console greys from it, a test goes through it. */
export const PERMISSIONS = {
  'organ.read': { title: '查看机关信息', allows: EVERY_OFFICER },
  'organ.edit': {
    title: '维护机关信息',
    allows: { disclosureOfficer: 'own', disclosureOfficeHead: 'own', administrator: 'below' },
  },
  'organ.manage': { title: '设立、撤销机关，维护隶属关系', allows: { administrator: 'below' } },
  'reportingUnit.manage': {
    title: '维护年度报告报送单位名单',
    allows: { supervisor: 'jurisdiction', administrator: 'below' },
  },
  'account.read': { title: '查看账号', allows: { auditor: 'below', administrator: 'below' } },
  'account.manage': { title: '管理账号和任职', allows: { administrator: 'below' } },
  'setting.read': { title: '查看设置', allows: EVERY_OFFICER },
  'setting.edit': { title: '修改设置', allows: { administrator: 'below' } },
  'calendar.edit': { title: '维护工作日历', allows: { administrator: 'below' } },
  'calendar.read': { title: '查看工作日历', allows: EVERY_OFFICER },
  'audit.read': { title: '查看和核验审计记录', allows: { auditor: 'below' } },
  'job.read': { title: '查看后台任务', allows: { auditor: 'installation', administrator: 'installation' } },
  'job.retry': { title: '重新执行后台任务', allows: { administrator: 'installation' } },
  'message.read': { title: '查看发出的通知', allows: { auditor: 'below', administrator: 'below' } },
  'message.test': { title: '发送测试通知', allows: { administrator: 'below' } },
  'file.read': { title: '下载文件', allows: EVERY_OFFICER },
  'file.upload': {
    title: '上传文件',
    allows: {
      drafter: 'own',
      unitHead: 'own',
      disclosureOfficer: 'own',
      disclosureOfficeHead: 'own',
      supervisor: 'own',
    },
  },
  'application.read': {
    title: '查看依申请公开案件（申请人信息隐去）',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'application.readApplicant': { title: '查看申请人信息', allows: CASE_OFFICERS },
  'application.register': {
    title: '登记申请',
    allows: { drafter: 'own', ...REGISTRARS },
  },
  'application.handle': { title: '办理申请', allows: CASE_OFFICERS },
  'application.assign': { title: '指定经办人', allows: { unitHead: 'own', ...REGISTRARS } },
  'application.export': { title: '导出申请登记簿和案卷', allows: REGISTRARS },
  'application.import': { title: '导入旧登记簿', allows: REGISTRARS },
  'recordAmendment.read': { title: '查看更正本人信息的申请', allows: CASE_OFFICERS },
  'recordAmendment.decide': { title: '办理更正本人信息的申请', allows: REGISTRARS },
  'document.read': {
    title: '查看主动公开文件',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'document.write': {
    title: '起草主动公开文件',
    allows: { drafter: 'own', unitHead: 'own', ...REGISTRARS },
  },
  'document.handle': { title: '审查、签发、发布文件', allows: CASE_OFFICERS },
  'catalog.manage': {
    title: '维护标准目录',
    allows: { disclosureOfficeHead: 'own', supervisor: 'jurisdiction' },
  },
  'coverage.state': { title: '说明本年度没有产生某类信息', allows: REGISTRARS },
  'reevaluation.record': {
    title: '记录不予公开信息的定期评估',
    allows: { disclosureOfficeHead: 'own', leader: 'own' },
  },
  'guide.edit': { title: '编写政府信息公开指南', allows: REGISTRARS },
  'channel.manage': { title: '办理公示栏、移交、公报和新媒体', allows: REGISTRARS },
  'voice.read': { title: '查看公众的报错、提问和意见', allows: CASE_OFFICERS },
  'voice.handle': { title: '审核、答复公众的报错、提问和意见', allows: REGISTRARS },
  'statistics.read': {
    title: '查看统计数据和年报表二',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'statistics.write': {
    title: '填报统计数据',
    allows: { drafter: 'own', unitHead: 'own', ...REGISTRARS },
  },
  'statistics.signOff': {
    title: '签核统计数据',
    allows: { unitHead: 'own', disclosureOfficeHead: 'own', leader: 'own' },
  },
  'normative.write': {
    title: '登记以往的规章、行政规范性文件',
    allows: { unitHead: 'own', ...REGISTRARS },
  },
  'search.use': { title: '检索', allows: EVERY_OFFICER },
  'todo.read': { title: '查看待办和通知', allows: EVERY_OFFICER },
} as const satisfies Readonly<Record<string, PermissionRow>>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[];

/** How far a role's right reaches; `null` when it does not have it. */
export function reachOf(permission: Permission, role: Role): Reach | null {
  const { allows }: PermissionRow = PERMISSIONS[permission];
  return allows[role] ?? null;
}
