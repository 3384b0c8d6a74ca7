import { sql } from 'kysely';

/**
 * Condition on `organ`: it is an organ in law, is there today, and what its guide must say of its disclosure office
 * (条例12) is not all entered.
 */
export const lacksOffice = sql<boolean>`(organ.kind <> 'village'
  and organ.valid_from <= civil_today() and (organ.valid_to is null or organ.valid_to > civil_today())
  and not exists (select from disclosure_office d
    where d.region_id = organ.region_id and d.organ_id = organ.organ_id
      and d.address is not null and d.office_hours is not null and d.phone is not null))`;
