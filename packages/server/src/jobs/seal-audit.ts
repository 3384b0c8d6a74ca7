import { addDays, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { exportCheckpoints } from '../use-cases/audit/export-checkpoints.ts';
import { makeCheckpoint } from '../use-cases/audit/make-checkpoint.ts';
import type { JobHandler } from './job-context.ts';

/** Signs where the audit trail stands for the day that has ended, and writes what has no file yet. */
export const sealAudit: JobHandler<'audit.checkpoint'> = async (context) => {
  const { signingKey, checkpointFolder } = context.services;
  const yesterday = addDays(civilDateAt(context.now()), -1);
  await makeCheckpoint(context, signingKey, yesterday);
  await exportCheckpoints(context, checkpointFolder);
};
