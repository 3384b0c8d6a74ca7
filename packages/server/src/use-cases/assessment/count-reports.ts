import { profileSimilarity } from '@zhaoshi/domain/annual-report/compare/similarity';
import type { CounterName } from '@zhaoshi/domain/assessment/counters';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import {
  type OwnTexts,
  ownTexts,
  type ReportStanding,
  reportStandings,
} from '../../db/queries/assessment-facts.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { profileFrom } from '../annual-report/peer-facts.ts';
import { lastDays } from '../annual-report/report-waiting.ts';
import { type AssessedUnit, type Counted, type CountedDays, idsOfUnits } from './assessed-unit.ts';
import { countNormative } from './count-normative.ts';

/** What the annual report of a unit shows. */
const OF_REPORTS = ['reportLate', 'reportAlike', 'reportAlikeOwn'] as const satisfies readonly CounterName[];

/** By what the reports of a government's list are judged. */
interface ReportLimits {
  readonly due: Awaited<ReturnType<typeof lastDays>>;
  /** Percent. */
  readonly alike: number;
  readonly alikeOwn: number;
}

function reportRows(one: ReportStanding, reportYear: number, { due, alike }: ReportLimits, to: CivilDate) {
  const dueOn = due(one.kind);
  const item = `report/${one.region_id}/${one.organ_id}/${reportYear}`;
  const isLate = dueOn !== null && to > dueOn && (one.published_on === null || one.published_on > dueOn);
  const said = one.published_on === null ? '仍没有公布' : `${one.published_on}才公布`;
  const rows: CountedRow[] = [];
  if (isLate) {
    const words = `${reportYear}年度报告应在${chineseDate(dueOn)}以前公布，${said}`;
    rows.push({ organ_id: one.organ_id, counter: 'reportLate', item, words });
  }
  if (one.status === 'returned') {
    const words = `${reportYear}年度报告被退回，还没有重新报送`;
    rows.push({ organ_id: one.organ_id, counter: 'reportLate', item: `${item}/returned`, words });
  }
  if (one.alike_percent !== null && one.alike_percent > alike) {
    const words = `${reportYear}年度报告与其他单位的相似度为${one.alike_percent}%，超过${alike}%`;
    rows.push({ organ_id: one.organ_id, counter: 'reportAlike', item, words });
  }
  return rows;
}

/** Likeness to the unit's own report of the year before, of those that have both texts in the platform (A06). */
function ownRow(
  { region_id, organ_id, profile, earlier }: OwnTexts,
  reportYear: number,
  limit: number,
): CountedRow[] | null {
  const [now, before] = [profileFrom(profile), profileFrom(earlier)];
  if (now === null || before === null) return null;
  const percent = profileSimilarity(now, before);
  if (percent <= limit) return [];
  const words = `${reportYear}年度报告与本单位${reportYear - 1}年度报告的相似度为${percent}%，超过${limit}%`;
  const item = `report/${region_id}/${organ_id}/${reportYear}/own`;
  return [{ organ_id, counter: 'reportAlikeOwn', item, words }];
}

async function limitsOf(
  database: Kysely<Schema>,
  standings: readonly ReportStanding[],
  reportYear: number,
): Promise<ReadonlyMap<string, ReportLimits>> {
  const limits = new Map<string, ReportLimits>();
  for (const path of new Set(standings.map(({ government_path }) => government_path))) {
    const settings = settingsAt(path, await chosenSettings(database, path));
    limits.set(path, {
      due: await lastDays(database, path, reportYear),
      alike: settings('annualReport.similarityPeerPercent'),
      alikeOwn: settings('annualReport.similarityOwnPercent'),
    });
  }
  return limits;
}

/** The annual reports of the year before, which are due within this one (条例49); units that no list names owe none. */
export async function countReports(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  { year, to }: CountedDays,
): Promise<Counted> {
  const reportYear = year - 1;
  const standings = await reportStandings(database, idsOfUnits(units), reportYear);
  const limits = await limitsOf(database, standings, reportYear);
  const texts = new Map(
    (await ownTexts(database, idsOfUnits(units), reportYear)).map((one) => [one.organ_id, one]),
  );
  const rows: CountedRow[] = [];
  const seen = new Map<string, Set<CounterName>>();
  for (const one of standings) {
    const limit = limits.get(one.government_path);
    if (limit === undefined) continue;
    const text = texts.get(one.organ_id);
    const own = text === undefined ? null : ownRow(text, reportYear, limit.alikeOwn);
    rows.push(...reportRows(one, reportYear, limit, to), ...(own ?? []));
    seen.set(
      one.organ_id,
      new Set<CounterName>([
        'reportLate',
        ...(one.alike_percent === null ? [] : (['reportAlike'] as const)),
        ...(own === null ? [] : (['reportAlikeOwn'] as const)),
      ]),
    );
  }
  const normative = await countNormative(database, standings, reportYear);
  const blind = new Map(
    units.map(({ organ_id }): [string, CounterName[]] => [
      organ_id,
      [
        ...OF_REPORTS.filter((counter) => seen.get(organ_id)?.has(counter) !== true),
        ...(seen.has(organ_id) ? [] : (['normativeCount'] as const)),
        ...(normative.blind.get(organ_id) ?? []),
      ],
    ]),
  );
  return { rows: [...rows, ...normative.rows], blind };
}
