/**
 * Where the work on a document stands (publication.md §2). A published document that is being changed goes through
 * the same steps again, while the published edition stays public.
 */
export const DOCUMENT_STATUSES = {
  draft: '起草',
  inUnitReview: '待站所（科室）负责人审核',
  inReview: '待公开审查和保密审查',
  reported: '已报请确定能否公开',
  inApproval: '待签发',
  approved: '待发布',
  scheduled: '定时发布',
  published: '已发布',
  withdrawn: '已撤回',
  filed: '不主动公开，已归档备查',
  discarded: '已作废',
} as const;

export type DocumentStatus = keyof typeof DOCUMENT_STATUSES;

export const DOCUMENT_STATUS_IDS = Object.keys(DOCUMENT_STATUSES) as readonly DocumentStatus[];

/** Where a text is that is not public yet and may still become so. */
export const STATUSES_ON_THE_WAY = [
  'draft',
  'inUnitReview',
  'inReview',
  'reported',
  'inApproval',
  'approved',
  'scheduled',
] as const satisfies readonly DocumentStatus[];

export const isOnTheWay = (status: DocumentStatus): boolean =>
  STATUSES_ON_THE_WAY.some((one) => one === status);

/** The text may be changed; at every other time it is what was submitted, reviewed or signed. */
export const isEditable = (status: DocumentStatus): boolean => status === 'draft';
