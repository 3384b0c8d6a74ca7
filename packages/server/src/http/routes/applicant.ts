import multipart from '@fastify/multipart';
import { MOST_ATTACHMENTS } from '@zhaoshi/portal/applicant/acts';
import type { FastifyInstance } from 'fastify';
import { type ApiDependencies } from '../api/api.ts';
import { STANDARD_LIMITS } from '../api/attempt-limits.ts';
import { acceptForms } from '../applicant/form-body.ts';
import { guardForms } from '../applicant/guard.ts';
import type { ApplicantTools } from '../applicant/tools.ts';
import type { PortalSource } from '../portal-pages-site.ts';
import { amendRoutes } from './amend.ts';
import { applyRoutes } from './apply.ts';
import { applyIdentityRoutes } from './apply-identity.ts';
import { applyStepRoutes } from './apply-steps.ts';
import { complaintRoutes } from './complaint.ts';
import { complaintFollowRoutes } from './complaint-follow.ts';
import { followRoutes } from './follow.ts';
import { followActRoutes } from './follow-acts.ts';
import { followFileRoutes } from './follow-files.ts';
import { subscribeRoutes } from './subscribe.ts';
import { surveyRoutes } from './survey.ts';
import { voiceRoutes } from './voice.ts';
import { voiceReplyRoutes } from './voice-reply.ts';

/** A few small fields, then the files, whose length whoever stores them decides while they arrive. */
const MULTIPART_LIMITS = {
  fields: 12,
  fieldSize: 20_000,
  files: MOST_ATTACHMENTS + 1,
  parts: MOST_ATTACHMENTS + 13,
  fileSize: Number.POSITIVE_INFINITY,
  headerPairs: 20,
} as const;

const LONGEST_FORM = 256 * 1024;

/** 依申请公开 on the web: writing an application, following it, having one's own record put right. */
export function applicantRoutes(
  app: FastifyInstance,
  portal: PortalSource,
  { base, secure, attempts = STANDARD_LIMITS }: ApiDependencies,
  suggestScript: string,
): void {
  const tools: ApplicantTools = { context: base, portal, secure, suggestScript };
  app.register(async (scope) => {
    acceptForms(scope);
    await scope.register(multipart, { limits: MULTIPART_LIMITS });
    await guardForms(scope, tools, attempts);
    scope.addHook('onRoute', (route) => {
      route.bodyLimit = LONGEST_FORM;
    });
    applyRoutes(scope, tools);
    applyStepRoutes(scope, tools);
    applyIdentityRoutes(scope, tools);
    followRoutes(scope, tools);
    followActRoutes(scope, tools);
    followFileRoutes(scope, tools);
    amendRoutes(scope, tools);
    voiceRoutes(scope, tools);
    voiceReplyRoutes(scope, tools);
    complaintRoutes(scope, tools);
    complaintFollowRoutes(scope, tools);
    surveyRoutes(scope, tools);
    subscribeRoutes(scope, tools);
  });
}
