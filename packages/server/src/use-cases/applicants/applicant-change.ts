import type { AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import { createRunChange } from '../../db/run-change.ts';
import type { RunChange, UseCaseContext } from '../context.ts';

/** A change by somebody who is not signed in: with its audit entry, in one transaction, like every other. */
export const applicantChange = (context: UseCaseContext, event: AuditEvent): RunChange =>
  createRunChange(context, { actor: APPLICANT_ACTOR, event, actingFor: null, sessionId: null, call: null });
