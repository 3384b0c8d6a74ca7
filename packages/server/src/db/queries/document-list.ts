import type { DisclosureClass } from '@zhaoshi/domain/disclosure/disclosure-class';
import type { DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import type { DocumentStatus } from '@zhaoshi/domain/disclosure/document-status';
import type { DocumentDuty } from '@zhaoshi/domain/disclosure/reminders/duties';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { bigramNumber, searchTerms } from '@zhaoshi/domain/search/fold';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { likePattern } from '../like-pattern.ts';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { owesSomething } from './owed-duties.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface DocumentListing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly organId?: string | undefined;
  readonly status?: DocumentStatus | undefined;
  readonly stage?: 'drafts' | 'waiting' | 'public' | 'overdue' | 'notPublic' | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly disclosureClass?: DisclosureClass | undefined;
  readonly catalogCode?: string | undefined;
  readonly catalogItemId?: string | undefined;
  readonly owes?: DocumentDuty | undefined;
  readonly q?: string | undefined;
  readonly today: CivilDate;
}

type Condition = RawBuilder<boolean>;

const WAITING = sql<boolean>`document.status in ('inUnitReview', 'inReview', 'reported', 'inApproval', 'approved')`;

function ofStage({ stage, today }: DocumentListing): readonly Condition[] {
  switch (stage) {
    case undefined:
      return [];
    case 'drafts':
      return [sql<boolean>`document.status = 'draft'`];
    case 'waiting':
      return [sql<boolean>`(${WAITING} or document.awaits_third_person)`];
    case 'public':
      return [sql<boolean>`document.public_edition is not null`];
    case 'overdue':
      return [
        sql<boolean>`document.first_published_at is null and document.due_on < ${today}::date
          and document.status not in ('discarded', 'filed')`,
      ];
    case 'notPublic':
      return [sql<boolean>`document.status = 'filed'`];
    default:
      return assertNever(stage);
  }
}

/** All words in title, number or text; a word of two characters is found by its pair, which a trigram cannot. */
const ofWords = (q: string): readonly Condition[] =>
  searchTerms(q).map((term) => {
    const byPair =
      Array.from(term).length === 2
        ? sql`document.bigrams @> array[${sql.lit(bigramNumber(term))}]::integer[] and `
        : sql``;
    return sql<boolean>`${byPair}document.folded like ${likePattern(term)}`;
  });

const cursorShape = z.tuple([cursorMoment, z.uuid()]);

/** The key of a row in the order of the list, for the cursor of the next page. */
export const documentOrderKey = ({
  updated_at,
  document_id,
}: Pick<ListedDocument, 'updated_at' | 'document_id'>): readonly [string, string] => [
  updated_at.toISOString(),
  document_id,
];

/** A page of documents that the right reaches, the last changed first. */
export async function listDocuments(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  listing: DocumentListing,
) {
  const after = decodeCursor(listing.cursor, cursorShape);
  const equal = (column: string, value: string | undefined): readonly Condition[] =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(`document.${column}`)} = ${value}`];
  const conditions: readonly Condition[] = [
    reachedOrgan(actor, permission),
    ...equal('organ_id', listing.organId),
    ...equal('status', listing.status),
    ...equal('kind', listing.kind),
    ...equal('disclosure_class', listing.disclosureClass),
    ...equal('catalog_code', listing.catalogCode),
    ...equal('catalog_item_id', listing.catalogItemId),
    ...ofStage(listing),
    ...(listing.owes === undefined ? [] : [owesSomething(listing.owes, listing.today)]),
    ...ofWords(listing.q ?? ''),
    ...(after === null
      ? []
      : [
          sql<boolean>`(document.updated_at, document.document_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
        ]),
  ];
  return await database
    .selectFrom('document')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'document.region_id')
        .onRef('organ.organ_id', '=', 'document.organ_id'),
    )
    .innerJoin('account as writer', 'writer.account_id', 'document.last_writer')
    .selectAll('document')
    .select(['organ.name as organ_name', 'organ.path as path', 'writer.display_name as writer_name'])
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy('document.updated_at', 'desc')
    .orderBy('document.document_id', 'desc')
    .limit(listing.limit + 1)
    .execute();
}

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number];
