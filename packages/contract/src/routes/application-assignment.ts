import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id, organParams, role, version } from '../fields.ts';

export const applicationAssignmentRoutes = {
  officers: defineRoute({
    id: 'applications.officers',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/application-officers',
    summary: '可以经办申请的人员',
    permission: 'application.read',
    params: organParams,
    response: z.object({
      officers: z.array(z.object({ accountId: id, displayName: z.string(), roles: z.array(role) })),
    }),
    problems: ['not-found'],
  }),
  assignMany: defineRoute({
    id: 'applications.assignMany',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/applications/assign',
    summary: '为多件申请指定经办人；不能指定的逐件说明原因，其余照办',
    permission: 'application.assign',
    audit: 'application.assign',
    params: organParams,
    body: z.strictObject({
      officerId: id,
      cases: z
        .array(z.strictObject({ applicationId: id, version }))
        .min(1, '请选择申请')
        .max(100, '一次不超过 100 件'),
    }),
    response: z.object({
      assigned: z.int(),
      refused: z.array(z.object({ applicationId: id, registrationNumber: z.string(), reason: z.string() })),
    }),
    problems: ['not-found', 'state-refuses'],
  }),
};
