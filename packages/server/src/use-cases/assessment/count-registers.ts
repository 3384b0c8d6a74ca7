import type { CounterName } from '@zhaoshi/domain/assessment/counters';
import { missedClocks } from '@zhaoshi/domain/assessment/opinion-words';
import { spanWords } from '@zhaoshi/domain/assessment/period';
import { startOfDay, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { RhythmItem, RhythmProof } from '@zhaoshi/domain/notification/yearly-rhythm';
import { clocksOf } from '@zhaoshi/domain/opinion/clocks';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import { opinionsFound, trainingsAttended } from '../../db/queries/assessment-facts.ts';
import { factsOf } from '../../db/queries/opinions.ts';
import { organRhythms } from '../../db/queries/rhythm.ts';
import type { Schema } from '../../db/schema.ts';
import { opinionRulesReader } from '../opinion/opinion-rules.ts';
import {
  type AssessedUnit,
  type Counted,
  type CountedDays,
  idsOfUnits,
  lastMoment,
} from './assessed-unit.ts';

type Blind = ReadonlyMap<string, readonly CounterName[]>;

/** What is owed at least once in the period, by the turn of the year that shows it (条例48; 各地考核办法). */
const ONCE = {
  trainingMissing: { item: 'training', words: '没有登记举办或者参加的培训' },
  openDayMissing: { item: 'openDay', words: '没有登记举办的政府开放日' },
} as const satisfies Partial<Record<CounterName, { readonly item: RhythmItem; readonly words: string }>>;

const ONCE_NAMES = Object.keys(ONCE) as readonly (keyof typeof ONCE)[];

/** Trainings and open days; of whoever keeps no register of work nothing can be said. */
async function countOnce(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  { year, from, to, isOver }: CountedDays,
): Promise<Counted> {
  const rhythms = await organRhythms(database, idsOfUnits(units), from);
  const attended = await trainingsAttended(database, idsOfUnits(units));
  const isWithin = ({ on, ofTurn }: Pick<RhythmProof, 'on' | 'ofTurn'>): boolean =>
    (on >= from && on <= to) || (ofTurn !== null && yearOf(ofTurn) === year);
  const rows: CountedRow[] = [];
  const blind = new Map<string, CounterName[]>();
  for (const { organId: organ_id, begunOn, proofs } of rhythms) {
    const days = attended.get(organ_id) ?? [];
    const isKept = begunOn !== null && begunOn <= to;
    const unseen = isKept ? [] : ONCE_NAMES.filter((one) => one === 'openDayMissing' || days.length === 0);
    blind.set(organ_id, unseen);
    for (const counter of ONCE_NAMES) {
      const { item, words } = ONCE[counter];
      const took = counter === 'trainingMissing' ? days.map((on) => ({ on, ofTurn: null })) : [];
      const done = [...proofs.filter((proof) => proof.item === item), ...took].some(isWithin);
      if (!isOver || done || unseen.includes(counter)) continue;
      rows.push({ organ_id, counter, item: `work/${item}/${year}`, words: `${spanWords(from, to)}${words}` });
    }
  }
  return { rows, blind };
}

/** Events of public opinion whose hours ended within the period; units without one have nothing to be judged by. */
async function countOpinions(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<{ readonly rows: readonly CountedRow[]; readonly seen: ReadonlySet<string> }> {
  const until = lastMoment(days);
  const found = await opinionsFound(database, idsOfUnits(units), { from: startOfDay(days.from), until });
  const rulesOf = opinionRulesReader(database);
  const rows: CountedRow[] = [];
  for (const row of found) {
    const words = missedClocks(row.found_at, clocksOf(factsOf(row), await rulesOf(row.path), until));
    const item = `opinion/${row.region_id}/${row.opinion_id}`;
    if (words !== null) rows.push({ organ_id: row.organ_id, counter: 'opinionsLate', item, words });
  }
  return { rows, seen: new Set(found.map(({ organ_id }) => organ_id)) };
}

/** What the registers of work and of public opinion prove. */
export async function countRegisters(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<Counted> {
  const once = await countOnce(database, units, days);
  const opinions = await countOpinions(database, units, days);
  const blind: Blind = new Map(
    units.map(({ organ_id }) => [
      organ_id,
      [
        ...(once.blind.get(organ_id) ?? []),
        ...(opinions.seen.has(organ_id) ? [] : (['opinionsLate'] as const)),
      ],
    ]),
  );
  return { rows: [...once.rows, ...opinions.rows], blind };
}
