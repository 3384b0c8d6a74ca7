import { z } from 'zod';
import { DELIVERY_FAULTS } from '../adapters/message/sender.ts';

/** Why a job failed, by the code that is kept with it. */
const REASONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(DELIVERY_FAULTS).map(([code, { title }]) => [code, title])),
  fault: '程序出错，详见日志',
  'payload-unknown': '任务内容无法识别，可能由其他版本的程序写入',
  'content-erased': '通知的地址和内容已按保存期限清除',
  'file-missing': '文件不在存储中，请从备份恢复',
  'file-changed': '存储中的文件与上传时不一致，没有扫描；请重新上传',
  'file-slow': '文件扫描用时过长，稍后再试',
  'time-limit': '超过执行时限',
  'worker-lost': '执行任务的服务器中断',
  'server-stopped': '服务停止时任务尚未完成',
};

const ours = z.object({ code: z.string() });

/** Words of pg-boss's own, of failures that no handler told. */
const THEIRS: readonly (readonly [RegExp, string])[] = [
  [/heartbeat/, 'worker-lost'],
  [/exceeded|timed out/, 'time-limit'],
  [/shut down/, 'server-stopped'],
];

/** The code of a job's recorded end. */
export function failureCode(output: unknown): string {
  const told = ours.safeParse(output);
  if (told.success && Object.hasOwn(REASONS, told.data.code)) return told.data.code;
  const text = JSON.stringify(output ?? null);
  return THEIRS.find(([words]) => words.test(text))?.[1] ?? 'fault';
}

/** The code in words. */
export const failureReason = (code: string): string => REASONS[code] ?? REASONS['fault'] ?? code;
