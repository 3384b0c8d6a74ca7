import type { JobHandler } from '../job-context.ts';

/** Takes out address and words of messages that have left, or failed for good, after their time. */
export const eraseMessages: JobHandler<'message.erase'> = async ({ database, now }) => {
  await database
    .deleteFrom('message_content')
    .using('message')
    .whereRef('message.region_id', '=', 'message_content.region_id')
    .whereRef('message.message_id', '=', 'message_content.message_id')
    .where('message.state', '!=', 'queued')
    .where('message_content.erase_after', '<', now())
    .execute();
};
