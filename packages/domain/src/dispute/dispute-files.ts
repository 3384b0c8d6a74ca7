/** Whether a paper came to the organ or went out from it. */
export const FILE_DIRECTIONS = { in: '收到', out: '发出' } as const;

export type FileDirection = keyof typeof FILE_DIRECTIONS;

interface FileKindRow {
  readonly title: string;
  readonly direction: FileDirection;
}

/** The papers of a dispute. */
export const DISPUTE_FILE_KINDS = {
  application: { title: '复议申请书、起诉状副本', direction: 'in' },
  answerNotice: { title: '答复通知书、应诉通知书', direction: 'in' },
  hearingNotice: { title: '听证、开庭通知', direction: 'in' },
  otherEvidence: { title: '对方的证据材料', direction: 'in' },
  decision: { title: '复议决定书、判决书、裁定书', direction: 'in' },
  opinion: { title: '行政复议意见书', direction: 'in' },
  // Erased once it is needed no more, like an applicant's (个保法19).
  identity: { title: '对方当事人的身份证明', direction: 'in' },
  otherIn: { title: '其他收到的文书', direction: 'in' },
  answer: { title: '复议答复书、答辩状', direction: 'out' },
  evidence: { title: '本机关的证据材料', direction: 'out' },
  authority: { title: '授权委托书、负责人身份证明', direction: 'out' },
  newReply: { title: '重新作出的答复', direction: 'out' },
  performanceReport: { title: '履行、落实情况报告', direction: 'out' },
  appeal: { title: '上诉状、再审申请书', direction: 'out' },
  otherOut: { title: '其他发出的文书', direction: 'out' },
} as const satisfies Readonly<Record<string, FileKindRow>>;

export type DisputeFileKind = keyof typeof DISPUTE_FILE_KINDS;

export const DISPUTE_FILE_KIND_NAMES = Object.keys(DISPUTE_FILE_KINDS) as readonly DisputeFileKind[];
