import { CHINA_ZONE } from '@zhaoshi/domain/kernel/civil-date';
import { type RawBuilder, sql } from 'kysely';

/** The civil date in China of a moment in SQL. */
export const civilDayOf = (moment: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(${moment} at time zone ${sql.lit(CHINA_ZONE)})::date`;

/** A day of SQL as people write it: 2026年11月2日. */
export const dayInWords = (day: RawBuilder<unknown>): RawBuilder<string> =>
  sql`to_char(${day}, 'FMYYYY"年"FMMM"月"FMDD"日"')`;

/** The moment in SQL at which a day begins in China. */
export const beginningOf = (day: RawBuilder<unknown>): RawBuilder<Date> =>
  sql`((${day})::date::timestamp at time zone ${sql.lit(CHINA_ZONE)})`;
