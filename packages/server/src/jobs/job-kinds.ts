import { FAILED_JOB_LONGEST_DAYS } from '@zhaoshi/domain/setting/retention';
import { z } from 'zod';

/** How a kind of job is queued and tried. */
interface JobKind<Shape extends z.ZodType> {
  /** Chinese, for the job monitor. */
  readonly title: string;
  /** Ids only: handlers read the state anew, and nothing personal lies in the queue. */
  readonly payload: Shape;
  /** Tries after the first. */
  readonly retryLimit: number;
  /** Seconds before the first new try; doubled each time, with a random part, up to the longest. */
  readonly retryDelay: number;
  readonly retryDelayLongest: number;
  /** Seconds that one try may take. */
  readonly timeLimit: number;
  /** Higher goes first within the kind. */
  readonly priority: number;
  /** How many a server works on at once. */
  readonly concurrency: number;
  /** Jobs of the same key that wait are one: the handler sees everything that was committed before it begins. */
  readonly singletonKey: ((payload: z.infer<Shape>) => string) | null;
}

const defineJob = <Shape extends z.ZodType>(kind: JobKind<Shape>): JobKind<Shape> => kind;

const nothing = z.strictObject({});

/** Work that runs by the clock: one at a time, tried again within the hour. */
const scheduledWork = (title: string) =>
  defineJob({
    title,
    payload: nothing,
    retryLimit: 3,
    retryDelay: 60,
    retryDelayLongest: 900,
    timeLimit: 900,
    priority: 0,
    concurrency: 1,
    singletonKey: () => 'only',
  });

/** Every kind of job there is. A new one is a row here and a handler in `handlers.ts`. */
export const JOB_KINDS = {
  'message.deliver': defineJob({
    title: '发送通知',
    payload: z.strictObject({ regionId: z.uuid(), messageId: z.uuid() }),
    // Half a minute to six hours apart: a gateway that is away for a day loses nothing.
    retryLimit: 12,
    retryDelay: 30,
    retryDelayLongest: 6 * 3600,
    timeLimit: 120,
    priority: 0,
    concurrency: 5,
    singletonKey: null,
  }),
  'document.becomePublic': defineJob({
    title: '定时公开文件',
    payload: z.strictObject({ regionId: z.uuid(), documentId: z.uuid() }),
    retryLimit: 20,
    retryDelay: 5,
    retryDelayLongest: 600,
    timeLimit: 60,
    priority: 10,
    concurrency: 2,
    singletonKey: null,
  }),
  'file.scan': defineJob({
    title: '扫描公开文件的附件',
    payload: z.strictObject({ regionId: z.uuid(), fileId: z.uuid() }),
    retryLimit: 8,
    retryDelay: 10,
    retryDelayLongest: 3600,
    timeLimit: 120,
    priority: 0,
    concurrency: 1,
    singletonKey: null,
  }),
  'search.validity': defineJob({
    title: '更新检索中文件的有效性',
    payload: z.strictObject({ regionId: z.uuid(), documentId: z.uuid() }),
    retryLimit: 12,
    retryDelay: 5,
    retryDelayLongest: 3600,
    timeLimit: 60,
    priority: 0,
    concurrency: 1,
    singletonKey: null,
  }),
  'media.post': defineJob({
    title: '发布到新媒体',
    payload: z.strictObject({ regionId: z.uuid(), postId: z.uuid() }),
    retryLimit: 12,
    retryDelay: 30,
    retryDelayLongest: 6 * 3600,
    timeLimit: 120,
    priority: 0,
    concurrency: 2,
    singletonKey: null,
  }),
  'media.takeDown': defineJob({
    title: '通知新媒体撤下',
    payload: z.strictObject({ regionId: z.uuid(), postId: z.uuid() }),
    retryLimit: 20,
    retryDelay: 10,
    retryDelayLongest: 3600,
    timeLimit: 120,
    priority: 10,
    concurrency: 2,
    singletonKey: null,
  }),
  'audit.checkpoint': scheduledWork('生成审计校验点'),
  'file.sweep': scheduledWork('清除没有被使用的文件'),
  'retention.apply': scheduledWork('清除超过保存期限的记录'),
  'search.sample': scheduledWork('统计检索用词的多少'),
  'search.validities': scheduledWork('按日核对检索中文件的有效性'),
  'link.check': scheduledWork('核对已公开文件的链接'),
  'complaint.openBox': scheduledWork('开启投诉箱'),
  'annualReport.readCopies': scheduledWork('核对已公布年度报告的各种文本'),
  'subscription.digest': scheduledWork('发送订阅的新信息'),
  'notice.send': scheduledWork('按个人设置发送提醒'),
  'opinion.reminders': scheduledWork('提醒政务舆情的时限'),
  'application.reminders': scheduledWork('核对申请和公开的期限并提醒'),
} as const;

export type JobName = keyof typeof JOB_KINDS;

export const JOB_NAMES = Object.keys(JOB_KINDS) as readonly JobName[];

export const isJobName = (name: string): name is JobName => Object.hasOwn(JOB_KINDS, name);

export type JobPayload<N extends JobName> = z.infer<(typeof JOB_KINDS)[N]['payload']>;

/** A kind with the name of its payload forgotten, for code that handles all kinds alike. */
export const jobKind = (name: JobName): JobKind<z.ZodType> => JOB_KINDS[name] as JobKind<z.ZodType>;

/** pg-boss's name of how jobs of a kind are told apart. */
export const queuePolicy = (name: JobName): 'short' | 'standard' =>
  jobKind(name).singletonKey === null ? 'standard' : 'short';

/** A job that lost its worker is noticed after this many seconds without a sign of life. */
export const HEARTBEAT_SECONDS = 30;

/** A job that nobody takes is kept for a year: a server that was off comes back to all of its work. */
export const WAITING_SECONDS = 365 * 24 * 3600;

/** When the library itself takes out jobs that are over: never before the retention, which goes by the settings. */
export const OVER_SECONDS = FAILED_JOB_LONGEST_DAYS * 24 * 3600;
