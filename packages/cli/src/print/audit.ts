import { CHECKPOINT_PROBLEMS, ENTRY_FAULTS } from '@zhaoshi/domain/audit/verdict-words';
import type { verifyAuditTrail } from '@zhaoshi/server/compose';

type TrailVerdict = Awaited<ReturnType<typeof verifyAuditTrail>>;

function chainLines({ chain }: TrailVerdict): readonly string[] {
  if (chain.intact) {
    return [
      `审计记录完整：共 ${chain.entries} 条，校验链连续。`,
      `末条 SHA-256 ${chain.head.sha256}`,
      `末条 SM3     ${chain.head.sm3}`,
      ...(chain.backwardsAt === null
        ? []
        : [
            `注意：第 ${chain.backwardsAt} 条的时间比前一条早 10 分钟以上，请核对当时的服务器时钟和这一条的内容。`,
          ]),
    ];
  }
  const { kind, sequence, row } = chain.fault;
  const found = row === null ? '' : `（${row.recordedAt.toISOString()} ${row.action} ${row.subject}）`;
  return [
    `审计记录不完整：第 ${sequence} 条${ENTRY_FAULTS[kind]}${found}。此前 ${chain.entriesBefore} 条连续。`,
  ];
}

function checkpointLines({ checkpoints, checkpointFaults }: TrailVerdict): readonly string[] {
  if (checkpointFaults.length === 0) return [`校验点 ${checkpoints} 个，全部与审计记录相符。`];
  return checkpointFaults.map(({ name, problem }) => `校验点 ${name}：${CHECKPOINT_PROBLEMS[problem]}。`);
}

/** The verdict on the audit trail in a few lines. */
export const auditVerdict = (verdict: TrailVerdict): string =>
  [...chainLines(verdict), ...checkpointLines(verdict)].join('\n');

export const isIntact = ({ chain, checkpointFaults }: TrailVerdict): boolean =>
  chain.intact && checkpointFaults.length === 0;
