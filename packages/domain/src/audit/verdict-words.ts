/** What the walk over the audit trail can find at an entry. */
export const ENTRY_FAULTS = {
  changed: '被改动',
  removed: '被删除',
  reordered: '不在原来的位置',
} as const;

export type EntryFault = keyof typeof ENTRY_FAULTS;

/** Why a checkpoint does not fit the trail. */
export const CHECKPOINT_PROBLEMS = {
  signature: '签名不是本系统的密钥所签，或签名后被改动',
  'entry-missing': '它封存的审计记录已不存在',
  'entry-differs': '它封存的审计记录已不是原来的内容',
  unreadable: '文件内容不是校验点',
  'copies-differ': '文件与数据库中的内容不同',
} as const;

export type CheckpointProblem = keyof typeof CHECKPOINT_PROBLEMS;
