import type { AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import { createRunChange } from '../../db/run-change.ts';
import type { RunChange, UseCaseContext } from '../context.ts';

/** Who acts on the portal: the trail names no person. */
export const APPLICANT = 'applicant';

/** A change by somebody who is not signed in: with its audit entry, in one transaction, like every other. */
export const applicantChange = (context: UseCaseContext, event: AuditEvent): RunChange =>
  createRunChange(context, { actor: APPLICANT, event, actingFor: null, sessionId: null, call: null });
