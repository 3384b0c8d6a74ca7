import { exemptionsOf } from '@zhaoshi/domain/assessment/objection';
import { countedTo } from '@zhaoshi/domain/assessment/period';
import {
  type AssessmentFacts,
  type AssessmentScore,
  type CountedItem,
  type Judged,
  placesOf,
  scoreAssessment,
} from '@zhaoshi/domain/assessment/score';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import {
  type AssessmentIds,
  type AssessmentUnitRow,
  assessmentUnits,
  closedResults,
  type FoundAssessment,
  type MarkRow,
  marksInForce,
  type ObjectionRow,
  objectionsOf,
} from '../../db/queries/assessments.ts';
import type { Schema } from '../../db/schema.ts';
import type { CountedDays } from './assessed-unit.ts';
import { countFindings } from './count-findings.ts';

/** The facts of a unit with what each finding says; kept as they are when an assessment is closed. */
export interface UnitFacts extends AssessmentFacts {
  readonly found: readonly (CountedItem & { readonly words: string })[];
  readonly countedUpTo: CivilDate;
}

export interface ScoredUnit {
  readonly unit: AssessmentUnitRow;
  readonly facts: UnitFacts;
  readonly score: AssessmentScore;
  /** Of a closed assessment; otherwise worked out among all units. */
  readonly place: number | null;
  readonly marks: readonly MarkRow[];
  readonly objections: readonly ObjectionRow[];
}

const idsOf = ({ region_id, assessment_id }: FoundAssessment): AssessmentIds => ({
  regionId: region_id,
  assessmentId: assessment_id,
});

/** The days that count today. */
export function countedDays({ year, starts_on, ends_on }: FoundAssessment, now: Date): CountedDays {
  const today = civilDateAt(now);
  const to = countedTo({ endsOn: ends_on }, today);
  return { year, from: starts_on, to, isOver: today > ends_on, now };
}

const judgedOf = ({ code, points, is_met }: MarkRow): Judged[] => [
  ...(points === null ? [] : [{ code, points }]),
  ...(is_met === null ? [] : [{ code, isMet: is_met }]),
];

/** An objection and a mark as the rules about them see them. */
export const ruledOf = ({ code, item, ruling, ruled_at }: ObjectionRow) => ({
  code,
  item,
  ruling,
  ruledAt: ruled_at,
});
export const markedOf = ({ code, marked_at }: MarkRow) => ({ code, markedAt: marked_at });

/** The facts of units as the registers, assessors and rulings say now. */
async function runningFacts(
  database: Kysely<Schema>,
  assessment: FoundAssessment,
  units: readonly AssessmentUnitRow[],
  beside: {
    readonly marks: readonly MarkRow[];
    readonly objections: readonly ObjectionRow[];
    readonly now: Date;
  },
): Promise<ReadonlyMap<string, UnitFacts>> {
  const days = countedDays(assessment, beside.now);
  const findings = await countFindings(database, units, days);
  return new Map(
    units.map(({ organ_id }) => {
      const { found = [], counted = [] } = findings.get(organ_id) ?? {};
      const own = <T extends { readonly unit_organ_id: string }>(rows: readonly T[]): readonly T[] =>
        rows.filter(({ unit_organ_id }) => unit_organ_id === organ_id);
      const facts: UnitFacts = {
        found: found.map(({ counter, item, words }) => ({ counter, item, words })),
        counted,
        judged: own(beside.marks).flatMap(judgedOf),
        exempt: exemptionsOf(own(beside.objections).map(ruledOf), own(beside.marks).map(markedOf)),
        countedUpTo: days.to,
      };
      return [organ_id, facts];
    }),
  );
}

/** Facts of a closed assessment, as `closeAssessment` wrote them. */
async function closedFacts(database: Kysely<Schema>, assessment: FoundAssessment, unitOrganId?: string) {
  const rows = await closedResults(database, idsOf(assessment), unitOrganId);
  return {
    facts: new Map(rows.map(({ unit_organ_id, facts }) => [unit_organ_id, facts as UnitFacts])),
    places: new Map(rows.map(({ unit_organ_id, place }) => [unit_organ_id, place])),
  };
}

/** The scores of all units of an assessment, or of one: what is running is counted now, what is closed stands. */
export async function scoreUnits(
  database: Kysely<Schema>,
  assessment: FoundAssessment,
  now: Date,
  unitOrganId?: string,
): Promise<readonly ScoredUnit[]> {
  const ids = idsOf(assessment);
  const units = await assessmentUnits(database, ids, unitOrganId);
  const marks = await marksInForce(database, ids, unitOrganId);
  const objections = await objectionsOf(database, ids, unitOrganId);
  const closed = assessment.state === 'running' ? null : await closedFacts(database, assessment, unitOrganId);
  const facts =
    closed?.facts ?? (await runningFacts(database, assessment, units, { marks, objections, now }));
  const scored = units.flatMap((unit) => {
    const own = facts.get(unit.organ_id);
    return own === undefined ? [] : [{ unit, facts: own, score: scoreAssessment(assessment.set, own) }];
  });
  const places = unitOrganId === undefined ? placesOf(scored.map(({ score }) => score)) : [];
  const byUnit = <T extends { readonly unit_organ_id: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ unit_organ_id }) => unit_organ_id);
  const [marksBy, objectionsBy] = [byUnit(marks), byUnit(objections)];
  return scored.map((one, index) => ({
    ...one,
    place: closed === null ? (places[index] ?? null) : (closed.places.get(one.unit.organ_id) ?? null),
    marks: marksBy.get(one.unit.organ_id) ?? [],
    objections: objectionsBy.get(one.unit.organ_id) ?? [],
  }));
}
