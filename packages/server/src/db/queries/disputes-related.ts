import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DisputeIds } from './disputes.ts';
import type { OrganIds } from './organs.ts';

/** The application of an organ with a 登记号. */
export async function applicationByNumber(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  registrationNumber: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('application')
    .select('application_id')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('registration_number', '=', registrationNumber.normalize('NFKC'))
    .executeTakeFirst();
  return row?.application_id ?? null;
}

/** A document of an organ as a dispute about it names it. */
export interface DisputedDocument {
  readonly documentId: string;
  readonly indexNumber: string;
  readonly title: string;
  readonly publishedAt: Date | null;
}

const documents = (database: Kysely<Schema>) =>
  database
    .selectFrom('document')
    .select([
      'document_id as documentId',
      'index_number as indexNumber',
      'title',
      'first_published_at as publishedAt',
    ]);

/** The document of an organ with an 索引号, which only what was published has. */
export async function documentByIndexNumber(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  indexNumber: string,
): Promise<string | null> {
  const row = await documents(database)
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('index_number', '=', indexNumber.normalize('NFKC'))
    .executeTakeFirst();
  return row?.documentId ?? null;
}

/** The document about which a dispute is. */
export async function disputedDocument(
  database: Kysely<Schema>,
  regionId: string,
  documentId: string,
): Promise<DisputedDocument | null> {
  const row = await documents(database)
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row === undefined || row.indexNumber === null ? null : { ...row, indexNumber: row.indexNumber };
}

/** Whether another dispute of the organ has the 案号 at the same organ or court. */
export async function disputeWithNumber(
  database: Kysely<Schema>,
  { regionId, organId, disputeId }: OrganIds & { readonly disputeId: string | null },
  { number, tribunal }: { readonly number: string; readonly tribunal: string },
): Promise<boolean> {
  const row = await database
    .selectFrom('dispute_stage as stage')
    .innerJoin('dispute', (join) =>
      join
        .onRef('dispute.region_id', '=', 'stage.region_id')
        .onRef('dispute.dispute_id', '=', 'stage.dispute_id'),
    )
    .select('stage.dispute_id')
    .where('stage.region_id', '=', regionId)
    .where('stage.organ_id', '=', organId)
    .where('stage.number', '=', number)
    .where('stage.tribunal', '=', tribunal)
    .where('dispute.removed_at', 'is', null)
    .$if(disputeId !== null, (query) => query.where('stage.dispute_id', '<>', disputeId ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The reconsideration before a suit, and the suits after a reconsideration; what was taken out is in neither. */
export const relatedIds = async (
  database: Kysely<Schema>,
  { regionId, disputeId, precedingId }: DisputeIds & { readonly precedingId: string | null },
): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('dispute')
    .select('dispute_id')
    .where('region_id', '=', regionId)
    .where('removed_at', 'is', null)
    .where((is) =>
      is.or([
        is('preceding_id', '=', disputeId),
        ...(precedingId === null ? [] : [is('dispute_id', '=', precedingId)]),
      ]),
    )
    .execute();
  return rows.map(({ dispute_id }) => dispute_id);
};

/** Everything that was done to a dispute with who did it, the last first. */
export const historyOf = async (database: Kysely<Schema>, { regionId, disputeId }: DisputeIds) =>
  await database
    .selectFrom('dispute_event as event')
    .innerJoin('account', 'account.account_id', 'event.recorded_by')
    .select([
      'event.sequence',
      'event.type',
      'event.data',
      'event.reason',
      'event.recorded_at',
      'account.display_name',
    ])
    .where('event.region_id', '=', regionId)
    .where('event.dispute_id', '=', disputeId)
    .orderBy('event.sequence', 'desc')
    .execute();
