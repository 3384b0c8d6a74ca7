import { sql } from 'kysely';
import type { JobHandler } from './job-context.ts';

/** Takes out jobs that succeeded, after two days; dead ones stay to be looked at. */
export const eraseJobs: JobHandler<'job.erase'> = async ({ database }) => {
  await database
    .deleteFrom('pgboss.job')
    .where('state', '=', 'completed')
    .where('completed_on', '<', sql<Date>`now() - interval '2 days'`)
    .execute();
};
