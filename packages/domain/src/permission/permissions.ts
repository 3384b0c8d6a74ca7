import type { Role } from './roles.ts';

/**
 * How far a right reaches in the tree of organs: the organ of the membership only; that organ and, for the office of a
 * government, the government that it serves; that organ and all below it; or, for such an office, everything below
 * that government (条例3: the office is its competent department). Or the whole installation, of which the running
 * belongs to no organ: only at the top of the tree.
 */
export type Reach = 'own' | 'served' | 'below' | 'jurisdiction' | 'installation';

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

/** Those who supervise disclosure in the name of their organ: a competent department (条例47), of villages a township. */
const SUPERVISING = { ...REGISTRARS, supervisor: 'own' } as const satisfies PermissionRow['allows'];

/**
 * Those who draw up a report: of their organ; those who answer for disclosure in a government's office also that of the
 * government (30号二(一)).
 */
const REPORT_OFFICERS = {
  drafter: 'own',
  unitHead: 'own',
  disclosureOfficer: 'served',
  disclosureOfficeHead: 'served',
  supervisor: 'served',
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
  'report.read': {
    title: '查看年度报告的编写和报送',
    allows: {
      ...REPORT_OFFICERS,
      leader: 'served',
      supervisor: 'jurisdiction',
      assessor: 'jurisdiction',
      auditor: 'below',
    },
  },
  'report.write': { title: '编写年度报告', allows: REPORT_OFFICERS },
  'report.handle': {
    title: '送签、签发、报送、公布年度报告',
    allows: { ...REPORT_OFFICERS, leader: 'served' },
  },
  'report.receive': { title: '审核接收下级的年度报告', allows: { supervisor: 'jurisdiction' } },
  'dispute.read': {
    title: '查看复议诉讼台账和年报表四',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'dispute.write': {
    title: '登记行政复议、行政诉讼案件',
    allows: { drafter: 'own', unitHead: 'own', ...REGISTRARS },
  },
  'opinion.read': {
    title: '查看政务舆情回应',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'opinion.write': { title: '登记、办理政务舆情', allows: CASE_OFFICERS },
  'opinion.configure': {
    title: '维护舆情监测来源',
    allows: { disclosureOfficeHead: 'own', administrator: 'below' },
  },
  'village.read': {
    title: '查看村务公开',
    allows: {
      drafter: 'below',
      unitHead: 'below',
      disclosureOfficer: 'below',
      disclosureOfficeHead: 'below',
      leader: 'below',
      supervisor: 'jurisdiction',
      assessor: 'jurisdiction',
      auditor: 'below',
    },
  },
  'village.write': { title: '公布村务、答复村民', allows: CASE_OFFICERS },
  'village.remind': {
    title: '督促各村公开村务',
    allows: { disclosureOfficer: 'below', disclosureOfficeHead: 'below', supervisor: 'jurisdiction' },
  },
  'complaint.read': { title: '查看投诉举报', allows: { ...REGISTRARS, leader: 'own', supervisor: 'own' } },
  'complaint.handle': { title: '办理投诉举报', allows: SUPERVISING },
  'remediation.read': {
    title: '查看整改通知',
    allows: {
      ...CASE_OFFICERS,
      // 村组法36: a township follows what it ordered its villages to put right.
      disclosureOfficer: 'below',
      disclosureOfficeHead: 'below',
      supervisor: 'jurisdiction',
      assessor: 'jurisdiction',
      auditor: 'below',
    },
  },
  'remediation.perform': { title: '报送整改情况', allows: { unitHead: 'own', ...REGISTRARS } },
  'remediation.review': { title: '下达、复核整改通知', allows: SUPERVISING },
  'inspection.read': {
    title: '查看监督检查',
    allows: { ...REGISTRARS, leader: 'own', supervisor: 'own', assessor: 'own' },
  },
  'inspection.handle': { title: '办理监督检查', allows: SUPERVISING },
  'work.read': {
    title: '查看工作台账',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'work.write': {
    title: '登记工作台账',
    allows: { drafter: 'own', unitHead: 'own', ...REGISTRARS, supervisor: 'own' },
  },
  'assessment.read': {
    title: '查看考核',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'assessment.answer': { title: '考核自评、提出异议', allows: REGISTRARS },
  'assessment.judge': {
    title: '评定考核指标、裁定异议',
    allows: { supervisor: 'jurisdiction', assessor: 'jurisdiction' },
  },
  'assessment.manage': {
    title: '设立考核、维护指标、公布结果',
    allows: { supervisor: 'jurisdiction' },
  },
  'survey.read': {
    title: '查看社会评议',
    allows: { ...CASE_OFFICERS, supervisor: 'jurisdiction', assessor: 'jurisdiction', auditor: 'below' },
  },
  'survey.manage': {
    title: '办理社会评议',
    allows: { ...REGISTRARS, supervisor: 'own', assessor: 'own' },
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
