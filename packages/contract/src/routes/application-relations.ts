import { MOST_MATTERS } from '@zhaoshi/domain/application/split';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, raised } from '../fields.ts';
import { outcome } from './application-acts.ts';
import { status } from './application-fields.ts';
import { applicationParams } from './applications.ts';

const PATH = '/api/applications/:regionId/:applicationId';

const filings = z.array(z.object({ period: z.string(), count: z.int() }));

const charge = z.object({
  /** The place in the applicant's month, or the pages. */
  count: z.int(),
  /** 分; 0 where nothing is to be paid. */
  amount: z.int(),
  /** The arithmetic as the notice prints it. */
  lines: z.array(z.string()),
});

export const applicationRelationRoutes = {
  similar: defineRoute({
    id: 'applications.similar',
    method: 'GET',
    path: `${PATH}/similar`,
    summary: '可能重复或者内容相同的申请，和该申请人的申请件数；只作提示',
    permission: 'application.read',
    params: applicationParams,
    response: z.object({
      cases: z.array(
        z.object({
          applicationId: id,
          registrationNumber: z.string(),
          /** duplicate: same applicant, answered; sameApplicantOpen; sameMatter: another applicant. */
          kind: z.enum(['duplicate', 'sameApplicantOpen', 'sameMatter']),
          likeness: z.int(),
          reasons: z.array(z.string()),
          /** Masked. */
          applicant: z.string(),
          summary: z.string(),
          status,
          receiptDate: civilDate.nullable(),
          outcome: outcome.nullable(),
          resultOn: civilDate.nullable(),
        }),
      ),
      /** Applicants who asked for the same, this one counted (条例44). */
      differentApplicants: z.int(),
      /** How often this applicant applied to the organ (条例35): a signal. */
      filings: z.object({ months: filings, quarters: filings, isRemarkable: z.boolean() }),
    }),
    problems: ['not-found'],
  }),
  feeBasis: defineRoute({
    id: 'applications.feeBasis',
    method: 'GET',
    path: `${PATH}/fee-basis`,
    summary: '这件申请按件、按量各应收多少信息处理费；不做任何改动',
    permission: 'application.handle',
    params: applicationParams,
    query: z.object({
      /** Printed sides that are going to be supplied. */
      sides: z.coerce.number().int('应为整数').min(0).max(100_000).optional(),
    }),
    response: z.object({
      /** `null` before the day of receipt is known. */
      perItem: charge.nullable(),
      /** `null` while no number of sides is given. */
      perPage: charge.nullable(),
    }),
    problems: ['not-found'],
  }),
  split: defineRoute({
    id: 'applications.split',
    method: 'POST',
    path: `${PATH}/split`,
    summary: '把一份申请的几个事项拆分成几件，收到申请之日相同',
    permission: 'application.register',
    audit: 'application.split',
    params: applicationParams,
    body: z.strictObject({
      /** What stays in this case. */
      remaining: z.string('应为文字').trim().min(1, '不能为空').max(4000, '不超过 4000 字'),
      /** What becomes a case of its own. */
      matters: z
        .array(z.string('应为文字').trim().min(1, '不能为空').max(4000, '不超过 4000 字'))
        .min(1, '至少拆出一项')
        .max(MOST_MATTERS, `一次最多拆出 ${MOST_MATTERS} 项`),
    }),
    response: z.object({
      regionId: id,
      applicationId: id,
      cases: z.array(z.object({ applicationId: id, registrationNumber: z.string(), queryCode: z.string() })),
      raised: raised(applicationParams.shape),
    }),
    creates: true,
    ifMatch: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
