import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { type Files, openFiles } from '../../adapters/files/open-files.ts';
import { spool } from '../../adapters/files/spool.ts';
import { newStorageKey } from '../../adapters/files/storage.ts';
import { type SmtpSettings, smtpTransport } from '../../adapters/mail/smtp.ts';
import type { Config } from '../../config.ts';
import { newestBackup } from '../backup/rotation.ts';
import { type Finding, faultCode, fine, notice, wrong } from './finding.ts';

/** Writes a file, reads it, removes it. */
async function roundTrip({ storage, spoolFolder }: Pick<Files, 'storage' | 'spoolFolder'>): Promise<boolean> {
  const bytes = randomBytes(64);
  const spooled = await spool(
    spoolFolder,
    (async function* () {
      yield bytes;
    })(),
    bytes.length,
  );
  if (!spooled.ok) return false;
  const key = newStorageKey();
  await storage.put(key, spooled.value);
  try {
    const found = await storage.open(key);
    return found !== null && (await buffer(found)).equals(bytes);
  } finally {
    await storage.remove(key);
  }
}

export async function inspectStorage(config: Config['files'], dataFolder: string): Promise<Finding> {
  const subject = '文件存储';
  const advice =
    config.s3 === null ? '请检查文件夹的权限和磁盘' : '请检查 ZHAOSHI_S3_ 各项设置、网络和存储桶的权限';
  try {
    const files = await openFiles(config, dataFolder, () => {});
    const works = await roundTrip(files);
    files.storage.close();
    return works ? fine(subject, '写入、读取、删除正常') : wrong(subject, '读回的内容与写入的不同', advice);
  } catch (error) {
    return wrong(subject, `不能读写（${faultCode(error)}）`, advice);
  }
}

export async function inspectMail(smtp: SmtpSettings | null): Promise<Finding> {
  const subject = '邮件';
  if (smtp === null)
    return notice(subject, '没有设置，邮件只留存在系统内', '正式使用前请设置 ZHAOSHI_SMTP_HOST');
  const transport = smtpTransport(smtp);
  try {
    await transport.verify();
    return fine(subject, `${smtp.host}:${smtp.port} 可以连接并登录`);
  } catch (error) {
    return wrong(
      subject,
      `${smtp.host}:${smtp.port} 不能使用（${faultCode(error)}）`,
      '请检查 ZHAOSHI_SMTP_ 各项设置',
    );
  } finally {
    transport.close();
  }
}

/** Daily, with two hours to finish in; two days missed is a fault. */
const NOTICE_HOURS = 26;
const ERROR_HOURS = 72;

export function judgeBackup(newest: Date | null, now: Date): Finding {
  const subject = '备份';
  const advice = '请检查每日备份任务：zhaoshi backup --rotate 文件夹';
  if (newest === null) return wrong(subject, '备份文件夹中没有备份', advice);
  const hours = (now.getTime() - newest.getTime()) / HOUR_MS;
  const words = `最近一次在 ${newest.toISOString()}（${Math.floor(hours)} 小时前）`;
  if (hours > ERROR_HOURS) return wrong(subject, words, advice);
  return hours > NOTICE_HOURS ? notice(subject, words, advice) : fine(subject, words);
}

export async function inspectBackups(folder: string | null, now: Date): Promise<Finding> {
  const subject = '备份';
  if (folder === null) {
    return notice(
      subject,
      '没有设置备份文件夹，不能检查',
      '请设置 ZHAOSHI_BACKUPS，并每日执行 zhaoshi backup --rotate',
    );
  }
  try {
    return judgeBackup(await newestBackup(folder), now);
  } catch (error) {
    return wrong(subject, `不能读取备份文件夹 ${folder}（${faultCode(error)}）`, '请检查 ZHAOSHI_BACKUPS');
  }
}
