import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import { columnFreshnessKind, columnSince } from '@zhaoshi/domain/disclosure/freshness/column-kinds';
import {
  type FreshnessObject,
  type FreshnessResult,
  freshnessOn,
} from '@zhaoshi/domain/disclosure/freshness/freshness';
import { type ItemCoverage, itemCoverage } from '@zhaoshi/domain/disclosure/item-catalog/coverage';
import {
  SAID_BY_CONTACT,
  type StatutoryCode,
  statutoryCodesFor,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Level, TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { type CatalogItemRow, itemsOfOrgans } from '../../db/queries/catalog-items.ts';
import {
  type ColumnRow,
  type ItemDocumentRow,
  itemDocuments,
  organsWithContact,
  overdueDocumentCounts,
  publicColumns,
  type StatementRow,
  statementsOf,
} from '../../db/queries/coverage-facts.ts';
import type { Schema } from '../../db/schema.ts';
import { documentLightRules } from '../documents/document-context.ts';

export interface CoveredOrgan {
  readonly organ_id: string;
  readonly path: string;
  readonly kind: TreeKind;
  readonly level: Level;
  readonly valid_from: string;
}

/** An item with what is there of it, missing, late and due next. */
export interface CoveredItem {
  readonly row: CatalogItemRow;
  readonly coverage: ItemCoverage;
  readonly documents: number;
  readonly statement: StatementRow | null;
}

/** An item of 条例20, 21 with what its column shows. */
export interface CoveredColumn {
  readonly code: StatutoryCode;
  readonly publicDocuments: number;
  readonly lastPublishedOn: CivilDate | null;
  /** What the freshness was worked out of. */
  readonly object: FreshnessObject;
  readonly freshness: FreshnessResult;
  readonly statement: StatementRow | null;
}

export interface OrganCoverage {
  readonly items: readonly CoveredItem[];
  readonly columns: readonly CoveredColumn[];
  /** Documents past their own last day, whether filed under an item or not. */
  readonly overdueDocuments: number;
}

interface Facts {
  readonly items: readonly CatalogItemRow[];
  readonly documents: readonly ItemDocumentRow[];
  readonly statements: readonly StatementRow[];
  readonly columns: readonly ColumnRow[];
  readonly hasContact: boolean;
  readonly overdueDocuments: number;
}

interface OnDay {
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly warningPercent: number;
}

/** Statements speak of items by id; the domain of items by code, which several catalogues may share. */
function coveredItems(
  { items, documents, statements }: Facts,
  { today, calendar }: OnDay,
): readonly CoveredItem[] {
  const coverage = itemCoverage(
    {
      items: items.map(({ item_id, content }) => ({ ...content, code: item_id })),
      publications: documents.map((one) => ({
        documentId: one.document_id,
        code: one.item_id,
        // Stored civil dates.
        publishedOn: one.published_on as CivilDate | null,
        dueOn: one.due_on as CivilDate | null,
      })),
      statements: statements.flatMap(({ item_id, year }) =>
        item_id === null ? [] : [{ code: item_id, year }],
      ),
    },
    today,
    calendar,
  );
  const year = yearOf(today);
  return items.flatMap((row, index) => {
    const own = coverage[index];
    if (own === undefined) return [];
    const filed = documents.filter(({ item_id }) => item_id === row.item_id);
    return [
      {
        row,
        coverage: own,
        documents: new Set(filed.map(({ document_id }) => document_id)).size,
        statement: statements.find((one) => one.item_id === row.item_id && one.year === year) ?? null,
      },
    ];
  });
}

function coveredColumns(
  organ: CoveredOrgan,
  { columns, statements, hasContact }: Facts,
  { today, warningPercent }: OnDay,
): readonly CoveredColumn[] {
  const year = yearOf(today);
  return statutoryCodesFor(organ.kind, organ.level).map((code) => {
    const shown = columns.find(({ catalog_code }) => catalog_code === code);
    const statement = statements.find((one) => one.catalog_code === code && one.year === year) ?? null;
    const lastPublishedOn = (shown?.last_published_on ?? null) as CivilDate | null;
    const law = columnSince(code);
    const begun = organ.valid_from as CivilDate;
    const object: FreshnessObject = {
      id: code,
      kind: columnFreshnessKind(code),
      promisedDays: null,
      lastUpdatedOn: lastPublishedOn,
      since: begun > law ? begun : law,
      items: (shown?.documents ?? 0) + (code === SAID_BY_CONTACT && hasContact ? 1 : 0),
      hasStatement: statement !== null,
    };
    return {
      code,
      publicDocuments: shown?.documents ?? 0,
      lastPublishedOn,
      statement,
      object,
      freshness: freshnessOn(object, today, warningPercent),
    };
  });
}

/** What organs owe, have published, lack and are late with on the day of the clock: by id, from the registers only. */
export async function coverageOf(
  database: Kysely<Schema>,
  organs: readonly CoveredOrgan[],
  { today, now }: { readonly today: CivilDate; readonly now: Date },
): Promise<ReadonlyMap<string, OrganCoverage>> {
  const ids = organs.map(({ organ_id }) => organ_id);
  if (ids.length === 0) return new Map();
  const items = await itemsOfOrgans(database, ids, today);
  const owed = new Map<string, CatalogItemRow[]>(ids.map((id) => [id, []]));
  for (const item of items) for (const { organId } of item.organs) owed.get(organId)?.push(item);
  const documents = Map.groupBy(await itemDocuments(database, ids, now), ({ organ_id }) => organ_id);
  const statements = Map.groupBy(await statementsOf(database, ids), ({ organ_id }) => organ_id);
  const columns = Map.groupBy(await publicColumns(database, ids, now), ({ organ_id }) => organ_id);
  const overdue = await overdueDocumentCounts(database, ids, today);
  const withContact = await organsWithContact(database, ids);
  const rulesAt = await documentLightRules(
    database,
    today,
    organs.map(({ path }) => path),
  );
  const found = new Map<string, OrganCoverage>();
  for (const organ of organs) {
    const { calendar, settings } = await rulesAt(organ.path);
    const { organ_id } = organ;
    const facts: Facts = {
      items: owed.get(organ_id) ?? [],
      documents: documents.get(organ_id) ?? [],
      statements: statements.get(organ_id) ?? [],
      columns: columns.get(organ_id) ?? [],
      hasContact: withContact.has(organ_id),
      overdueDocuments: overdue.get(organ_id) ?? 0,
    };
    const onDay = { today, calendar, warningPercent: settings('publication.freshnessWarningPercent') };
    found.set(organ_id, {
      items: coveredItems(facts, onDay),
      columns: coveredColumns(organ, facts, onDay),
      overdueDocuments: facts.overdueDocuments,
    });
  }
  return found;
}
