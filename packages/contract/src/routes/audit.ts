import { AUDIT_EVENTS, type AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, moment } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const EVENTS = Object.keys(AUDIT_EVENTS) as [AuditEvent, ...AuditEvent[]];

export const auditEntry = z
  .object({
    sequence: z.int(),
    recordedAt: moment,
    /** An account, or a part of the program (`accountId` null). */
    actor: z.object({ accountId: z.string().nullable(), name: z.string() }),
    action: z.string(),
    /** The action in words. */
    title: z.string(),
    subject: z.string(),
    organ: z.string().nullable().meta({ description: '所属机关名称' }),
    details: z.record(z.string(), z.unknown()),
    /** Names of the organs that the details have by path or id. */
    organNames: z.record(z.string(), z.string()),
    sha256: z.string(),
    sm3: z.string(),
  })
  .meta({ id: 'AuditEntry' });

const checkpoint = z
  .object({
    day: civilDate,
    sequence: z.int(),
    sha256: z.string(),
    sm3: z.string(),
    signedAt: moment,
    publicKey: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'Checkpoint' });

export const trailVerdict = z
  .object({
    intact: z.boolean(),
    /** Entries that follow one another without a break, from the first. */
    entries: z.int(),
    fault: z
      .object({
        kind: z.enum(['changed', 'removed', 'reordered']),
        sequence: z.int(),
        title: z.string().nullable(),
        subject: z.string().nullable(),
      })
      .nullable(),
    checkpoints: z.int(),
    checkpointFaults: z.array(
      z.object({
        name: z.string(),
        problem: z.enum(['signature', 'entry-missing', 'entry-differs', 'unreadable', 'copies-differ']),
      }),
    ),
    head: z.object({ sha256: z.string(), sm3: z.string() }).nullable(),
    publicKey: z.string(),
  })
  .meta({ id: 'TrailVerdict' });

export const auditRoutes = {
  list: defineRoute({
    id: 'audit.list',
    method: 'GET',
    path: '/api/audit-entries',
    summary: '审计记录，最新的在前',
    permission: 'audit.read',
    query: pageQuery.extend({
      event: z.enum(EVENTS).optional(),
      /** An account's id or `system:<part>`. */
      actor: z.string().max(80).optional(),
      organId: id.optional().meta({ description: '所属机关，含其下级机关' }),
      /** `<thing>/<id>`. */
      subject: z.string().max(120).optional(),
      from: civilDate.optional(),
      to: civilDate.optional(),
    }),
    response: page(auditEntry),
  }),
  verify: defineRoute({
    id: 'audit.verify',
    method: 'GET',
    path: '/api/audit-verification',
    summary: '逐条核验审计记录和校验点',
    permission: 'audit.read',
    response: trailVerdict,
  }),
  checkpoints: defineRoute({
    id: 'audit.checkpoints',
    method: 'GET',
    path: '/api/audit-checkpoints',
    summary: '每日签名的校验点，最新的在前',
    permission: 'audit.read',
    query: pageQuery,
    response: page(checkpoint),
  }),
  checkpoint: defineRoute({
    id: 'audit.checkpoint',
    method: 'GET',
    path: '/api/audit-checkpoints/:day',
    summary: '一天的校验点',
    permission: 'audit.read',
    params: z.object({ day: civilDate }),
    response: checkpoint,
    problems: ['not-found'],
  }),
};
