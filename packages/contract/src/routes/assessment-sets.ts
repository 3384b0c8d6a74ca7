import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id } from '../fields.ts';
import { assessmentOverview } from './assessment-fields.ts';

const params = z.object({ regionId: id, assessmentId: id });

const SET = '/api/assessments/:regionId/:assessmentId/indicators' as const;

/** The indicators of an assessment as a sheet: out, looked at row by row, and in. */
export const assessmentSetRoutes = {
  sheet: defineRoute({
    id: 'assessmentSets.sheet',
    method: 'GET',
    path: SET,
    summary: '考核指标（xlsx，可以改后再导入，附填写说明）',
    permission: 'assessment.read',
    params,
    response: 'bytes',
    problems: ['not-found'],
  }),
  check: defineRoute({
    id: 'assessmentSets.check',
    method: 'POST',
    path: `${SET}/check`,
    summary: '上传考核指标，逐行检查；不保存（multipart/form-data，一个文件部分）',
    permission: 'assessment.manage',
    changesNothing: true,
    params,
    body: 'multipart',
    response: z
      .object({
        rows: z.int(),
        /** Of them counted by the platform. */
        counted: z.int(),
        vetoes: z.int(),
        failed: z.int(),
        failures: z.array(z.object({ row: z.int(), reasons: z.array(z.string()) })),
        unknownColumns: z.array(z.string()),
      })
      .meta({ id: 'AssessmentSetReport' }),
    problems: ['not-found', 'unavailable'],
  }),
  failures: defineRoute({
    id: 'assessmentSets.failures',
    method: 'POST',
    path: `${SET}/failures`,
    summary: '上传同一份考核指标，得到不能导入的行和原因（xlsx，与指标表格式相同）',
    permission: 'assessment.manage',
    changesNothing: true,
    params,
    body: 'multipart',
    response: 'bytes',
    problems: ['not-found', 'unavailable'],
  }),
  replace: defineRoute({
    id: 'assessmentSets.replace',
    method: 'POST',
    path: SET,
    summary: '采用上传的考核指标；有一行不对的整份不采用，原来的指标留存',
    permission: 'assessment.manage',
    audit: 'assessment.replaceSet',
    params,
    body: 'multipart',
    response: assessmentOverview,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
};
