import { type Kysely, sql } from 'kysely';
import { beginningOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';

/** Where the database's clock stands, which decides what the published views hold. */
export interface PublicMoment {
  readonly now: Date;
  /** The day in China. */
  readonly today: string;
  /** The midnight in China that ends it. */
  readonly tomorrow: Date;
  /** When the next thing that waits for its minute becomes public; `null` when nothing waits. */
  readonly next: Date | null;
}

/** Asked of the server's role: the portal's knows nothing of what is not public yet. */
export async function publicMoment(database: Kysely<Schema>): Promise<PublicMoment> {
  const { rows } = await sql<PublicMoment>`
    select now() as now, civil_today()::text as today,
      ${beginningOf(sql`civil_today() + 1`)} as tomorrow,
      least((select min(published_at) from report_version where published_at > now()),
        (select min(visible_from) from document_edition where visible_from > now() and announced_at is null
          and cancelled_at is null)) as next`.execute(database);
  const [moment] = rows;
  if (moment === undefined) throw new Error('the database told no time');
  return moment;
}
