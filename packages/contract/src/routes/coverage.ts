import { COVERAGE_WORDS, type CoverageState } from '@zhaoshi/domain/disclosure/item-catalog/coverage';
import {
  STATUTORY_CODES,
  type StatutoryCode,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organKey, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { pilotField } from './catalog-fields.ts';

export const coverageState = z.enum(Object.keys(COVERAGE_WORDS) as [CoverageState, ...CoverageState[]]);
const statutoryCode = z.enum(STATUTORY_CODES as [StatutoryCode, ...StatutoryCode[]]);

const counts = z.object(
  Object.fromEntries(Object.keys(COVERAGE_WORDS).map((state) => [state, z.int()])) as Record<
    CoverageState,
    z.ZodInt
  >,
);

const statement = z.object({
  statementId: id,
  statedAt: moment,
  statedBy: z.string(),
  reason: z.string(),
});

const freshness = z.object({
  state: z.enum(['fresh', 'warning', 'stale', 'empty', 'untimed']),
  freshUntil: civilDate.nullable(),
  words: z.string(),
});

export const coverageOfOrgan = z
  .object({
    ...organKey,
    organName: z.string(),
    year: z.int(),
    today: civilDate,
    counts,
    items: z.array(
      z.object({
        itemId: id,
        field: pilotField.nullable(),
        code: z.string(),
        title: z.string(),
        publicationPeriod: z.string(),
        isPeriodUnderstood: z.boolean(),
        state: coverageState,
        lastPublishedOn: civilDate.nullable(),
        overdueSince: z.array(civilDate),
        nextDueOn: civilDate.nullable(),
        /** Documents filed under the item. */
        documents: z.int(),
        overdueDocuments: z.int(),
        statement: statement.nullable(),
      }),
    ),
    /** The items of 条例20, 21 that the organ may owe, each with its column of the platform. */
    columns: z.array(
      z.object({
        code: statutoryCode,
        title: z.string(),
        column: z.string(),
        source: z.string(),
        publicDocuments: z.int(),
        lastPublishedOn: civilDate.nullable(),
        freshness,
        statement: statement.nullable(),
      }),
    ),
    abilities,
  })
  .meta({ id: 'Coverage' });

export const coverageRoutes = {
  ofOrgan: defineRoute({
    id: 'coverage.ofOrgan',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/coverage',
    summary: '一个机关应公开的事项：已公开、缺项、逾期、下一次到期，和各栏目的更新情况',
    permission: 'document.read',
    params: organParams,
    response: coverageOfOrgan,
    problems: ['not-found'],
  }),
  board: defineRoute({
    id: 'coverage.board',
    method: 'GET',
    path: '/api/coverage',
    summary: '职责范围内各机关的公开情况，一个机关一行',
    permission: 'document.read',
    query: pageQuery,
    response: page(
      z.object({
        ...organKey,
        organName: z.string(),
        counts,
        nextDueOn: civilDate.nullable(),
        emptyColumns: z.int(),
        staleColumns: z.int(),
        overdueDocuments: z.int(),
      }),
    ),
  }),
  state: defineRoute({
    id: 'coverage.state',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/nothing-produced',
    summary: '说明某年没有产生某类信息；栏目里照此显示，当年有了信息的自动不再显示',
    permission: 'coverage.state',
    audit: 'coverage.state',
    params: organParams,
    body: z.strictObject({
      year: z.int().min(2008).max(2999),
      /** An item of the standard catalogue, or one of 条例20, 21. */
      about: z.union([z.strictObject({ itemId: id }), z.strictObject({ code: statutoryCode })]),
      reason: line(500),
    }),
    response: z.object({ statementId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  takeBack: defineRoute({
    id: 'coverage.takeBack',
    method: 'DELETE',
    path: '/api/organs/:regionId/:organId/nothing-produced/:statementId',
    summary: '收回“没有产生此类信息”的说明',
    permission: 'coverage.state',
    audit: 'coverage.takeBack',
    params: z.object({ ...organParams.shape, statementId: id }),
    response: 'nothing',
    problems: ['not-found'],
  }),
};
