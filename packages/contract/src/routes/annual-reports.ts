import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { SIGNED_REPORT_ACTS } from '@zhaoshi/domain/annual-report/work/report-act';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import {
  cellKey,
  reportCellItem,
  reportCheck,
  reportDetail,
  reportDraft,
  reportYears,
  sha256,
} from './annual-report-fields.ts';

/** 2019 is the first year with a uniform form (60号). */
export const reportYear = z.coerce
  .number('应为年份')
  .int('应为年份')
  .min(2019, '2019年起才有统一格式')
  .max(2200, '年份不对');

export const reportParams = z.object({ regionId: id, organId: id, reportYear });

const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const seen = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), sha256 });

/** What those who draw a report up may do to it; hashes say which frozen state was looked at. */
const ownAct = z.discriminatedUnion('type', [
  plain('recordSecrecyReview'),
  plain('askSignature'),
  plain('takeBack'),
  plain('sendBack'),
  seen('sign'),
  seen('publish'),
  plain('restate'),
  plain('discardRestatement'),
]);

/** What the competent department that receives it may do. */
const receiverAct = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('returnForMending'),
    cells: z.array(cellKey.transform((cell) => cell as CellId)).max(250, '不超过 250 个单元格'),
    passages: z
      .array(z.string().trim().min(1, '不能为空').max(2000, '不超过 2000 字'))
      .max(50, '不超过 50 处'),
  }),
  seen('accept'),
  seen('publish'),
]);

export type ReportActInput = z.infer<typeof ownAct> | z.infer<typeof receiverAct>;

const texts = z.record(z.string().max(40), z.string().trim().max(4000, '不超过 4000 字')).default({});
const signed = z.object({ act: z.object({ type: z.enum(SIGNED_REPORT_ACTS) }) });

const LIST = '/api/organs/:regionId/:organId/annual-reports';
const PATH = `${LIST}/:reportYear`;

export const annualReportRoutes = {
  years: defineRoute({
    id: 'annualReports.years',
    method: 'GET',
    path: LIST,
    summary: '一个机关各年度的年度报告：办到哪一步、哪一天以前报送和公布、校验结果有多少处',
    permission: 'report.read',
    params: organParams,
    response: reportYears,
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'annualReports.read',
    method: 'GET',
    path: PATH,
    summary: '一个机关一年的年度报告：现在的数字、文字、校验结果和经过；没有人编写时也有',
    permission: 'report.read',
    params: reportParams,
    response: reportDetail,
    versioned: true,
    problems: ['not-found'],
  }),
  save: defineRoute({
    id: 'annualReports.save',
    method: 'PUT',
    path: `${PATH}/draft`,
    summary: '保存年度报告的草稿；缺什么、错什么都可以先保存',
    permission: 'report.write',
    audit: 'annualReport.save',
    params: reportParams,
    body: z.strictObject({ draft: reportDraft }),
    response: reportDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  check: defineRoute({
    id: 'annualReports.check',
    method: 'POST',
    path: `${PATH}/check`,
    summary: '校验正在编写、还没有保存的内容；不做任何改动',
    permission: 'report.read',
    changesNothing: true,
    params: reportParams,
    body: z.strictObject({ draft: reportDraft }),
    response: reportCheck,
    problems: ['not-found'],
  }),
  act: defineRoute({
    id: 'annualReports.act',
    method: 'POST',
    path: `${PATH}/acts`,
    summary: '办理一步：提请签发、签发并报送、公布、更正；不能办理的说明全部原因',
    permission: 'report.handle',
    audit: 'annualReport.act',
    params: reportParams,
    body: z.strictObject({ act: ownAct, texts }),
    freshSecondFactor: signed,
    response: reportDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  receive: defineRoute({
    id: 'annualReports.receive',
    method: 'POST',
    path: `${PATH}/receipt`,
    summary: '主管部门对下级报送的报告办理一步：接收、退回更正、代为集中公布',
    permission: 'report.receive',
    audit: 'annualReport.act',
    params: reportParams,
    body: z.strictObject({ act: receiverAct, texts }),
    freshSecondFactor: signed,
    response: reportDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  waive: defineRoute({
    id: 'annualReports.waive',
    method: 'PUT',
    path: `${PATH}/findings/:findingId`,
    summary: '对一处校验结果说明理由；理由留空的收回',
    permission: 'report.handle',
    audit: 'annualReport.waive',
    params: reportParams.extend({ findingId: z.string().regex(/^[0-9a-f]{16}$/, '编号格式不对') }),
    body: z.strictObject({ reason: z.string('应为文字').trim().max(1000, '不超过 1000 字') }),
    response: reportDetail,
    // A reason rests on what was found, not on the version: it ends by itself when figures or words change.
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  explainReceived: defineRoute({
    id: 'annualReports.explainReceived',
    method: 'PUT',
    path: `${PATH}/receipt/findings/:findingId`,
    summary: '主管部门对录入的报告文件的一处校验结果说明理由；理由留空的收回',
    permission: 'report.receive',
    audit: 'annualReport.waive',
    params: reportParams.extend({ findingId: z.string().regex(/^[0-9a-f]{16}$/, '编号格式不对') }),
    body: z.strictObject({ reason: z.string('应为文字').trim().max(1000, '不超过 1000 字') }),
    response: reportDetail,
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  confirm: defineRoute({
    id: 'annualReports.confirm',
    method: 'PUT',
    path: `${PATH}/findings/:findingId/meaning`,
    summary: '确认正文的一句话就是校验所理解的意思，从此须改正；意思不是这样的可以收回',
    permission: 'report.handle',
    audit: 'annualReport.confirm',
    params: reportParams.extend({ findingId: z.string().regex(/^[0-9a-f]{16}$/, '编号格式不对') }),
    body: z.strictObject({ isRight: z.boolean('应为是或者否') }),
    response: reportDetail,
    // Like a reason it rests on what was found, and ends by itself when the sentence or a figure changes.
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  cell: defineRoute({
    id: 'annualReports.cell',
    method: 'GET',
    path: `${PATH}/cell`,
    summary: '一格现在所计的案件、文件、数据或者成员单位',
    permission: 'report.read',
    params: reportParams,
    query: pageQuery.extend({ cell: cellKey }),
    response: page(reportCellItem),
    problems: ['not-found'],
  }),
};
