import type { CounterName } from '@zhaoshi/domain/assessment/counters';
import { type FreshnessObject, freshnessVetoes } from '@zhaoshi/domain/disclosure/freshness/freshness';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import { mediaUpdates, newestOfRegions, openMessages } from '../../db/queries/assessment-facts.ts';
import type { Schema } from '../../db/schema.ts';
import { type AssessedUnit, type Counted, type CountedDays, idsOfUnits } from './assessed-unit.ts';
import type { CountedCoverage } from './count-coverage.ts';

/** The counters that stand for single vetoes of 国办秘函〔2019〕19号. */
const VETO_COUNTERS: Readonly<Record<string, CounterName>> = {
  V8: 'homePageVeto',
  V9: 'columnsVeto',
  V10: 'messagesVeto',
  V12: 'newMediaVeto',
};

/** Vetoes ask only whether a time is over, never how near its end is. */
const NO_WARNING = 100;

interface Watched {
  readonly organ_id: string;
  readonly object: FreshnessObject;
  readonly words: string;
}

const watched = (
  organ_id: string,
  { id, kind, on }: { readonly id: string; readonly kind: FreshnessObject['kind']; readonly on: CivilDate },
  words: string,
): Watched => ({
  organ_id,
  object: { id, kind, promisedDays: null, lastUpdatedOn: on, since: on, items: 1, hasStatement: false },
  words,
});

/** The page of a government shows what any organ of its region publishes; before the first it has none to be stale. */
async function homePages(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
): Promise<readonly Watched[]> {
  const governments = units.filter(({ kind }) => isGovernment(kind));
  const newest = await newestOfRegions(
    database,
    governments.map(({ region_id }) => region_id),
  );
  return governments.flatMap(({ organ_id, region_id }) => {
    const on = newest.get(region_id);
    if (on === undefined) return [];
    return [
      watched(
        organ_id,
        { id: `homePage/${region_id}`, kind: 'homePage', on },
        `最近一次发布是${chineseDate(on)}`,
      ),
    ];
  });
}

/** Everything beside columns that must not stand still: pages, messages, accounts. */
async function watchedThings(database: Kysely<Schema>, units: readonly AssessedUnit[]) {
  const ids = idsOfUnits(units);
  const messages = (await openMessages(database, ids)).map(({ organ_id, item, number, received_on: on }) =>
    watched(organ_id, { id: item, kind: 'message', on }, `留言${number}自${chineseDate(on)}起没有答复`),
  );
  const media = (await mediaUpdates(database, ids)).map(({ organ_id, item, name, posted_on: on }) =>
    watched(organ_id, { id: item, kind: 'newMedia', on }, `“${name}”最近一次更新是${chineseDate(on)}`),
  );
  return { home: await homePages(database, units), messages, media };
}

/** The single vetoes that freshness leads to, unit by unit. */
export async function countVetoes(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  { to }: CountedDays,
  { columns, rows: coverage }: CountedCoverage,
): Promise<Counted> {
  const { home, messages, media } = await watchedThings(database, units);
  const words = new Map([...home, ...messages, ...media].map(({ object, words: said }) => [object.id, said]));
  const things = Map.groupBy([...home, ...messages, ...media], ({ organ_id }) => organ_id);
  const wordsOfColumn = new Map(
    coverage.map(({ organ_id, item, words: said }) => [`${organ_id} ${item}`, said]),
  );
  const rows: CountedRow[] = [];
  const blind = new Map<string, CounterName[]>();
  for (const { organ_id } of units) {
    const own = things.get(organ_id) ?? [];
    const objects = [
      ...own.map(({ object }) => object),
      ...(columns.get(organ_id) ?? []).map((object) => ({ ...object, id: `column/${object.id}` })),
    ];
    for (const veto of freshnessVetoes(objects, to, NO_WARNING)) {
      const counter = VETO_COUNTERS[veto.code];
      if (counter === undefined) continue;
      for (const item of veto.objects) {
        const said = words.get(item) ?? wordsOfColumn.get(`${organ_id} ${item}`) ?? veto.words;
        rows.push({ organ_id, counter, item, words: said });
      }
    }
    const sees = (kind: FreshnessObject['kind']): boolean => own.some(({ object }) => object.kind === kind);
    blind.set(organ_id, [
      ...(sees('homePage') ? [] : (['homePageVeto'] as const)),
      ...(sees('newMedia') ? [] : (['newMediaVeto'] as const)),
    ]);
  }
  return { rows, blind };
}
