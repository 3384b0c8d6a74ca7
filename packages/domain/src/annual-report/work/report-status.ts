/** Where the report of an organ and year stands on its way (annual-report.md §2, 30号三(四)). */
export const REPORT_STATUSES = {
  drafting: '编写中',
  inSignature: '待签发',
  submitted: '已报送',
  returned: '已退回',
  accepted: '已接收',
  published: '已公布',
} as const;

export type ReportStatus = keyof typeof REPORT_STATUSES;

export const REPORT_STATUS_IDS = Object.keys(REPORT_STATUSES) as readonly ReportStatus[];

/** Texts and typed figures may be changed; in every other status what was frozen holds. */
export const isEditable = (status: ReportStatus): boolean => status === 'drafting' || status === 'returned';

/** What the unit sent stands for it in the sum of the region. */
export const countsInSum = (status: ReportStatus): boolean =>
  status === 'submitted' || status === 'accepted' || status === 'published';
