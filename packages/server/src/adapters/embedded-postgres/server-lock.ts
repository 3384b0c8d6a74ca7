import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';

const holder = z.object({ pid: z.number().int().positive(), started: z.string() });

/** When a process started, in the kernel's own count; tells a process from a later one with the same number. */
function processStart(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    // No /proc on this system: that the number is alive has to do.
    return '';
  }
}

/**
 * Keeps a second server out of a data folder. A lock whose process is gone is taken over.
 *
 * @returns how to give the lock back
 * @throws StartError when a living server holds it
 */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, 'server.lock');
  for (;;) {
    try {
      const mine = { pid: process.pid, started: processStart(process.pid) ?? '' };
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    let found: z.infer<typeof holder> | undefined;
    try {
      found = holder.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // A lock that a killed process wrote by half holds nothing.
    }
    if (found !== undefined && processStart(found.pid) === found.started) {
      throw new StartError(`这个数据文件夹正由另一个昭示服务使用（进程 ${found.pid}）：${folder}`);
    }
    rmSync(file, { force: true });
  }
}
