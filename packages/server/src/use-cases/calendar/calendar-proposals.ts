import { reachOf } from '@zhaoshi/domain/permission/permissions';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { CalendarToConfirm } from '@zhaoshi/domain/todo/todo-items';
import type { Kysely } from 'kysely';
import { atOrAbove } from '../../db/paths-upwards.ts';
import { readLoad } from '../../db/queries/calendars.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { reachedOrgan } from '../../db/queries/reached-organ.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller } from '../context.ts';
import type { CalendarLoad } from './calendar-change.ts';

/** The change of a year that waits for a second person, with who wants it; `undefined` when none does. */
export async function waitingProposal(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  year: number,
) {
  return await database
    .selectFrom('calendar_proposal')
    .innerJoin('account', 'account.account_id', 'calendar_proposal.proposed_by')
    .selectAll('calendar_proposal')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('calendar_year', '=', year)
    .where('settled_as', 'is', null)
    .executeTakeFirst();
}

export type WaitingProposal = NonNullable<Awaited<ReturnType<typeof waitingProposal>>>;

/** What it would load. */
export const loadOfProposal = ({
  calendar_year,
  file,
  regional_holidays,
}: Pick<WaitingProposal, 'calendar_year' | 'file' | 'regional_holidays'>): CalendarLoad => ({
  year: calendar_year,
  ...readLoad(file, regional_holidays),
});

const EDITORS = ROLE_NAMES.filter((role) => reachOf('calendar.edit', role) !== null);

/** Who else may confirm: accounts in use with the right, in the organ or above it, each once. */
export async function otherEditors(
  database: Kysely<Schema>,
  path: string,
  accountId: string,
): Promise<readonly string[]> {
  const others = await database
    .selectFrom('membership')
    .innerJoin('account', 'account.account_id', 'membership.account_id')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'membership.region_id')
        .onRef('organ.organ_id', '=', 'membership.organ_id'),
    )
    .select('membership.account_id')
    .distinct()
    .where('membership.role', 'in', EDITORS)
    .where('membership.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('membership.account_id', '<>', accountId)
    .where(atOrAbove(path))
    .orderBy('membership.account_id')
    .execute();
  return others.map(({ account_id }) => account_id);
}

/**
 * Whether one person's word is enough: nobody else could confirm, and the setting lets the organ go on all the same
 * (privacy-security.md §7: with a logged exception).
 */
export async function mayDecideAlone(
  database: Kysely<Schema>,
  path: string,
  accountId: string,
): Promise<boolean> {
  const settings = settingsAt(path, await chosenSettings(database, path));
  if (!settings('calendar.oneAdministrator')) return false;
  return (await otherEditors(database, path, accountId)).length === 0;
}

/** The changes of years that wait for this person's word, the first proposed first. */
export async function proposalsToConfirm(
  database: Kysely<Schema>,
  { accountId, actor }: Pick<Caller, 'accountId' | 'actor'>,
): Promise<readonly CalendarToConfirm[]> {
  return await database
    .selectFrom('calendar_proposal')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'calendar_proposal.region_id')
        .onRef('organ.organ_id', '=', 'calendar_proposal.organ_id'),
    )
    .select([
      'organ.region_id as regionId',
      'organ.organ_id as organId',
      'organ.name as organName',
      'calendar_year as year',
    ])
    .where('settled_as', 'is', null)
    .where('proposed_by', '<>', accountId)
    .where(reachedOrgan(actor, 'calendar.edit'))
    .orderBy('proposed_at')
    .orderBy('proposal_id')
    .execute();
}
