import { ROLES } from '@zhaoshi/domain/permission/roles';
import type { backUpTo, restoreFrom } from '@zhaoshi/server/operations';

type BackupDone = Awaited<ReturnType<typeof backUpTo>>;
type Restored = Awaited<ReturnType<typeof restoreFrom>>;

const MEBIBYTE = 1024 * 1024;

/** What a backup holds, and what it does not. */
export function backupSummary({ path, manifest, keysFolder, keptApart, removed }: BackupDone): string {
  const { tables, files, audit, migrations } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, files.bytes);
  const lines = [
    `已备份：${path}`,
    `  ${tables.length} 张表 ${rows} 行，${files.count} 个文件，共 ${(bytes / MEBIBYTE).toFixed(1)} MiB`,
    `  审计记录 ${audit.sequence} 条，数据库版本 ${migrations.at(-1)?.name ?? ''}`,
    '  已读回核对，校验值全部相符。备份含个人信息，请加密保存。',
  ];
  if (keysFolder !== null) lines.push(`  备份不含密钥，请另行妥善保存：${keysFolder}`);
  lines.push(`  清除名单和审计校验点也不在备份里，请每日另存：${keptApart.join('、')}`);
  if (removed.length > 0) lines.push(`  已删除过期备份 ${removed.length} 个：${removed.join('、')}`);
  return lines.join('\n');
}

const SHOWN = 16;

function accessLines({ voided, accounts }: Restored): readonly string[] {
  const { sessions, oneTimeLinks, recoveryCodes } = voided;
  return [
    `已注销全部登录 ${sessions} 个，作废一次性链接 ${oneTimeLinks} 个、恢复码 ${recoveryCodes} 个，记入审计。`,
    '以下账号和任职是备份时的状态。备份之后停用的账号、收回的任职、修改的密码都已复原，请逐一核对后重新处理：',
    ...accounts.map(({ loginName, roles }) => {
      const held = roles.map(({ organ, role }) => `${organ} ${ROLES[role]}`).join('、');
      return `  ${loginName}  ${held === '' ? '（无任职）' : held}`;
    }),
  ];
}

/** Every table and the files, hash beside hash; then who has access again. */
export function restoreSummary(restored: Restored): string {
  const { manifest, comparisons, audit, migrated, erased, replayed } = restored;
  const over = Object.values(erased).reduce((sum, count) => sum + count, 0);
  const width = Math.max(...comparisons.map(({ name }) => name.length));
  const lines = comparisons.map(({ name, count, expected, found }) => {
    const verdict = expected === found ? '相符' : '不符';
    return `  ${name.padEnd(width)}  ${String(count).padStart(9)}  ${expected.slice(0, SHOWN)}  ${found.slice(0, SHOWN)}  ${verdict}`;
  });
  return [
    `已恢复 ${manifest.createdAt} 的备份。内容、数量、备份与恢复后的 SHA-256（前 ${SHOWN} 位）：`,
    ...lines,
    ...(migrated.length === 0 ? [] : [`已升级：${migrated.join('、')}`]),
    replayed === null
      ? '没有清除名单：备份之后清除的个人信息可能已随备份带回，已记入审计，请逐项核对。'
      : `已按清除名单重新清除备份之后清除的个人信息 ${replayed} 项。`,
    ...(over === 0 ? [] : [`已按保存期限重新清除随备份带回的到期内容 ${over} 条，记入审计。`]),
    ...accessLines(restored),
    audit.intact
      ? `审计记录完整：共 ${audit.entries} 条，校验链连续。`
      : `审计记录不完整：此前 ${audit.entriesBefore} 条连续。`,
  ].join('\n');
}
