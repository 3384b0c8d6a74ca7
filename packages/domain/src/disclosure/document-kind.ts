/** What a published thing is (体裁 and the columns of 条例20, 21); decides which metadata it needs. */
export const DOCUMENT_KINDS = {
  administrativeRule: '规章',
  normativeDocument: '行政规范性文件',
  policyDocument: '其他政策文件',
  interpretation: '政策解读',
  plan: '规划计划',
  announcement: '公告、通告、通知',
  publicNotice: '公示',
  draftForComment: '征求意见稿',
  statistics: '统计信息',
  budget: '财政预算、决算',
  licence: '行政许可',
  penalty: '行政处罚、行政强制',
  procurement: '政府采购',
  majorProject: '重大建设项目',
  institution: '机构职能',
  emergency: '应急管理',
  clarification: '澄清信息',
  guide: '政府信息公开指南',
  rules: '政府信息公开制度',
  other: '其他信息',
} as const;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** Documents of which the validity is kept and shown: 有效、已修改、失效、废止 (publication.md §6). */
const WITH_VALIDITY: ReadonlySet<DocumentKind> = new Set(['administrativeRule', 'normativeDocument']);

export const hasValidity = (kind: DocumentKind): boolean => WITH_VALIDITY.has(kind);

/** Policies, which are planned, signed and published together with their interpretation (publication.md §7). */
const NEEDS_INTERPRETATION: ReadonlySet<DocumentKind> = new Set([
  'administrativeRule',
  'normativeDocument',
  'policyDocument',
]);

export const needsInterpretation = (kind: DocumentKind): boolean => NEEDS_INTERPRETATION.has(kind);
