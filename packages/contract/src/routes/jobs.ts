import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, moment } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const queue = z
  .object({
    kind: z.string(),
    /** The kind in words. */
    title: z.string(),
    waiting: z.int().meta({ description: '等待执行' }),
    deferred: z.int().meta({ description: '未到时间或等待重试' }),
    active: z.int().meta({ description: '正在执行' }),
    failed: z.int().meta({ description: '已停止重试，需要处理' }),
    /** When the longest-waiting job that could begin was put there. */
    oldestWaitingSince: moment.nullable(),
  })
  .meta({ id: 'JobQueue' });

const failedJob = z
  .object({
    jobId: id,
    kind: z.string(),
    title: z.string(),
    /** Ids of what the job is about; nothing personal. */
    payload: z.record(z.string(), z.unknown()),
    /** Why it failed, as a code and in words. */
    code: z.string(),
    reason: z.string(),
    attempts: z.int(),
    createdAt: moment,
    failedAt: moment,
    abilities,
  })
  .meta({ id: 'FailedJob' });

const schedule = z
  .object({
    name: z.string(),
    title: z.string(),
    /** A crontab line in China's time. */
    cron: z.string(),
    nextAt: moment,
    lastAt: moment.nullable(),
  })
  .meta({ id: 'JobSchedule' });

export const jobRoutes = {
  queues: defineRoute({
    id: 'job.queues',
    method: 'GET',
    path: '/api/job-queues',
    summary: '各类后台任务的数量',
    permission: 'job.read',
    response: z.object({ items: z.array(queue) }),
  }),
  failed: defineRoute({
    id: 'job.failed',
    method: 'GET',
    path: '/api/failed-jobs',
    summary: '已停止重试的后台任务，最近失败的在前',
    permission: 'job.read',
    query: pageQuery.extend({ kind: z.string().max(80).optional() }),
    response: page(failedJob),
  }),
  retry: defineRoute({
    id: 'job.retry',
    method: 'POST',
    path: '/api/failed-jobs/:jobId/retry',
    summary: '重新执行一项失败的任务',
    permission: 'job.retry',
    audit: 'job.retry',
    params: z.object({ jobId: id }),
    response: 'nothing',
    problems: ['not-found', 'state-refuses'],
  }),
  schedules: defineRoute({
    id: 'job.schedules',
    method: 'GET',
    path: '/api/job-schedules',
    summary: '定时任务和下次执行时间',
    permission: 'job.read',
    response: z.object({ items: z.array(schedule) }),
  }),
};
