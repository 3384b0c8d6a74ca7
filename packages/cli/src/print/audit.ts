import type { verifyAuditTrail } from '@zhaoshi/server/compose';

type AuditVerdict = Awaited<ReturnType<typeof verifyAuditTrail>>;

const KINDS = { changed: '被改动', removed: '被删除', reordered: '不在原来的位置' } as const;

/** The verdict on the audit trail in a few lines. */
export function auditVerdict(verdict: AuditVerdict): string {
  if (verdict.intact) {
    return [
      `审计记录完整：共 ${verdict.entries} 条，校验链连续。`,
      `末条 SHA-256 ${verdict.head.sha256}`,
      `末条 SM3     ${verdict.head.sm3}`,
    ].join('\n');
  }
  const { kind, sequence, row } = verdict.fault;
  const found = row === null ? '' : `（${row.recordedAt.toISOString()} ${row.action} ${row.subject}）`;
  return `审计记录不完整：第 ${sequence} 条${KINDS[kind]}${found}。此前 ${verdict.entriesBefore} 条连续。`;
}
