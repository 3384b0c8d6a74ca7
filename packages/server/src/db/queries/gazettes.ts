import { GAZETTE_KINDS } from '@zhaoshi/domain/disclosure/channels/gazette';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { editionsWithText, isPublicNow } from './public-editions.ts';

/** Documents are the gazette's own where the government or its office issued them (publication.md §12). */
const isOwn = ({ regionId, organId }: OrganIds) => sql<boolean>`(edition.organ_id = ${organId}::uuid
  or edition.organ_id in (select office.organ_id from organ office where office.region_id = ${regionId}::uuid
    and office.parent_id = ${organId}::uuid and office.kind = 'governmentOrgan'))`;

const ownEditions = (database: Kysely<Schema>, organ: OrganIds) =>
  editionsWithText(database)
    .where('edition.region_id', '=', organ.regionId)
    .where(isOwn(organ))
    .where('edition.kind', 'in', [...GAZETTE_KINDS])
    .where(isPublicNow);

const MOST_CANDIDATES = 200;

/** Own rules and normative documents that are public and stand in no issue yet, the oldest first. */
export const gazetteCandidates = async (database: Kysely<Schema>, organ: OrganIds) =>
  await ownEditions(database, organ)
    .where(
      sql<boolean>`not exists (select from gazette_item item
        join gazette_issue issue on issue.region_id = item.region_id and issue.issue_id = item.issue_id
        where item.region_id = edition.region_id and item.document_id = edition.document_id
          and issue.organ_id = ${organ.organId}::uuid)`,
    )
    .orderBy('edition.visible_from')
    .limit(MOST_CANDIDATES)
    .execute();

/** What of a choice may be printed. */
export const chosenForGazette = async (
  database: Kysely<Schema>,
  organ: OrganIds,
  documentIds: readonly string[],
) => await ownEditions(database, organ).where('edition.document_id', 'in', documentIds).execute();

/** All issues of an organ, the last first; some dozens in a year. */
export async function gazetteIssues(database: Kysely<Schema>, { regionId, organId }: OrganIds) {
  return await database
    .selectFrom('gazette_issue as issue')
    .innerJoin('document', (join) =>
      join
        .onRef('document.region_id', '=', 'issue.region_id')
        .onRef('document.document_id', '=', 'issue.document_id'),
    )
    .innerJoin('account', 'account.account_id', 'issue.made_by')
    .selectAll('issue')
    .select(['account.display_name as maker_name', 'document.public_edition'])
    .where('issue.region_id', '=', regionId)
    .where('issue.organ_id', '=', organId)
    .orderBy('issue.issue_year', 'desc')
    .orderBy('issue.number', 'desc')
    .limit(500)
    .execute();
}

/** What stands in issues, in the order of printing. */
export async function gazetteItems(database: Kysely<Schema>, regionId: string, issueIds: readonly string[]) {
  if (issueIds.length === 0) return [];
  return await database
    .selectFrom('gazette_item as item')
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'item.region_id')
        .onRef('edition.document_id', '=', 'item.document_id')
        .onRef('edition.edition', '=', 'item.edition'),
    )
    .select(['item.issue_id', 'item.document_id', 'edition.title', 'edition.document_number'])
    .where('item.region_id', '=', regionId)
    .where('item.issue_id', 'in', issueIds)
    .orderBy('item.place')
    .execute();
}
