import type { assessedUnit, assessmentOverview } from '@zhaoshi/contract/routes/assessment-fields';
import { COUNTERS } from '@zhaoshi/domain/assessment/counters';
import { type Ending, unratedOf } from '@zhaoshi/domain/assessment/ending';
import type { Indicator, VetoIndicator } from '@zhaoshi/domain/assessment/indicator';
import { rulingWords } from '@zhaoshi/domain/assessment/objection';
import { reportSentence } from '@zhaoshi/domain/assessment/report-sentence';
import { mostOf } from '@zhaoshi/domain/assessment/score';
import { verdictWords } from '@zhaoshi/domain/assessment/verdict-words';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { z } from 'zod';
import type {
  AssessmentRow,
  FoundAssessment,
  ObjectionRow,
  selfFilesOf,
} from '../../db/queries/assessments.ts';
import { endingNow } from '../../use-cases/assessment/close-assessment.ts';
import { hindranceFor } from '../../use-cases/assessment/objections.ts';
import { countedDays, markedOf, ruledOf, type ScoredUnit } from '../../use-cases/assessment/score-units.ts';

/** What every answer about an assessment begins with. */
export const presentHead = (row: AssessmentRow) => ({
  regionId: row.region_id,
  assessmentId: row.assessment_id,
  organId: row.organ_id,
  organName: row.organ_name,
  year: row.year,
  title: row.title,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  state: row.state,
  earlyReason: row.early_reason,
  closedAt: row.closed_at?.toISOString() ?? null,
  publishedAt: row.published_at?.toISOString() ?? null,
});

type Overview = z.input<typeof assessmentOverview>;

const presentRow = (one: ScoredUnit, { set }: FoundAssessment): Overview['units'][number] => ({
  ...presentFigures(one, set),
  awaitingAgain: set.indicators.filter(({ code }) => awaitsAgain(code, one)).length,
});

const presentFigures = ({ unit, score, place, objections }: ScoredUnit, set: FoundAssessment['set']) => ({
  regionId: unit.region_id,
  organId: unit.organ_id,
  name: unit.name,
  total: score.total,
  verdict: score.verdict,
  because: verdictWords(score, set),
  place,
  vetoes: score.vetoes.filter(({ isMet }) => isMet).map(({ code }) => code),
  openVetoes: [...unratedOf(score).vetoes],
  notAssessable: unratedOf(score).indicators,
  selfPoints: unit.self_points,
  openObjections: objections.filter(({ ruling }) => ruling === null).length,
});

const presentEnding = ({ refusal, isEarly, unrated }: Ending): Overview['ending'] => ({
  refusal,
  isEarly,
  unrated: unrated.map(({ vetoes, ...one }) => ({ ...one, vetoes: [...vetoes] })),
});

/** All units of an assessment beside each other. */
export const presentOverview = (
  assessment: FoundAssessment,
  scored: readonly ScoredUnit[],
  { now, abilities }: { readonly now: Date; readonly abilities: Permission[] },
): Overview => ({
  ...presentHead(assessment),
  countedUpTo: assessment.counted_to ?? countedDays(assessment, now).to,
  indicators: assessment.set.indicators.length,
  counted: assessment.set.indicators.filter(({ counters }) => counters.length > 0).length,
  units: scored.map((one) => presentRow(one, assessment)),
  ending: assessment.state === 'running' ? presentEnding(endingNow(assessment, scored, now)) : null,
  reportSentence:
    assessment.state === 'running'
      ? null
      : reportSentence({
          startsOn: assessment.starts_on,
          countedTo: assessment.counted_to ?? assessment.ends_on,
          scores: scored.map(({ score }) => score),
        }),
  version: assessment.version,
  abilities,
});

type Unit = z.input<typeof assessedUnit>;

/** Who looks at a unit, and what was read besides the score. */
interface Looker {
  readonly abilities: Permission[];
  readonly accountId: string;
  /** What they judged of it. */
  readonly codesJudged: ReadonlySet<string>;
  readonly selfFiles: Awaited<ReturnType<typeof selfFilesOf>>;
}

const presentFile = (row: Looker['selfFiles'][number]) => ({
  fileId: row.file_id,
  name: row.original_name ?? '',
  mediaType: row.media_type,
  size: row.size,
});

