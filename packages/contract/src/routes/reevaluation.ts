import { OUTCOMES, type OutcomeId } from '@zhaoshi/domain/application/outcome';
import {
  REEVALUATION_TRIGGERS,
  type ReevaluationTrigger,
} from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, moment, organKey } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const trigger = z.enum(Object.keys(REEVALUATION_TRIGGERS) as [ReevaluationTrigger, ...ReevaluationTrigger[]]);
const outcome = z.enum(Object.keys(OUTCOMES) as [OutcomeId, ...OutcomeId[]]);

export const reevaluationRow = z
  .object({
    ...organKey,
    organName: z.string(),
    about: z.union([
      z.object({ kind: z.literal('document'), documentId: id, title: z.string() }),
      z.object({
        kind: z.literal('application'),
        applicationId: id,
        registrationNumber: z.string(),
        summary: z.string(),
        outcome,
      }),
    ]),
    withheldOn: civilDate,
    lastReviewedOn: civilDate.nullable(),
    dueOn: civilDate,
    reason: z.string(),
    trigger: trigger.nullable(),
    /** What changed since the last review, and what is known to come; why it is looked at again. */
    triggers: z.array(z.object({ kind: trigger, on: civilDate, words: z.string() })),
    state: z.enum(['overdue', 'due', 'later']),
  })
  .meta({ id: 'Reevaluation' });

const applicationParams = z.object({ regionId: id, applicationId: id });

export const reevaluationRoutes = {
  queue: defineRoute({
    id: 'reevaluation.queue',
    method: 'GET',
    path: '/api/reevaluations',
    summary: '不予公开的文件和申请的定期评估，到期的在前',
    permission: 'document.read',
    query: pageQuery.extend({
      organId: id.optional(),
      /** due: up to today; all: those to come too. */
      stage: z.enum(['due', 'all']).default('due'),
    }),
    response: page(reevaluationRow),
  }),
  ofCase: defineRoute({
    id: 'reevaluation.ofCase',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId/reevaluations',
    summary: '一件不予公开的申请历次评估的结果',
    permission: 'document.read',
    params: applicationParams,
    response: z.object({
      items: z.array(
        z.object({
          reviewedOn: civilDate,
          keeps: z.boolean(),
          nextOn: civilDate.nullable(),
          reason: z.string(),
          recordedAt: moment,
          recordedBy: z.string(),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  stateTrigger: defineRoute({
    id: 'reevaluation.stateTrigger',
    method: 'POST',
    path: '/api/reevaluations/:regionId/:kind/:thingId/triggers',
    summary: '登记不予公开信息的情势变化，如保密期限届满、第三方同意（条例第十八条）',
    permission: 'reevaluation.record',
    audit: 'reevaluation.stateTrigger',
    params: z.object({ regionId: id, kind: z.enum(['application', 'document']), thingId: id }),
    body: z.strictObject({
      kind: trigger,
      on: civilDate,
      words: z.string().trim().max(500, '不超过 500 字'),
    }),
    response: z.object({ triggerId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  record: defineRoute({
    id: 'reevaluation.record',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/reevaluations',
    summary: '记录对一件不予公开的申请的评估（条例第十八条）',
    permission: 'reevaluation.record',
    audit: 'reevaluation.record',
    params: applicationParams,
    body: z.strictObject({
      on: civilDate,
      keeps: z.boolean(),
      reason: z.string().trim().max(2000, '不超过 2000 字'),
      /** The reviewer's own day for the next look; without it the organ's period. */
      nextOn: civilDate.nullable(),
    }),
    response: z.object({ reevaluationId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
