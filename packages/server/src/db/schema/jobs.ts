import type { Generated } from 'kysely';
import type { MessageChannel } from '../../adapters/message/sender.ts';

/** pg-boss's table, the columns that this program reads or writes itself. */
interface JobTable {
  id: Generated<string>;
  name: string;
  data: unknown;
  state: Generated<'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'>;
  retry_limit: number;
  retry_count: Generated<number>;
  start_after: Generated<Date>;
  created_on: Generated<Date>;
  started_on: Date | null;
  completed_on: Date | null;
  output: unknown;
}

interface JobScheduleTable {
  name: string;
  cron: string;
  next_at: Date;
  last_at: Date | null;
}

interface MessageTable {
  region_id: string;
  message_id: string;
  organ_id: string;
  channel: MessageChannel;
  template: string;
  /** `<kind>/<id>`: a reference, never an address. */
  recipient: string;
  state: 'queued' | 'sent' | 'captured' | 'failed';
  attempts: Generated<number>;
  error_code: string | null;
  requested_at: Date;
  settled_at: Date | null;
}

interface MessageContentTable {
  region_id: string;
  message_id: string;
  /** JSON of address and values, sealed. */
  sealed: string;
}

export interface JobsSchema {
  'pgboss.job': JobTable;
  job_schedule: JobScheduleTable;
  message: MessageTable;
  message_content: MessageContentTable;
}
