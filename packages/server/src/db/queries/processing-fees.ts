import type { FeeRegister } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { reportPeriod } from '@zhaoshi/domain/application/table-three';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** 信息处理费 that organs collected in a year: payments recorded on their cases by the day they were made. */
export async function processingFees(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  reportYear: number,
): Promise<FeeRegister> {
  const { from, to } = reportPeriod(reportYear);
  const { rows } = await sql<{ count: number; amount: number }>`
    select count(distinct event.application_id) as count,
      coalesce(sum((event.data ->> 'amount')::bigint), 0) as amount
    from application_event event join application using (region_id, application_id)
    where (application.region_id, application.organ_id) in (
        select * from unnest(${organs.map(({ regionId }) => regionId)}::uuid[],
          ${organs.map(({ organId }) => organId)}::uuid[]))
      and event.type = 'recordPayment'
      and event.data ->> 'on' between ${from} and ${to}`.execute(database);
  return rows[0] ?? { count: 0, amount: 0 };
}
