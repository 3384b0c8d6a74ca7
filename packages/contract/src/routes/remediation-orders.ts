import {
  ORDER_KINDS,
  type OrderKind,
  REMEDIATION_ACTS,
  REMEDIATION_DECISIONS,
  REMEDIATION_STATUSES,
  type RemediationActName,
  type RemediationStatus,
} from '@zhaoshi/domain/oversight/remediation';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, moment, organKey, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const status = z.enum(Object.keys(REMEDIATION_STATUSES) as [RemediationStatus, ...RemediationStatus[]]);
const kind = z.enum(Object.keys(ORDER_KINDS) as [OrderKind, ...OrderKind[]]);
const actName = z.enum(Object.keys(REMEDIATION_ACTS) as [RemediationActName, ...RemediationActName[]]);

const words = z.string('应为文字').trim().min(1, '不能为空').max(2000, '不超过 2000 字');

/** Nothing in it tells of a complaint: the unit learns what to put right, not through whom. */
const row = {
  ...organKey,
  orderId: id,
  organName: z.string(),
  issuerName: z.string(),
  kind,
  /** Empty: none. */
  documentNumber: z.string(),
  demand: z.string(),
  issuedOn: civilDate,
  dueOn: civilDate,
  isOverdue: z.boolean(),
  status,
};

export const remediationRow = z.object(row).meta({ id: 'RemediationOrderRow' });

export const shownRemediation = z
  .object({
    ...row,
    /** What was found; empty: the demand says it. */
    facts: z.string(),
    events: z.array(
      z.object({
        sequence: z.int(),
        type: actName,
        words: z.string(),
        dueOn: civilDate.nullable(),
        hasFile: z.boolean(),
        by: z.string(),
        at: moment,
      }),
    ),
    version,
    abilities,
    /** What the person may do to what belongs to whoever gave the order. */
    issuerAbilities: abilities,
  })
  .meta({ id: 'RemediationOrder' });

const params = z.object({ regionId: id, orderId: id });

export const remediationRoutes = {
  list: defineRoute({
    id: 'remediation.list',
    method: 'GET',
    path: '/api/remediation-orders',
    summary: '整改通知和通报，下达晚的在前',
    permission: 'remediation.read',
    query: pageQuery.extend({ state: z.enum(['owed', 'reported', 'accepted']).optional() }),
    response: page(remediationRow),
  }),
  read: defineRoute({
    id: 'remediation.read',
    method: 'GET',
    path: '/api/remediation-orders/:regionId/:orderId',
    summary: '一份整改通知或者通报，和它的办理经过',
    permission: 'remediation.read',
    params,
    response: shownRemediation,
    versioned: true,
    problems: ['not-found'],
  }),
  letter: defineRoute({
    id: 'remediation.letter',
    method: 'GET',
    path: '/api/remediation-orders/:regionId/:orderId/letter',
    summary: '整改通知、通报的文书（docx、pdf）',
    permission: 'remediation.read',
    params,
    query: z.object({ format: z.enum(['docx', 'pdf']) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  report: defineRoute({
    id: 'remediation.report',
    method: 'POST',
    path: '/api/remediation-orders/:regionId/:orderId/reports',
    summary: '报送整改情况，可以附证明材料',
    permission: 'remediation.perform',
    audit: 'remediation.report',
    params,
    body: z.strictObject({ words, fileId: id.nullable().default(null) }),
    response: shownRemediation,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  review: defineRoute({
    id: 'remediation.review',
    method: 'POST',
    path: '/api/remediation-orders/:regionId/:orderId/reviews',
    summary: '确认整改完成，退回继续整改，或者重新整改',
    permission: 'remediation.review',
    audit: 'remediation.review',
    params,
    body: z.strictObject({
      decision: z.enum(REMEDIATION_DECISIONS),
      words,
      /** A new last day; `null` leaves it. */
      dueOn: civilDate.nullable().default(null),
    }),
    response: shownRemediation,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  proof: defineRoute({
    id: 'remediation.proof',
    method: 'GET',
    path: '/api/remediation-orders/:regionId/:orderId/reports/:sequence/file',
    summary: '下载整改的证明材料',
    permission: 'remediation.read',
    params: params.extend({ sequence: z.coerce.number().int().min(1).max(10_000) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
};
