import {
  QUESTION_KIND_NAMES,
  type QuestionKind,
  SURVEY_MODES,
  SURVEY_STATUSES,
  type SurveyMode,
  type SurveyStatus,
} from '@zhaoshi/domain/survey/survey';
import { LONGEST_ANSWER } from '@zhaoshi/domain/survey/survey-box';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, dateNamed, id, line, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const mode = z.enum(Object.keys(SURVEY_MODES) as [SurveyMode, ...SurveyMode[]]);
const status = z.enum(Object.keys(SURVEY_STATUSES) as [SurveyStatus, ...SurveyStatus[]]);
const words = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);

const question = z.strictObject({
  kind: z.enum(QUESTION_KIND_NAMES as [QuestionKind, ...QuestionKind[]]),
  question: line(300),
  options: z.array(words(200)).max(12, '不超过 12 个选项'),
});

const fields = {
  title: line(200),
  intro: words(2000),
  mode,
  opensOn: dateNamed('开始日期'),
  closesOn: dateNamed('结束日期'),
  questions: z.array(question).max(30, '不超过 30 题'),
};

const row = {
  ...organKey,
  surveyId: id,
  organName: z.string(),
  title: z.string(),
  mode,
  opensOn: civilDate,
  closesOn: civilDate,
  /** The last day on which it took answers, where somebody ended it. */
  endedOn: civilDate.nullable(),
  status,
  /** How many answered, on paper as well. */
  sheets: z.int(),
};

export const surveyRow = z.object(row).meta({ id: 'SurveyRow' });

export const shownSurvey = z
  .object({
    ...row,
    intro: z.string(),
    questions: z.array(question),
    response: z.string(),
    paper: z.int(),
    /** Codes that were handed out, and those that were not used yet. */
    codes: z.object({ issued: z.int(), unused: z.int() }),
    /** `null` until it is over, and where too few answered for anybody to see anything. */
    results: z
      .array(
        z.object({
          question: z.string(),
          choices: z.array(z.object({ label: z.string(), count: z.int(), permille: z.int() })),
          average: z.int().nullable(),
          texts: z.array(z.string()),
        }),
      )
      .nullable(),
    version,
    abilities,
  })
  .meta({ id: 'Survey' });

const surveyParams = z.object({ regionId: id, surveyId: id });

/** Places of what was chosen, or what was written. */
const answer = z.union([z.array(z.int().min(0).max(11)).max(12), words(LONGEST_ANSWER)]);

export const surveyRoutes = {
  list: defineRoute({
    id: 'surveys.list',
    method: 'GET',
    path: '/api/surveys',
    summary: '社会评议调查，开始日期晚的在前',
    permission: 'survey.read',
    query: pageQuery.extend({ organId: id.optional() }),
    response: page(surveyRow),
  }),
  read: defineRoute({
    id: 'surveys.read',
    method: 'GET',
    path: '/api/surveys/:regionId/:surveyId',
    summary: '一项调查和合计的结果；没有单张的答卷可看',
    permission: 'survey.read',
    params: surveyParams,
    response: shownSurvey,
    problems: ['not-found'],
    versioned: true,
  }),
  create: defineRoute({
    id: 'surveys.create',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/surveys',
    summary: '起草一项调查',
    permission: 'survey.manage',
    audit: 'survey.create',
    params: organParams,
    body: z.strictObject(fields),
    response: z.object({ surveyId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'surveys.edit',
    method: 'PUT',
    path: '/api/surveys/:regionId/:surveyId',
    summary: '修改还没有开始的调查',
    permission: 'survey.manage',
    audit: 'survey.edit',
    params: surveyParams,
    body: z.strictObject(fields),
    response: shownSurvey,
    problems: ['not-found', 'state-refuses'],
    ifMatch: true,
    versioned: true,
  }),
  act: defineRoute({
    id: 'surveys.act',
    method: 'POST',
    path: '/api/surveys/:regionId/:surveyId/acts',
    summary: '开始、结束调查，公布结果',
    permission: 'survey.manage',
    audit: 'survey.act',
    params: surveyParams,
    body: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('start') }),
      z.strictObject({ type: z.literal('close') }),
      /** response: what the organ makes of it; shown with the result. */
      z.strictObject({ type: z.literal('publish'), response: words(2000).min(1, '请写明对评议意见的回应') }),
    ]),
    response: shownSurvey,
    problems: ['not-found', 'state-refuses'],
    ifMatch: true,
    versioned: true,
  }),
  issueCodes: defineRoute({
    id: 'surveys.issueCodes',
    method: 'POST',
    path: '/api/surveys/:regionId/:surveyId/codes',
    summary: '生成邀请码；只在这一次的回答里，平台不保存',
    permission: 'survey.manage',
    audit: 'survey.issueCodes',
    params: surveyParams,
    body: z.strictObject({ count: z.int().min(1).max(500, '一次不超过 500 个') }),
    response: z.object({ codes: z.array(z.string()) }),
    problems: ['not-found', 'state-refuses'],
    ifMatch: true,
  }),
  enterPaper: defineRoute({
    id: 'surveys.enterPaper',
    method: 'POST',
    path: '/api/surveys/:regionId/:surveyId/paper',
    summary: '录入一张纸质答卷，只计入合计',
    permission: 'survey.manage',
    audit: 'survey.enterPaper',
    params: surveyParams,
    body: z.strictObject({ answers: z.array(answer).max(30) }),
    response: z.object({ sheets: z.int() }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
