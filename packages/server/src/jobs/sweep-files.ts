import { exportErasures } from '../operations/erasure/export-erasures.ts';
import { sweepOrphanedBytes, sweepUnattachedFiles } from '../use-cases/files/sweep-files.ts';
import type { JobHandler } from './job-context.ts';

/** Rows first: bytes that a crash in the middle of that left are found by the second sweep, a day later. */
export const sweepFiles: JobHandler<'file.sweep'> = async (context) => {
  await sweepUnattachedFiles(context);
  await sweepOrphanedBytes(context);
  await exportErasures(context.database, context.services.erasureFolder);
};