const presentObjection = (
  row: ObjectionRow,
  { marks }: ScoredUnit,
  { set }: FoundAssessment,
  { codesJudged, accountId }: Looker,
): Unit['objections'][number] => ({
  objectionId: row.objection_id,
  code: row.code,
  item: row.item,
  about: row.about,
  reason: row.reason,
  raisedBy: row.raised_by_name,
  raisedAt: row.raised_at.toISOString(),
  ruling: row.ruling,
  rulingReason: row.ruling_reason,
  ruledBy: row.ruled_by_name,
  ruledAt: row.ruled_at?.toISOString() ?? null,
  effect: rulingWords(ruledOf(row), marks.map(markedOf), {
    isVeto: set.vetoes.some(({ code }) => code === row.code),
  }),
  rulingHindrance: hindranceFor(row, codesJudged, accountId),
});

/** Whether an upheld objection took the judgement of an indicator away, so that somebody has to judge again. */
const awaitsAgain = (code: string, { facts, score }: ScoredUnit): boolean =>
  score.indicators.some((one) => one.code === code) &&
  facts.exempt.some((exemption) => exemption.code === code && exemption.item === null);

/** Findings and judgement of one indicator or veto, whether they count or not. */
function presentLooked({ code, text, evidence, counters, source, mark }: VetoIndicator, one: ScoredUnit) {
  const { facts, marks, objections } = one;
  const exempts = (item: string | null): boolean =>
    facts.exempt.some((exemption) => exemption.code === code && exemption.item === item);
  const isObjected = (item: string | null): boolean =>
    objections.some((objection) => objection.code === code && objection.item === item);
  const found = new Map(
    facts.found.flatMap((row) => (counters.includes(row.counter) ? [[row.item, row.words]] : [])),
  );
  const judged = marks.find((row) => row.code === code);
  return {
    code,
    text,
    evidence,
    counterTitle: counters.map((counter) => COUNTERS[counter].title).join('；'),
    unseen: counters
      .filter((counter) => !facts.counted.includes(counter))
      .map((counter) => COUNTERS[counter].title),
    source,
    mark,
    awaitsAgain: awaitsAgain(code, one),
    findings: [...found].map(([item, words]) => ({
      item,
      words,
      isExempt: exempts(item),
      isObjected: isObjected(item),
    })),
    judged:
      judged === undefined
        ? null
        : {
            points: judged.points,
            isMet: judged.is_met,
            note: judged.note,
            by: judged.marked_by_name,
            at: judged.marked_at.toISOString(),
            isExempt: exempts(null),
            isObjected: isObjected(null),
          },
  };
}

const presentIndicator = (
  indicator: Indicator,
  { set }: FoundAssessment,
  one: ScoredUnit,
): Unit['indicators'][number] => {
  const scored = one.score.indicators.find(({ code }) => code === indicator.code);
  const { section, points, sign, unit, frequency, method } = indicator;
  return {
    ...presentLooked(indicator, one),
    section,
    points,
    sign,
    unit,
    frequency,
    method,
    most: mostOf(indicator, set),
    state: scored?.state ?? 'notAssessable',
    taken: scored?.points ?? 0,
  };
};

const presentVeto = (veto: VetoIndicator, one: ScoredUnit): Unit['vetoes'][number] => {
  const scored = one.score.vetoes.find(({ code }) => code === veto.code);
  return {
    ...presentLooked(veto, one),
    state: scored?.state ?? 'notAssessable',
    isMet: scored?.isMet ?? false,
  };
};

/** A unit's score with everything that it is made of. */
export function presentUnit(assessment: FoundAssessment, one: ScoredUnit, looker: Looker): Unit {
  const { abilities, selfFiles } = looker;
  const { unit, score, facts, objections } = one;
  const { self_points: points, self_text: text, self_by: by, self_at: at } = unit;
  return {
    ...presentHead(assessment),
    unit: { regionId: unit.region_id, organId: unit.organ_id, name: unit.name },
    countedUpTo: facts.countedUpTo,
    total: score.total,
    verdict: score.verdict,
    because: verdictWords(score, assessment.set),
    place: one.place,
    bonus: score.bonus,
    sections: assessment.set.sections.map((section) => ({
      ...section,
      left: score.sections.find(({ code }) => code === section.code)?.points ?? null,
    })),
    indicators: assessment.set.indicators.map((indicator) => presentIndicator(indicator, assessment, one)),
    vetoes: assessment.set.vetoes.map((veto) => presentVeto(veto, one)),
    self:
      points === null || at === null
        ? null
        : { points, text, by: by ?? '', at: at.toISOString(), files: selfFiles.map(presentFile) },
    objections: objections.map((row) => presentObjection(row, one, assessment, looker)),
    version: unit.version,
    abilities,
  };
}
