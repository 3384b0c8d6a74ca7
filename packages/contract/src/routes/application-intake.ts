import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, optionalLine, organParams } from '../fields.ts';
import { channel, derivedDate, status } from './application-fields.ts';

/** What fixes the day of receipt, as it is being entered. */
export const intakeFacts = z.strictObject({
  channel,
  isMisaddressed: z.boolean(),
  sentOn: civilDate.nullable(),
  arrivedOn: civilDate.nullable(),
  confirmedOn: civilDate.nullable(),
});

export const applicationIntakeRoutes = {
  previewReceipt: defineRoute({
    id: 'applications.previewReceipt',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/applications/preview-receipt',
    summary: '按提交方式和日期推算收到申请之日和答复的最后一日；不做任何改动',
    permission: 'application.register',
    changesNothing: true,
    params: organParams,
    body: intakeFacts,
    response: z.object({
      rule: z.string(),
      article: z.string(),
      /** What must be kept to show the day. */
      evidence: z.array(z.string()),
      awaitsConfirmation: z.boolean(),
      /** `null` while it awaits confirmation, or the day of arrival is not known. */
      receiptDate: civilDate.nullable(),
      due: derivedDate.nullable(),
      /** By when to confirm and to enter what has arrived; `null` where nothing is asked. */
      confirmBy: civilDate.nullable(),
      enterBy: civilDate.nullable(),
      faults: z.array(z.object({ field: z.string(), message: z.string() })),
    }),
    problems: ['not-found'],
  }),
  findApplicant: defineRoute({
    id: 'applications.findApplicant',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/applicants/find',
    summary: '本机关是否登记过同一申请人；不做任何改动',
    permission: 'application.register',
    changesNothing: true,
    params: organParams,
    body: z.strictObject({
      name: optionalLine(100),
      /** Of a person, or the code of an organisation. */
      identityNumber: optionalLine(40),
      phone: optionalLine(40),
    }),
    response: z.object({
      matches: z.array(
        z.object({
          /** Masked. */
          name: z.string(),
          by: z.enum(['identity', 'phone']),
          cases: z.int(),
          open: z.int(),
          /** The one entered last. */
          last: z.object({
            applicationId: id,
            registrationNumber: z.string(),
            summary: z.string(),
            status,
            receiptDate: civilDate.nullable(),
          }),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
};
