import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Config } from '../../config.ts';
import { type Finding, faultCode, fine, notice, wrong } from './finding.ts';

const NODE_MAJOR = 24;

export function inspectNode(version: string): Finding {
  return Number(version.split('.', 1)[0]) >= NODE_MAJOR
    ? fine('Node', version)
    : wrong('Node', version, `需要 ${NODE_MAJOR} 或更高版本，请用 npx zhaoshi 启动或升级 Node`);
}

const GIBIBYTE = 1024 ** 3;

/** Free space where the data lie; below 1 GiB PostgreSQL may stop at any moment. */
export function judgeSpace(bytes: number, folder: string): Finding {
  const words = `${(bytes / GIBIBYTE).toFixed(1)} GiB 可用（${folder}）`;
  if (bytes < GIBIBYTE) return wrong('磁盘空间', words, '请立即清理或扩容，空间用尽时数据库会停止');
  if (bytes < 5 * GIBIBYTE) return notice('磁盘空间', words, '请安排清理或扩容');
  return fine('磁盘空间', words);
}

export async function inspectSpace(folder: string): Promise<Finding> {
  let place = folder;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  return judgeSpace(bavail * bsize, place);
}

/** Passwords and keys are for their owner only. */
const SECRET_FILES = ['zhaoshi.json', 'keys/secret.key', 'keys/checkpoint-key.pem'];

export async function inspectFolder(folder: string): Promise<Finding> {
  const subject = '数据文件夹';
  if (!existsSync(folder)) return fine(subject, `${folder}（还没有，首次启动时建立）`);
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return wrong(
      subject,
      `${folder} 不可写（${faultCode(error)}）`,
      '请改正权限，或用 --data 指定别的文件夹',
    );
  }
  const open: string[] = [];
  for (const name of SECRET_FILES) {
    const path = join(folder, name);
    if (existsSync(path) && ((await stat(path)).mode & 0o077) !== 0) open.push(name);
  }
  // Windows has no such bits.
  if (open.length > 0 && process.platform !== 'win32') {
    return wrong(subject, `其他用户可以读取 ${open.join('、')}`, `请执行 chmod 600（${folder}）`);
  }
  return fine(subject, folder);
}

export async function inspectSettingsFile(path: string): Promise<readonly Finding[]> {
  if (!existsSync(path) || process.platform === 'win32') return [];
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return [fine('设置文件', path)];
  return [notice('设置文件', `${path} 其他用户可以读取`, `其中如有密码，请执行 chmod 600 ${path}`)];
}

/** Whether the one who holds the port is this program. */
async function isZhaoshi(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(2000) });
    return (await answer.text()) === '{"status":"ok"}';
  } catch {
    return false;
  }
}

export async function inspectPort(host: string, port: number): Promise<Finding> {
  const subject = '端口';
  const place = `${host}:${port}`;
  const fault = await new Promise<unknown>((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (fault === null) return fine(subject, `${place} 空闲`);
  const code = faultCode(fault);
  if (code === 'EADDRINUSE' && (await isZhaoshi(host, port))) return fine(subject, `${place} 由昭示使用`);
  const advice = code === 'EACCES' ? '请用 1024 以上的端口' : '请用 --port 换端口，或停止占用它的程序';
  return wrong(subject, `${place} 不能使用（${code}）`, advice);
}

/** Behind a proxy that is not named all readers seem to come from one address, and share its limits. */
export function judgeProxies({ publicUrl, trustedProxies }: Config['site']): Finding {
  const subject = '反向代理';
  if (publicUrl === null || trustedProxies.length > 0) {
    return fine(subject, trustedProxies.length > 0 ? trustedProxies.join('、') : '没有');
  }
  return notice(
    subject,
    '设置了 ZHAOSHI_PUBLIC_URL，没有设置 ZHAOSHI_TRUSTED_PROXIES',
    '如有反向代理，请写明其地址：否则所有来访都算作同一地址，一人连续输错密码，其他人也会被限制登录',
  );
}

/** Nobody's clock is before this program was written. */
const EARLIEST = Date.parse('2026-11-01T00:00:00Z');

const MOST_SECONDS_APART = 5;

/** Deadlines and evidence are counted by the clocks of this machine and of the database. */
export function judgeClock(now: Date, secondsApart: number | null): Finding {
  const subject = '时钟';
  const advice = '请启用时间同步（NTP）：答复期限、发布时间都以服务器时间为准';
  if (now.getTime() < EARLIEST) return wrong(subject, `系统时间是 ${now.toISOString()}`, advice);
  if (secondsApart !== null && secondsApart > MOST_SECONDS_APART) {
    return wrong(subject, `本机与数据库相差 ${secondsApart.toFixed(0)} 秒`, advice);
  }
  return fine(subject, now.toISOString());
}
