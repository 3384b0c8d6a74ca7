import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, organKey, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { actCommand, outcome } from './application-acts.ts';
import {
  applicantKind,
  applicationCase,
  applicationForm,
  applicationRow,
  caseDates,
  channel,
  status,
} from './application-fields.ts';

export const applicationParams = z.object({ regionId: id, applicationId: id });

/** What the register may be narrowed to; all of it together. */
export const registerFilter = z.strictObject({
  organId: id.optional(),
  status: status.optional(),
  /** open: not replied; overdue, dueSoon (within five working days): of the open ones; concluded. */
  stage: z.enum(['open', 'overdue', 'dueSoon', 'concluded']).optional(),
  channel: channel.optional(),
  applicantKind: applicantKind.optional(),
  outcome: outcome.optional(),
  officerId: id.optional(),
  /** `true`: nobody is named. */
  unassigned: z.boolean().optional(),
  /** `true`: somebody suggested to publish the information proactively, and nobody has decided (条例44). */
  promotion: z.boolean().optional(),
  receivedFrom: civilDate.optional(),
  receivedTo: civilDate.optional(),
  /** Words of the summary, or a registration number. */
  q: z.string().trim().max(100).optional(),
});

export type RegisterFilterInput = z.input<typeof registerFilter>;

export const applicationRoutes = {
  search: defineRoute({
    id: 'applications.search',
    method: 'POST',
    path: '/api/applications/search',
    summary: '申请登记簿；未办结的按剩余期限排列，其他按登记时间排列',
    permission: 'application.read',
    // An applicant's name or number must stand neither in an address nor in a log of addresses.
    changesNothing: true,
    body: z.strictObject({
      ...pageQuery.shape,
      ...registerFilter.shape,
      /** An applicant's whole name, identity number or phone; finds where the caller may see the applicant. */
      applicant: z.string().trim().max(100).optional(),
    }),
    response: page(applicationRow),
  }),
  register: defineRoute({
    id: 'applications.register',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/applications',
    summary: '登记一件申请',
    permission: 'application.register',
    audit: 'application.register',
    params: organParams,
    body: z.strictObject({
      channel,
      /** Came to another unit or to a person in the organ. */
      isMisaddressed: z.boolean(),
      sentOn: civilDate.nullable(),
      arrivedOn: civilDate.nullable(),
      /** The day both sides confirmed or contact was restored, where the channel asks for it. */
      confirmedOn: civilDate.nullable(),
      /** What the register shows of it; taken from the description where not given. */
      summary: z.string().trim().max(200, '不超过 200 字').nullable(),
      form: applicationForm,
      fileIds: z
        .array(
          z.strictObject({ fileId: id, use: z.enum(['form', 'envelope', 'identity', 'powerOfAttorney']) }),
        )
        .max(20),
    }),
    response: z.object({
      ...organKey,
      applicationId: id,
      registrationNumber: z.string(),
      /** For the applicant, to follow the case; shown this once. */
      queryCode: z.string(),
    }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  read: defineRoute({
    id: 'applications.read',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId',
    summary: '一件申请的全部情况',
    permission: 'application.read',
    params: applicationParams,
    response: applicationCase,
    versioned: true,
    problems: ['not-found'],
  }),
  act: defineRoute({
    id: 'applications.act',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/acts',
    summary: '办理一步；状态、角色和期限不允许的不接受并说明全部原因',
    permission: 'application.handle',
    audit: 'application.act',
    params: applicationParams,
    body: actCommand,
    response: applicationCase,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  preview: defineRoute({
    id: 'applications.preview',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/preview',
    summary: '预览：如果这样办理，期限会怎样；不做任何改动',
    permission: 'application.handle',
    changesNothing: true,
    params: applicationParams,
    body: actCommand,
    response: z.object({
      status,
      dates: caseDates,
      /** Why it would be refused; empty when it would not. */
      refusals: z.array(z.object({ code: z.string(), message: z.string(), field: z.string().optional() })),
      /** What is to be considered, though nothing is refused for it. */
      warnings: z.array(z.string()),
      abilities,
    }),
    problems: ['not-found'],
  }),
};
