import { IDENTITY_CHECK_IDS, type IdentityCheck } from '@zhaoshi/domain/application/identity-check';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { moment, raised } from '../fields.ts';
import { applicationParams } from './applications.ts';

const check = z.enum(IDENTITY_CHECK_IDS as [IdentityCheck, ...IdentityCheck[]]);

const PATH = '/api/applications/:regionId/:applicationId/query-code';

export const applicationQueryCodeRoutes = {
  queryCodeIssues: defineRoute({
    id: 'applications.queryCodeIssues',
    method: 'GET',
    path: PATH,
    summary: '申请人是否有查询码，以及每次重新发放的情况；不含查询码本身',
    permission: 'application.register',
    params: applicationParams,
    response: z.object({
      /** Whether the applicant was ever told a code: those of an old register were not. */
      hasCode: z.boolean(),
      issues: z.array(z.object({ issuedAt: moment, issuedBy: z.string(), check, note: z.string() })),
    }),
    problems: ['not-found'],
  }),
  issueQueryCode: defineRoute({
    id: 'applications.issueQueryCode',
    method: 'POST',
    path: PATH,
    summary: '核对身份后发放新的查询码，只显示这一次；原来的查询码和正在进行的网上查询失效',
    permission: 'application.register',
    audit: 'application.issueQueryCode',
    params: applicationParams,
    body: z.strictObject({
      check,
      /** What was looked at, and by whom; no number of a document. */
      note: z.string().trim().min(1, '请写明核对的情况').max(200, '不超过 200 字'),
    }),
    response: z.object({
      registrationNumber: z.string(),
      queryCode: z.string(),
      raised: raised(applicationParams.shape),
    }),
    creates: true,
    ifMatch: true,
    problems: ['not-found'],
  }),
};
