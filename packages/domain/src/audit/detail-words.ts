import { isRole, ROLES } from '../permission/roles.ts';

/** Names of what entries of the trail hold; what is not here is shown under its own name. */
const DETAIL_LABELS: Readonly<Record<string, string>> = {
  after: '改动后',
  account: '账号',
  before: '改动前',
  byPassword: '以密码登录',
  commitments: '个人信息的校验值',
  contentSha256: '内容的 SHA-256',
  dateOfDocument: '成文日期',
  day: '日期',
  days: '天数',
  documentNumber: '文号',
  ended: '同时注销的登录',
  endedOn: '不再有效的日期',
  failed: '未导入',
  figures: '数字',
  filters: '筛选条件',
  for: '代表的机关',
  group: '领导小组',
  imported: '已导入',
  issuer: '统一身份服务',
  key: '设置项',
  kind: '类别',
  level: '层级',
  linked: '已关联',
  locked: '账号因此锁定',
  matters: '承接的事项',
  mediaType: '文件类型',
  members: '成员数',
  membership: '任职',
  movedDeadlines: '变动的期限数',
  name: '名称',
  notifications: '通知数',
  organ: '所属机关',
  organs: '机关数',
  path: '隶属路径',
  ready: '可导入',
  region: '地区',
  reportYear: '统计年度',
  reports: '报告数',
  role: '角色',
  roles: '角色',
  rows: '行数',
  secondFactor: '使用动态口令',
  sequence: '封存到第几条',
  session: '登录会话',
  sessionId: '登录会话',
  signature: '签名',
  size: '字节数',
  slug: '网址名',
  stage: '登录步骤',
  started: '起始年度',
  statement: '说明',
  step: '步骤',
  succeeded: '是否成功',
  successor: '承接机关',
  successors: '承接机关',
  under: '上级机关',
  unlinked: '已解除关联',
  units: '单位数',
  validFrom: '生效日期',
  validTo: '终止日期',
  value: '值',
  version: '版本',
  year: '年度',
};

/** The steps of signing in, as entries name them. */
const STAGES: Readonly<Record<string, string>> = {
  secondFactor: '等待动态口令',
  changePassword: '须修改密码',
  enrolSecondFactor: '须设置动态口令',
  full: '登录完成',
};

export const detailLabel = (name: string): string => DETAIL_LABELS[name] ?? name;

/** A detail in the words of the office; nested ones line by line. */
export function detailText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return isRole(value) ? ROLES[value] : (STAGES[value] ?? value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : value.map(detailText).join('、');
  if (typeof value !== 'object') return '（空）';
  return Object.entries(value)
    .map(([name, inner]) => `${detailLabel(name)}：${detailText(inner)}`)
    .join('\n');
}
