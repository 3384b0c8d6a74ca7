import type { LinkProps } from '@tanstack/react-router';
import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Permission } from '@zhaoshi/domain/permission/permissions';

interface NavigationItem {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** Who lacks it does not see the entry. */
  readonly needs: Permission;
  /** Only in organs of these kinds. */
  readonly kinds?: readonly TreeKind[];
}

export interface NavigationGroup {
  readonly label: string;
  /** Opened by whoever needs it: its pages are for some days of the month, not for every day. */
  readonly isFolded?: true | undefined;
  readonly items: readonly NavigationItem[];
}

/** Who has villages below, and supervises them (村组法36). */
const OVER_VILLAGES: readonly TreeKind[] = [
  'township',
  'subdistrictOffice',
  'countyGovernment',
  'cityGovernment',
  'governmentOrgan',
];

/** The side navigation: what a person's abilities do not open is left out. */
const NAVIGATION: readonly NavigationGroup[] = [
  { label: '工作', items: [{ to: '/', label: '待办', needs: 'todo.read' }] },
  {
    label: '依申请公开',
    items: [
      { to: '/applications', label: '申请登记簿', needs: 'application.read' },
      { to: '/applications/new', label: '登记申请', needs: 'application.register' },
      { to: '/record-amendments', label: '更正本人信息', needs: 'recordAmendment.read' },
      { to: '/applications/statistics', label: '申请统计', needs: 'application.read' },
      { to: '/applications/import', label: '导入旧登记簿', needs: 'application.import' },
    ],
  },
  {
    label: '主动公开',
    items: [
      { to: '/documents', label: '文件列表', needs: 'document.read' },
      { to: '/documents/new', label: '起草文件', needs: 'document.write' },
      { to: '/channels/promotions', label: '转为主动公开', needs: 'document.write' },
      { to: '/public-voices', label: '公众报错、提问和意见', needs: 'voice.read' },
    ],
  },
  {
    label: '村务公开',
    items: [
      { to: '/village', label: '公布村务', needs: 'village.write', kinds: ['village'] },
      { to: '/village/posts', label: '已公布的村务', needs: 'village.read', kinds: ['village'] },
      { to: '/village/questions', label: '村民提问', needs: 'village.write', kinds: ['village'] },
      { to: '/village/overview', label: '各村公布情况', needs: 'village.remind', kinds: OVER_VILLAGES },
    ],
  },
  {
    label: '目录和检查',
    isFolded: true,
    items: [
      { to: '/coverage', label: '公开情况', needs: 'document.read' },
      { to: '/catalog', label: '标准目录', needs: 'document.read' },
      { to: '/guide', label: '指南和目录', needs: 'document.read' },
      { to: '/reevaluations', label: '定期评估', needs: 'document.read' },
    ],
  },
  {
    label: '张贴、转发和移交',
    isFolded: true,
    items: [
      { to: '/channels', label: '海报和转发', needs: 'document.read' },
      { to: '/channels/boards', label: '公示栏', needs: 'document.read' },
      { to: '/channels/media', label: '政务新媒体', needs: 'document.read' },
      { to: '/channels/gazette', label: '政府公报', needs: 'document.read' },
      { to: '/channels/handovers', label: '移交档案馆', needs: 'document.read' },
    ],
  },
  {
    label: '年度报告数据',
    isFolded: true,
    items: [
      { to: '/annual-reports', label: '年度报告', needs: 'report.read' },
      { to: '/annual-reports/analysis', label: '年报数据分析', needs: 'report.read' },
      { to: '/annual-reports/import', label: '录入以往报告', needs: 'report.write' },
      { to: '/annual-reports/board', label: '年报报送情况', needs: 'report.receive' },
      { to: '/statistics', label: '统计数据', needs: 'statistics.read' },
      { to: '/normative-documents', label: '规范性文件台账', needs: 'document.read' },
      { to: '/disputes', label: '复议诉讼台账', needs: 'dispute.read' },
    ],
  },
  {
    label: '监督保障',
    isFolded: true,
    items: [
      { to: '/complaints', label: '投诉举报', needs: 'complaint.read', kinds: OVER_VILLAGES },
      { to: '/remediation-orders', label: '整改通知和通报', needs: 'remediation.read' },
      { to: '/inspections', label: '监督检查', needs: 'inspection.read', kinds: OVER_VILLAGES },
      { to: '/opinions', label: '政务舆情回应', needs: 'opinion.read' },
      { to: '/surveys', label: '社会评议', needs: 'survey.read' },
      { to: '/work-records', label: '工作台账', needs: 'work.read' },
      { to: '/rhythm', label: '年度工作', needs: 'work.read' },
      { to: '/assessments', label: '考核', needs: 'assessment.read' },
    ],
  },
  {
    label: '机关',
    isFolded: true,
    items: [
      { to: '/organs', label: '机关', needs: 'organ.read' },
      { to: '/reporting-units', label: '年报报送单位', needs: 'reportingUnit.manage' },
    ],
  },
  {
    label: '系统',
    isFolded: true,
    items: [
      { to: '/accounts', label: '账号', needs: 'account.read' },
      { to: '/settings', label: '设置', needs: 'setting.read' },
      { to: '/calendar', label: '工作日历', needs: 'calendar.read' },
      { to: '/messages', label: '发出的通知', needs: 'message.read' },
      { to: '/jobs', label: '后台任务', needs: 'job.read' },
      { to: '/audit', label: '审计记录', needs: 'audit.read' },
    ],
  },
];

/**
 * The groups and entries that these abilities open.
 *
 * @param kind of the organ in which the person acts; `null`: none
 */
export const navigationFor = (
  abilities: readonly Permission[],
  kind: TreeKind | null,
): readonly NavigationGroup[] =>
  NAVIGATION.map(({ label, isFolded, items }) => ({
    label,
    isFolded,
    items: items.filter(
      ({ needs, kinds }) =>
        abilities.includes(needs) && (kinds === undefined || (kind !== null && kinds.includes(kind))),
    ),
  })).filter(({ items }) => items.length > 0);

/** So many lines, headings among them, stand on the first screen of a small desktop display (1280 × 900). */
const LINES_AT_ONCE = 19;

/** The groups that are open before the person has opened or closed any: all where all of them fit on the screen. */
export function openAtFirst(groups: readonly NavigationGroup[]): readonly string[] {
  const lines = groups.reduce((sum, { items }) => sum + items.length + 1, 0);
  const open = lines <= LINES_AT_ONCE ? groups : groups.filter(({ isFolded }) => isFolded !== true);
  return open.map(({ label }) => label);
}
