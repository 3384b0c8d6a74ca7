import type { StatisticEntry, StatisticVersion } from '@zhaoshi/domain/statistics/statistic-entry';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** A version as it is kept, with the names of those who entered, signed and returned it. */
export interface NamedVersion extends StatisticVersion {
  readonly enteredByName: string;
  readonly enteredAt: Date;
  readonly signedByName: string | null;
  readonly signedAt: Date | null;
  readonly returnedByName: string | null;
  readonly returnedAt: Date | null;
}

/** An entry with its organ and its named versions. */
export interface NamedEntry extends StatisticEntry, OrganIds {
  readonly versions: readonly NamedVersion[];
}

const versionRows = (database: Kysely<Schema>) =>
  database
    .selectFrom('statistic_entry as entry')
    .innerJoin('statistic_version as version', (join) =>
      join
        .onRef('version.region_id', '=', 'entry.region_id')
        .onRef('version.entry_id', '=', 'entry.entry_id'),
    )
    .innerJoin('account as enterer', 'enterer.account_id', 'version.entered_by')
    .leftJoin('account as signer', 'signer.account_id', 'version.signed_by')
    .leftJoin('account as returner', 'returner.account_id', 'version.returned_by')
    .selectAll('version')
    .select([
      'entry.organ_id',
      'entry.kind',
      'entry.year',
      'entry.month',
      'entry.unit',
      'enterer.display_name as enterer_name',
      'signer.display_name as signer_name',
      'returner.display_name as returner_name',
    ])
    .orderBy('entry.month')
    .orderBy('entry.unit')
    .orderBy('entry.entry_id')
    .orderBy('version.version');

type Row = Awaited<ReturnType<ReturnType<typeof versionRows>['execute']>>[number];

const versionOf = (row: Row): NamedVersion => ({
  version: row.version,
  figure: row.figure,
  source: row.source,
  reason: row.reason,
  enteredBy: row.entered_by,
  enteredByName: row.enterer_name,
  enteredAt: row.entered_at,
  signedBy: row.signed_by,
  signedByName: row.signer_name,
  signedAt: row.signed_at,
  returnedBy: row.returned_by,
  returnedByName: row.returner_name,
  returnedAt: row.returned_at,
  returnReason: row.return_reason,
});

function entriesOf(rows: readonly Row[]): readonly NamedEntry[] {
  const groups = Map.groupBy(rows, ({ entry_id }) => entry_id);
  return [...groups.values()].flatMap((versions) => {
    const [first] = versions;
    if (first === undefined) return [];
    const { region_id: regionId, organ_id: organId, entry_id: entryId, kind, year, month, unit } = first;
    return [{ regionId, organId, entryId, kind, year, month, unit, versions: versions.map(versionOf) }];
  });
}

/** Everything entered for an organ and a year, by month and office. */
export const statisticsOfYear = async (
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  year: number,
): Promise<readonly NamedEntry[]> =>
  entriesOf(
    await versionRows(database)
      .where('entry.region_id', '=', regionId)
      .where('entry.organ_id', '=', organId)
      .where('entry.year', '=', year)
      .execute(),
  );

/** The same for several organs at once. */
export const statisticsOfOrgans = async (
  database: Kysely<Schema>,
  organIds: readonly string[],
  year: number,
): Promise<readonly NamedEntry[]> =>
  organIds.length === 0
    ? []
    : entriesOf(
        await versionRows(database)
          .where('entry.organ_id', 'in', organIds)
          .where('entry.year', '=', year)
          .execute(),
      );

/** One entry with everything that was entered for it. */
export const findStatisticEntry = async (
  database: Kysely<Schema>,
  { regionId, entryId }: { readonly regionId: string; readonly entryId: string },
): Promise<NamedEntry | undefined> =>
  entriesOf(
    await versionRows(database)
      .where('entry.region_id', '=', regionId)
      .where('entry.entry_id', '=', entryId)
      .execute(),
  )[0];
