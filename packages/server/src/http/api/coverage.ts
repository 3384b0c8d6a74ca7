import type { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import { coverageCounts } from '@zhaoshi/domain/disclosure/item-catalog/coverage';
import { STATUTORY_CATALOG } from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { pageOf } from '../../db/page.ts';
import type { StatementRow } from '../../db/queries/coverage-facts.ts';
import { coveredOrgans } from '../../db/queries/covered-organs.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import {
  stateNothingProduced,
  takeBackNothingProduced,
} from '../../use-cases/item-coverage/nothing-produced.ts';
import {
  type CoveredColumn,
  type CoveredItem,
  coverageOf,
  type OrganCoverage,
} from '../../use-cases/item-coverage/organ-coverage.ts';
import type { Handlers } from './handler.ts';

const presentStatement = (row: StatementRow | null) =>
  row && {
    statementId: row.statement_id,
    statedAt: row.stated_at.toISOString(),
    statedBy: row.stated_by_name,
    reason: row.reason,
  };

const presentItem = ({ row, coverage, documents, statement }: CoveredItem) => ({
  itemId: row.item_id,
  field: row.content.field,
  code: row.content.code,
  title: coverage.title,
  publicationPeriod: row.content.publicationPeriod,
  isPeriodUnderstood: coverage.period.kind === 'parsed',
  state: coverage.state,
  lastPublishedOn: coverage.lastPublishedOn,
  overdueSince: [...coverage.overdueSince],
  nextDueOn: coverage.nextDueOn,
  documents,
  overdueDocuments: coverage.overdueDocuments.length,
  statement: presentStatement(statement),
});

const presentColumn = ({ code, publicDocuments, lastPublishedOn, freshness, statement }: CoveredColumn) => ({
  code,
  title: STATUTORY_CATALOG[code].title,
  column: STATUTORY_CATALOG[code].column,
  source: STATUTORY_CATALOG[code].source,
  publicDocuments,
  lastPublishedOn,
  freshness: { state: freshness.state, freshUntil: freshness.freshUntil, words: freshness.words },
  statement: presentStatement(statement),
});

const countsOf = ({ items }: OrganCoverage) => coverageCounts(items.map(({ coverage }) => coverage));

const NOTHING: OrganCoverage = { items: [], columns: [], overdueDocuments: 0 };

/** The first day on which something is due, from today on. */
const nextDue = ({ items }: OrganCoverage) =>
  items.flatMap(({ coverage }) => coverage.nextDueOn ?? []).toSorted()[0] ?? null;

export const coverageHandlers: Handlers<typeof coverageRoutes> = {
  ofOrgan: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const now = context.now();
    const today = civilDateAt(now);
    const found = await coverageOf(context.database, [organ], { today, now });
    const covered = found.get(organ.organ_id) ?? NOTHING;
    return ok({
      regionId: organ.region_id,
      organId: organ.organ_id,
      organName: organ.name,
      year: yearOf(today),
      today,
      counts: countsOf(covered),
      items: covered.items.map(presentItem),
      columns: isOrganInLaw(organ.kind) ? covered.columns.map(presentColumn) : [],
      abilities: context.abilities(organ.path),
    });
  },
  board: async (context, { query }) => {
    const now = context.now();
    const today = civilDateAt(now);
    const organs = await coveredOrgans(context.database, context.caller.actor, context.permission, query);
    const found = await coverageOf(context.database, organs.slice(0, query.limit), { today, now });
    return ok(
      pageOf(
        organs,
        query.limit,
        ({ path }) => [path],
        (organ) => {
          const covered = found.get(organ.organ_id) ?? NOTHING;
          const inState = (state: string): number =>
            covered.columns.filter(({ freshness }) => freshness.state === state).length;
          return {
            regionId: organ.region_id,
            organId: organ.organ_id,
            organName: organ.name,
            counts: countsOf(covered),
            nextDueOn: nextDue(covered),
            emptyColumns: inState('empty'),
            staleColumns: inState('stale'),
            overdueDocuments: covered.overdueDocuments,
          };
        },
      ),
    );
  },
  state: (context, { params, body }) => stateNothingProduced(context, params, body),
  takeBack: (context, { params }) => takeBackNothingProduced(context, params),
};
