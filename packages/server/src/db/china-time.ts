import { CHINA_ZONE } from '@zhaoshi/domain/kernel/civil-date';
import { type RawBuilder, sql } from 'kysely';

/** The civil date in China of a moment in SQL. */
export const civilDayOf = (moment: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(${moment} at time zone ${sql.lit(CHINA_ZONE)})::date`;

/** The moment in SQL at which a day begins in China. */
export const beginningOf = (day: RawBuilder<unknown>): RawBuilder<Date> =>
  sql`((${day})::date::timestamp at time zone ${sql.lit(CHINA_ZONE)})`;
