import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, line, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { assessedUnit, assessmentHead, assessmentOverview, judgedPoints } from './assessment-fields.ts';

const assessmentParams = z.object({ regionId: id, assessmentId: id });
const unitParams = z.object({ ...assessmentParams.shape, unitOrganId: id });
const objectionParams = z.object({ ...unitParams.shape, objectionId: id });

const ONE = '/api/assessments/:regionId/:assessmentId' as const;
const UNIT = `${ONE}/units/:unitOrganId` as const;

const code = z.string('应为编号').min(1, '不能为空').max(10, '不超过 10 字');

export const assessmentRoutes = {
  list: defineRoute({
    id: 'assessments.list',
    method: 'GET',
    path: '/api/assessments',
    summary: '考核：本机关被考核的，和职责范围内的；新的在前',
    permission: 'assessment.read',
    query: pageQuery,
    response: page(
      z.object({
        ...assessmentHead,
        units: z.int(),
        /** The caller's own organ is one of the units. */
        isOwnUnit: z.boolean(),
      }),
    ),
  }),
  begin: defineRoute({
    id: 'assessments.begin',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/assessments',
    summary: '设立考核：名称、起止日期、被考核单位；从默认指标开始',
    permission: 'assessment.manage',
    audit: 'assessment.begin',
    params: organParams,
    body: z.strictObject({
      title: line(100),
      startsOn: civilDate,
      endsOn: civilDate,
      /** region: organs of the government; below: with the governments below it; list: its list of reporting units. */
      units: z.enum(['region', 'below', 'list']),
    }),
    response: z.object({ assessmentId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  read: defineRoute({
    id: 'assessments.read',
    method: 'GET',
    path: ONE,
    summary: '各单位的得分和排名；没有结束的按现在的数据计算',
    permission: 'assessment.read',
    params: assessmentParams,
    response: assessmentOverview,
    versioned: true,
    problems: ['not-found'],
  }),
  unit: defineRoute({
    id: 'assessments.unit',
    method: 'GET',
    path: UNIT,
    summary: '一个单位的得分：每一项扣分和它的依据',
    permission: 'assessment.read',
    params: unitParams,
    response: assessedUnit,
    versioned: true,
    problems: ['not-found'],
  }),
  judge: defineRoute({
    id: 'assessments.judge',
    method: 'PUT',
    path: `${UNIT}/marks/:code`,
    summary: '评定一个指标扣（加）多少分，或者一个否决项是否成立，写明依据',
    permission: 'assessment.judge',
    audit: 'assessment.judge',
    params: z.object({ ...unitParams.shape, code }),
    body: z.strictObject({
      /** Hundredths; of a veto `null`. */
      points: judgedPoints.nullable(),
      /** Of a veto. */
      isMet: z.boolean('应为是或者否').nullable(),
      note: line(1000),
    }),
    response: assessedUnit,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  assessSelf: defineRoute({
    id: 'assessments.assessSelf',
    method: 'PUT',
    path: `${UNIT}/self`,
    summary: '自评：自评得分、说明和证明材料',
    permission: 'assessment.answer',
    audit: 'assessment.assessSelf',
    params: unitParams,
    body: z.strictObject({
      points: judgedPoints,
      text: z.string('应为文字').trim().max(2000, '不超过 2000 字'),
      /** Proofs, uploaded before; those that are left out are taken away. */
      fileIds: z.array(id).max(20, '不超过 20 个文件').default([]),
    }),
    response: assessedUnit,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  selfFile: defineRoute({
    id: 'assessments.selfFile',
    method: 'GET',
    path: `${UNIT}/self/files/:fileId`,
    summary: '自评的一份证明材料',
    permission: 'assessment.read',
    params: z.object({ ...unitParams.shape, fileId: id }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  object: defineRoute({
    id: 'assessments.object',
    method: 'POST',
    path: `${UNIT}/objections`,
    summary: '对一项扣分依据或者一项评定提出异议',
    permission: 'assessment.answer',
    audit: 'assessment.object',
    params: unitParams,
    body: z.strictObject({
      code,
      /** `null`: to what the assessor judged. */
      item: line(300).nullable(),
      reason: line(1000),
    }),
    response: z.object({ objectionId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  rule: defineRoute({
    id: 'assessments.rule',
    method: 'POST',
    path: `${UNIT}/objections/:objectionId/ruling`,
    summary: '裁定异议：成立的，这一项不再计分；须由评定人以外的人裁定',
    permission: 'assessment.judge',
    audit: 'assessment.rule',
    params: objectionParams,
    body: z.strictObject({ ruling: z.enum(['upheld', 'rejected']), reason: line(1000) }),
    response: assessedUnit,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  close: defineRoute({
    id: 'assessments.close',
    method: 'POST',
    path: `${ONE}/close`,
    summary: '结束考核：得分和依据定格，不再变化；没有到截止日期的须写明理由，还有没有评定的须确认就此结束',
    permission: 'assessment.manage',
    audit: 'assessment.close',
    params: assessmentParams,
    body: z.strictObject({
      /** Asked for before the last day; published with the results. */
      earlyReason: z.string('应为文字').trim().max(500, '不超过 500 字'),
      /** Whoever ends it has read what nobody has looked at. */
      knowsUnrated: z.boolean('应为是或者否'),
    }),
    response: assessmentOverview,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  publish: defineRoute({
    id: 'assessments.publish',
    method: 'POST',
    path: `${ONE}/publish`,
    summary: '公布考核结果：门户显示各单位的得分、名次和等次',
    permission: 'assessment.manage',
    audit: 'assessment.publish',
    params: assessmentParams,
    response: assessmentOverview,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
