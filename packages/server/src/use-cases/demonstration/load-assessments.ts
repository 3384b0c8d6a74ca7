import { addDays, type CivilDate, firstDayOf, lastDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { AssessmentIds } from '../../db/queries/assessments.ts';
import { beginAssessment } from '../assessment/begin-assessment.ts';
import { closeAssessment, publishAssessment } from '../assessment/close-assessment.ts';
import { assessSelf, judgeUnit } from '../assessment/judge-unit.ts';
import { raiseObjection } from '../assessment/objections.ts';
import { JUDGED_LAST_YEAR, JUDGED_THIS_YEAR, OBJECTED, SELF_ASSESSED } from './assessment-stories.ts';
import { MARK } from './people.ts';
import { done, type Hand, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';

const ORGAN = 'zhaoshi/office';
const by = (role: Hand['role'], permission: Permission): Hand => ({ organ: ORGAN, role, permission });

/** An assessment with the versions of its units, which everything that is said of them raises. */
interface Running {
  readonly ids: AssessmentIds;
  readonly versions: Map<string, number>;
}

function nextVersion({ versions }: Running, unit: string): number {
  const seen = versions.get(unit) ?? 1;
  versions.set(unit, seen + 1);
  return seen;
}

async function begin(stage: Stage, year: number, on: CivilDate): Promise<Running> {
  const place = idsOf(stage, ORGAN);
  const hand = await handOf(stage, by('supervisor', 'assessment.manage'), morningOf(stage, on));
  const begun = await beginAssessment(hand, place, {
    title: `${year}年市直部门政务公开工作考核${MARK}`,
    startsOn: firstDayOf(year),
    endsOn: lastDayOf(year),
    units: 'region',
  });
  const { assessmentId } = done(begun);
  return { ids: { regionId: place.regionId, assessmentId }, versions: new Map() };
}

const unitOf = (stage: Stage, { ids }: Running, unit: string) => ({
  ...ids,
  unitOrganId: idsOf(stage, unit).organId,
});

async function judge(
  stage: Stage,
  running: Running,
  judged: typeof JUDGED_LAST_YEAR,
  on: CivilDate,
): Promise<void> {
  for (const { unit, code, ...judgement } of judged) {
    const version = nextVersion(running, unit);
    const hand = await handOf(stage, by('assessor', 'assessment.judge'), morningOf(stage, on), version);
    done(await judgeUnit(hand, { ...unitOf(stage, running, unit), code }, judgement));
  }
}

/** The year before: judged at its end, closed and published in the new year. */
async function loadLastYear(stage: Stage): Promise<void> {
  const year = yearOf(todayOf(stage)) - 1;
  const last = lastDayOf(year);
  const running = await begin(stage, year, addDays(last, -60));
  await judge(stage, running, JUDGED_LAST_YEAR, addDays(last, -10));
  const manager = by('supervisor', 'assessment.manage');
  const closed = await handOf(stage, manager, morningOf(stage, addDays(last, 15)), 1);
  done(await closeAssessment(closed, running.ids, { earlyReason: '', knowsUnrated: true }));
  const published = await handOf(stage, manager, morningOf(stage, addDays(last, 25)), 2);
  done(await publishAssessment(published, running.ids));
}

/** The running year: some is judged, one unit has assessed itself, one objects and waits. */
async function loadThisYear(stage: Stage): Promise<void> {
  const today = todayOf(stage);
  const first = firstDayOf(yearOf(today));
  // Before the first day of the year there is nothing to look at.
  const daysAgo = (days: number): CivilDate => {
    const day = addDays(today, -days);
    return day < first ? first : day;
  };
  const running = await begin(stage, yearOf(today), daysAgo(30));
  await judge(stage, running, JUDGED_THIS_YEAR, daysAgo(9));
  const answering = async (organ: string, ago: number, version: number) =>
    await handOf(
      stage,
      { organ, role: 'disclosureOfficer', permission: 'assessment.answer' },
      morningOf(stage, daysAgo(ago)),
      version,
    );
  const { unit, points, text } = SELF_ASSESSED;
  const self = await answering(unit, 7, nextVersion(running, unit));
  done(await assessSelf(self, unitOf(stage, running, unit), { points, text, fileIds: [] }));
  const objecting = await answering(OBJECTED.unit, 3, nextVersion(running, OBJECTED.unit));
  done(await raiseObjection(objecting, unitOf(stage, running, OBJECTED.unit), OBJECTED.about));
}

/**
 * Writes the invented assessments of the city's departments: of the year before, published, and of the running one.
 *
 * @returns how many there are
 */
export async function loadAssessments(stage: Stage): Promise<number> {
  await loadLastYear(stage);
  await loadThisYear(stage);
  return 2;
}
