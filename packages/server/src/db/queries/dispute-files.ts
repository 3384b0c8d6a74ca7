import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DisputeIds } from './disputes.ts';

/** The papers of a dispute, the last dated first, with what finds and opens each. */
export const disputeFileRows = async (database: Kysely<Schema>, { regionId, disputeId }: DisputeIds) =>
  await database
    .selectFrom('dispute_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.region_id', '=', 'dispute_file.region_id')
        .onRef('file.file_id', '=', 'dispute_file.file_id'),
    )
    .innerJoin('account', 'account.account_id', 'dispute_file.added_by')
    .select([
      'file.file_id',
      'file.original_name',
      'file.sealed',
      'file.sha256',
      'file.media_type',
      'file.size',
      'file.storage_key',
      'dispute_file.kind',
      'dispute_file.dated_on',
      'dispute_file.number',
      'dispute_file.sealed as counterpart',
      'dispute_file.added_at',
      'account.display_name',
    ])
    .where('dispute_file.region_id', '=', regionId)
    .where('dispute_file.dispute_id', '=', disputeId)
    .orderBy('dispute_file.dated_on', 'desc')
    .orderBy('dispute_file.added_at', 'desc')
    .orderBy('file.file_id')
    .execute();

export type DisputeFileRow = Awaited<ReturnType<typeof disputeFileRows>>[number];
