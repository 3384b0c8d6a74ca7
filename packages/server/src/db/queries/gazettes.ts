import { GAZETTE_KINDS } from '@zhaoshi/domain/disclosure/channels/gazette';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';
import type { OrganIds } from './organs.ts';
import { editionsWithText, isPublicNow } from './public-editions.ts';
import { reachedOrgan } from './reached-organ.ts';

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

/** Own rules and normative documents that are public and stand in no issue yet, or only in one whose draft was discarded, the oldest first. */
export const gazetteCandidates = async (database: Kysely<Schema>, organ: OrganIds) =>
  await ownEditions(database, organ)
    .where(
      sql<boolean>`not exists (select from gazette_item item
        join gazette_issue issue on issue.region_id = item.region_id and issue.issue_id = item.issue_id
        join document draft on draft.region_id = issue.region_id and draft.document_id = issue.document_id
        where item.region_id = edition.region_id and item.document_id = edition.document_id
          and issue.organ_id = ${organ.organId}::uuid and draft.status <> 'discarded')`,
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

/** Of `issue`: what was printed in it was withdrawn since, whatever became of the document after that. */
const HOLDS_WITHDRAWN = sql<boolean>`exists (select from gazette_item item
  join document_edition held using (region_id, document_id, edition)
  where item.region_id = issue.region_id and item.issue_id = issue.issue_id and held.ended_at is not null)`;

/** Whether a document publishes an issue in which something was withdrawn since. */
export async function holdsWithdrawn(
  database: Kysely<Schema>,
  { regionId, documentId }: DocumentIds,
): Promise<boolean> {
  const row = await database
    .selectFrom('gazette_issue as issue')
    .select('issue_id')
    .where('issue.region_id', '=', regionId)
    .where('issue.document_id', '=', documentId)
    .where(HOLDS_WITHDRAWN)
    .executeTakeFirst();
  return row !== undefined;
}

/** Documents that publish issues with something of a document in them, and wait for their minute. */
export const scheduledIssuesWith = async (database: Kysely<Schema>, { regionId, documentId }: DocumentIds) =>
  await database
    .selectFrom('gazette_issue as issue')
    .innerJoin('document', (join) =>
      join
        .onRef('document.region_id', '=', 'issue.region_id')
        .onRef('document.document_id', '=', 'issue.document_id'),
    )
    .select('issue.document_id')
    .where('issue.region_id', '=', regionId)
    .where('document.status', '=', 'scheduled')
    .where(
      sql<boolean>`exists (select from gazette_item item where item.region_id = issue.region_id
        and item.issue_id = issue.issue_id and item.document_id = ${documentId}::uuid)`,
    )
    .orderBy('issue.document_id')
    .execute();

/** How many public issues, whose file is still there, hold what was withdrawn. */
export async function gazettesToMend(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
): Promise<number> {
  const { count } = await database
    .selectFrom('gazette_issue as issue')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'issue.region_id').onRef('organ.organ_id', '=', 'issue.organ_id'),
    )
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'issue.region_id')
        .onRef('edition.document_id', '=', 'issue.document_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where(reachedOrgan(actor, permission))
    .where(isPublicNow)
    .where(sql<boolean>`issue.file_id = any (edition.file_ids)`)
    .where(HOLDS_WITHDRAWN)
    .executeTakeFirstOrThrow();
  return count;
}

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
    .select([
      'account.display_name as maker_name',
      'document.public_edition',
      HOLDS_WITHDRAWN.as('holds_withdrawn'),
    ])
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
