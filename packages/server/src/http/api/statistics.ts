import type { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import {
  countedFigure,
  entryState,
  isEntered,
  signedVersionOf,
} from '@zhaoshi/domain/statistics/statistic-entry';
import { endedMonths } from '@zhaoshi/domain/statistics/statistic-months';
import { refuseReturning, refuseSigningOff } from '@zhaoshi/domain/statistics/statistic-refusals';
import { missingCount, yearTotals } from '@zhaoshi/domain/statistics/year-totals';
import { pageOf } from '../../db/page.ts';
import { coveredOrgans } from '../../db/queries/covered-organs.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import {
  findStatisticEntry,
  type NamedEntry,
  type NamedVersion,
  statisticsOfOrgans,
  statisticsOfYear,
} from '../../db/queries/statistics.ts';
import { enterFigures } from '../../use-cases/statistics/enter-figures.ts';
import { returnFigures } from '../../use-cases/statistics/return-figures.ts';
import { signOffFigures } from '../../use-cases/statistics/sign-off-figures.ts';
import { tableTwoFigures } from '../../use-cases/statistics/table-two-figures.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { statisticsImportHandlers } from './statistics-import.ts';
import { presentRegisterItem } from './statistics-present-register.ts';

type Viewer = Pick<ReadContext, 'caller' | 'now'>;

const presentVersion = (one: NamedVersion, { caller }: Viewer) => ({
  version: one.version,
  figure: one.figure,
  source: one.source,
  reason: one.reason,
  enteredBy: one.enteredByName,
  enteredAt: one.enteredAt.toISOString(),
  isOwn: one.enteredBy === caller.accountId,
  signedBy: one.signedByName,
  signedAt: one.signedAt?.toISOString() ?? null,
  returnedBy: one.returnedByName,
  returnedAt: one.returnedAt?.toISOString() ?? null,
  returnReason: one.returnReason,
});

function presentEntry(entry: NamedEntry, viewer: Viewer) {
  const latest = entry.versions.at(-1);
  if (latest === undefined) throw new RangeError('an entry without versions');
  const { entryId, kind, year, month, unit } = entry;
  return {
    entryId,
    kind,
    year,
    month,
    unit,
    state: entryState(entry),
    counted: countedFigure(entry),
    countedSource: signedVersionOf(entry)?.source ?? '',
    latest: presentVersion(latest, viewer),
    hindrances: [...refuseSigningOff(entry, viewer.caller.accountId, civilDateAt(viewer.now()))],
    returnHindrances: [...refuseReturning(entry, viewer.caller.accountId)],
  };
}

export const statisticsHandlers: Handlers<typeof statisticsRoutes> = {
  board: async (context, { query }) => {
    const { database, caller, permission, now } = context;
    const organs = await coveredOrgans(database, caller.actor, permission, query);
    const shown = organs.slice(0, query.limit).map(({ organ_id }) => organ_id);
    const byOrgan = Map.groupBy(
      await statisticsOfOrgans(database, shown, query.year),
      ({ organId }) => organId,
    );
    const today = civilDateAt(now());
    return ok(
      pageOf(
        organs,
        query.limit,
        ({ path }) => [path],
        ({ region_id: regionId, organ_id: organId, name: organName }) => {
          const entries = byOrgan.get(organId) ?? [];
          const totals = yearTotals(entries, query.year, today);
          const counts = {
            entered: entries.filter(isEntered).length,
            awaiting: totals.reduce((sum, { awaiting }) => sum + awaiting.length, 0),
            missing: missingCount(totals),
          };
          return { regionId, organId, organName, counts };
        },
      ),
    );
  },
  ofYear: async (context, { params, query: { year } }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const entries = await statisticsOfYear(context.database, params, year);
    const today = civilDateAt(context.now());
    return ok({
      ...params,
      organName: organ.name,
      year,
      ended: [...endedMonths(year, today)],
      isOrganInLaw: isOrganInLaw(organ.kind),
      entries: entries.map((entry) => presentEntry(entry, context)),
      totals: yearTotals(entries, year, today).map(
        ({ kind, total, awaiting, returned, missing, isComplete }) => ({
          kind,
          total,
          awaiting: awaiting.length,
          returned: returned.length,
          missing: missing.map(({ unit, months }) => ({ unit, months: [...months] })),
          isComplete,
        }),
      ),
      abilities: context.abilities(organ.path),
    });
  },
  history: async (context, { params }) => {
    const entry = await findStatisticEntry(context.database, params);
    const organ = entry && (await findOrgan(context.database, entry));
    if (organ === undefined || entry === undefined || !context.reaches(organ.path)) {
      return err({ code: 'not-found' });
    }
    const versions = entry.versions.toReversed().map((one) => presentVersion(one, context));
    return ok({
      ...presentEntry(entry, context),
      regionId: entry.regionId,
      organId: entry.organId,
      versions,
    });
  },
  enter: (context, { params, body }) => enterFigures(context, params, body),
  signOff: (context, { params, body }) => signOffFigures(context, params, body),
  return: (context, { params, body }) => returnFigures(context, params, body),
  tableTwo: async (context, { params, query: { year } }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const found = await tableTwoFigures(
      context.database,
      { ...params, path: organ.path },
      year,
      context.now(),
    );
    return ok({
      ...params,
      organName: organ.name,
      year,
      cells: found.cells.map(({ cell, value, open, documents, entries }) => ({
        cell,
        value,
        open: [...open],
        documents: documents.map((one) => presentRegisterItem(one, found.register)),
        entries: entries.flatMap(({ entryId }) => {
          const named = found.entries.get(entryId);
          return named === undefined ? [] : [presentEntry(named, context)];
        }),
      })),
    });
  },
  ...statisticsImportHandlers,
};
