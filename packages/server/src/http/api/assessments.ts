import type { Rejection } from '@zhaoshi/contract/problems';
import type { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import {
  type AssessmentIds,
  assessmentKey,
  assessmentUnits,
  codesJudgedBy,
  findAssessment,
  listAssessments,
  selfFilesOf,
} from '../../db/queries/assessments.ts';
import { findFile } from '../../db/queries/files.ts';
import { beginAssessment } from '../../use-cases/assessment/begin-assessment.ts';
import { closeAssessment, publishAssessment } from '../../use-cases/assessment/close-assessment.ts';
import { assessSelf, judgeUnit } from '../../use-cases/assessment/judge-unit.ts';
import type { UnitIds } from '../../use-cases/assessment/keep-assessment.ts';
import { raiseObjection, ruleObjection } from '../../use-cases/assessment/objections.ts';
import { scoreUnits } from '../../use-cases/assessment/score-units.ts';
import { sendFile } from './file-bytes.ts';
import { type Handlers, type ReadContext, shownAfter } from './handler.ts';
import { presentHead, presentOverview, presentUnit } from './present-assessment.ts';

/** An assessment whose assessor the right reaches, with all its units; `undefined` looks the same as none. */
export async function shownOverview({ database, reaches, abilities, now }: ReadContext, ids: AssessmentIds) {
  const assessment = await findAssessment(database, ids);
  if (assessment === undefined || !reaches(assessment.path)) return undefined;
  const scored = await scoreUnits(database, assessment, now());
  return presentOverview(assessment, scored, { now: now(), abilities: abilities(assessment.path) });
}

/** A unit within reach; its place is its own business only once the assessment is closed. */
async function shownUnit({ database, reaches, abilities, now, caller }: ReadContext, ids: UnitIds) {
  const assessment = await findAssessment(database, ids);
  if (assessment === undefined) return undefined;
  // Before anything is counted: who may not see it costs nothing.
  const [unit] = await assessmentUnits(database, ids, ids.unitOrganId);
  if (unit === undefined || !reaches(unit.path)) return undefined;
  const [scored] = await scoreUnits(database, assessment, now(), ids.unitOrganId);
  if (scored === undefined) return undefined;
  const place = assessment.state === 'running' ? null : scored.place;
  const { accountId } = caller;
  return presentUnit(
    assessment,
    { ...scored, place },
    {
      abilities: abilities(scored.unit.path),
      accountId,
      codesJudged: await codesJudgedBy(database, ids, ids.unitOrganId, accountId),
      selfFiles: await selfFilesOf(database, ids, ids.unitOrganId),
    },
  );
}

/** What is shown after a change, and with a stale one as it is now. */
async function scoredAfter<Shown>(
  done: Result<unknown, Rejection>,
  show: () => Promise<Shown | undefined>,
): Promise<Result<Shown, Rejection>> {
  if (!done.ok && done.error.current === undefined) return done;
  return shownAfter(done, await show());
}

// The contract has checked that these texts are days.
const day = (text: string): CivilDate => text as CivilDate;

export const assessmentHandlers: Handlers<typeof assessmentRoutes> = {
  list: async ({ database, caller, permission }, { query }) => {
    const rows = await listAssessments(database, caller.actor, permission, query);
    return ok(
      pageOf(rows, query.limit, assessmentKey, (row) => ({
        ...presentHead(row),
        units: row.units,
        isOwnUnit: row.is_own_unit,
      })),
    );
  },
  begin: (context, { params, body }) =>
    beginAssessment(context, params, { ...body, startsOn: day(body.startsOn), endsOn: day(body.endsOn) }),
  read: async (context, { params }) => {
    const shown = await shownOverview(context, params);
    return shown === undefined ? err({ code: 'not-found' }) : ok(shown);
  },
  unit: async (context, { params }) => {
    const shown = await shownUnit(context, params);
    return shown === undefined ? err({ code: 'not-found' }) : ok(shown);
  },
  judge: async (context, { params, body }) =>
    await scoredAfter(await judgeUnit(context, params, body), () => shownUnit(context, params)),
  assessSelf: async (context, { params, body }) =>
    await scoredAfter(await assessSelf(context, params, body), () => shownUnit(context, params)),
  selfFile: async (context, { params: { fileId, ...ids } }) => {
    const { database, reaches } = context;
    const [unit] = await assessmentUnits(database, ids, ids.unitOrganId);
    if (unit === undefined || !reaches(unit.path)) return err({ code: 'not-found' });
    const held = (await selfFilesOf(database, ids, ids.unitOrganId)).find((one) => one.file_id === fileId);
    const file = held && (await findFile(database, { regionId: held.region_id, fileId }));
    return file === undefined ? err({ code: 'not-found' }) : await sendFile(context, file);
  },
  object: (context, { params, body }) => raiseObjection(context, params, body),
  rule: async (context, { params, body }) =>
    await scoredAfter(await ruleObjection(context, params, body), () => shownUnit(context, params)),
  close: async (context, { params, body }) =>
    await scoredAfter(await closeAssessment(context, params, body), () => shownOverview(context, params)),
  publish: async (context, { params }) =>
    await scoredAfter(await publishAssessment(context, params), () => shownOverview(context, params)),
};
