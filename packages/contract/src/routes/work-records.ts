import { WORK_KIND_NAMES, type WorkKind } from '@zhaoshi/domain/work-register/work-kinds';
import { WORK_STATES, type WorkState } from '@zhaoshi/domain/work-register/work-record';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import {
  abilities,
  civilDate,
  dateNamed,
  id,
  line,
  moment,
  organKey,
  organParams,
  version,
} from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const kind = z.enum(WORK_KIND_NAMES as [WorkKind, ...WorkKind[]]);
const state = z.enum(Object.keys(WORK_STATES) as [WorkState, ...WorkState[]]);
const year = z.coerce.number('应为年份').int().min(2008, '条例从2008年起施行').max(2200);
const reason = z.string('应为文字').trim().max(500, '不超过 500 字');

/** What its kind asks for; which facts there are and how they are written is the domain's (`work-kinds`). */
const facts = z.record(
  z.string().max(30),
  z.union([z.string('应为文字或者数字').trim().max(2000, '不超过 2000 字'), z.number('应为文字或者数字')]),
);

const option = line(200);
const question = z
  .strictObject({
    question: line(300),
    options: z.array(option).min(2, '至少两个选项').max(6),
    right: z.int().min(0),
  })
  .refine(({ options, right }) => right < options.length, { path: ['right'], message: '请指明正确的选项' });

const row = {
  ...organKey,
  recordId: id,
  organName: z.string(),
  kind,
  title: z.string(),
  plannedOn: civilDate.nullable(),
  doneOn: civilDate.nullable(),
  state,
  facts,
};

export const workRecordRow = z.object(row).meta({ id: 'WorkRecordRow' });

export const shownWorkRecord = z
  .object({
    ...row,
    files: z.array(z.object({ fileId: id, name: z.string(), mediaType: z.string(), size: z.int() })),
    quiz: z.array(z.object({ question: z.string(), options: z.array(z.string()), right: z.int() })),
    /** Who says of themselves that they took part. */
    attendance: z.array(
      z.object({
        name: z.string(),
        organName: z.string(),
        at: moment,
        rightAnswers: z.int().nullable(),
        passed: z.boolean().nullable(),
      }),
    ),
    /** Everything that was entered and changed, the last first. */
    history: z.array(
      z.object({ sequence: z.int(), words: z.string(), reason: z.string(), by: z.string(), at: moment }),
    ),
    version,
    abilities,
  })
  .meta({ id: 'WorkRecord' });

const fields = {
  title: line(200),
  plannedOn: dateNamed('计划日期').nullable(),
  doneOn: dateNamed('完成（举办）日期').nullable(),
  facts,
  fileIds: z.array(id).max(20, '不超过 20 个文件'),
  /** Of a training; elsewhere empty. */
  quiz: z.array(question).max(30, '不超过 30 题'),
};

const recordParams = z.object({ regionId: id, recordId: id });

const totals = z.object({
  done: z.int(),
  open: z.int(),
  overdue: z.int(),
  persons: z.int(),
  hours: z.number(),
});

export const workRecordRoutes = {
  list: defineRoute({
    id: 'workRecords.list',
    method: 'GET',
    path: '/api/work-records',
    summary: '工作台账（工作要点任务、培训、会议和评议、宣传、责任追究），日期晚的在前',
    permission: 'work.read',
    query: pageQuery.extend({
      organId: id.optional(),
      kind: kind.optional(),
      year: year.optional(),
      /** open: not done yet, overdue ones among them. */
      state: z.enum(['open', 'overdue', 'done']).optional(),
    }),
    response: page(workRecordRow),
  }),
  totals: defineRoute({
    id: 'workRecords.totals',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/work-totals',
    summary: '一个机关一年工作台账的合计，每项可以在台账里打开',
    permission: 'work.read',
    params: organParams,
    query: z.object({ year }),
    response: z.object({
      ...organKey,
      organName: z.string(),
      year: z.int(),
      kinds: z.array(totals.extend({ kind })),
      abilities,
    }),
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'workRecords.read',
    method: 'GET',
    path: '/api/work-records/:regionId/:recordId',
    summary: '工作台账的一条记录，含证明材料和经过',
    permission: 'work.read',
    params: recordParams,
    response: shownWorkRecord,
    problems: ['not-found'],
    versioned: true,
  }),
  enter: defineRoute({
    id: 'workRecords.enter',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/work-records',
    summary: '登记一条工作台账',
    permission: 'work.write',
    audit: 'work.enter',
    params: organParams,
    body: z.strictObject({ kind, ...fields }),
    response: z.object({ recordId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'workRecords.edit',
    method: 'PUT',
    path: '/api/work-records/:regionId/:recordId',
    summary: '补填、更正一条工作台账',
    permission: 'work.write',
    audit: 'work.edit',
    params: recordParams,
    body: z.strictObject({ ...fields, reason }),
    response: shownWorkRecord,
    problems: ['not-found'],
    ifMatch: true,
    versioned: true,
  }),
  remove: defineRoute({
    id: 'workRecords.remove',
    method: 'POST',
    path: '/api/work-records/:regionId/:recordId/removal',
    summary: '注销登记错误的工作台账记录，记录和理由保留',
    permission: 'work.write',
    audit: 'work.remove',
    params: recordParams,
    body: z.strictObject({ reason: reason.min(1, '请写明理由') }),
    response: 'nothing',
    problems: ['not-found'],
    ifMatch: true,
  }),
  trainings: defineRoute({
    id: 'workRecords.trainings',
    method: 'GET',
    path: '/api/own-trainings',
    summary: '面向本人所在机关的培训，含材料、测试题和本人的结果',
    permission: 'self',
    response: z.object({
      items: z.array(
        z.object({
          regionId: id,
          recordId: id,
          organName: z.string(),
          title: z.string(),
          doneOn: civilDate,
          /** What it was about, how long it took, where its papers lie; empty or `null` where nobody wrote it. */
          content: z.string(),
          hours: z.number().nullable(),
          material: z.string(),
          questions: z.array(z.object({ question: z.string(), options: z.array(z.string()) })),
          own: z
            .object({ at: moment, rightAnswers: z.int().nullable(), passed: z.boolean().nullable() })
            .nullable(),
        }),
      ),
    }),
  }),
  attend: defineRoute({
    id: 'workRecords.attend',
    method: 'POST',
    path: '/api/own-trainings/:regionId/:recordId',
    summary: '确认本人参加了培训，有测试题的提交答案并评分；可以重做，以最好的一次为准',
    permission: 'self',
    audit: 'work.attend',
    params: recordParams,
    body: z.strictObject({ answers: z.array(z.int().min(0).max(5)).max(30) }),
    response: z.object({
      right: z.int(),
      of: z.int(),
      passed: z.boolean(),
      /** Right answers of the try that counts. */ counts: z.int(),
    }),
    problems: ['not-found'],
  }),
};
