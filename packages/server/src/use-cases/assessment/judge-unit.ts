import type { Rejection } from '@zhaoshi/contract/problems';
import type { IndicatorSet } from '@zhaoshi/domain/assessment/indicator';
import { pointsWords } from '@zhaoshi/domain/assessment/indicator';
import { mostOf } from '@zhaoshi/domain/assessment/score';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { AssessmentUnitRow } from '../../db/queries/assessments.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { holdFiles } from '../files/hold-files.ts';
import { raiseUnit, seenUnit, type UnitIds } from './keep-assessment.ts';

/** What is judged: points of an indicator, or whether a veto is met. */
export interface Judgement {
  readonly points: number | null;
  readonly isMet: boolean | null;
  readonly note: string;
}

/** What does not fit the indicator or veto of that code; `null`: nothing. */
function refuseJudgement(set: IndicatorSet, code: string, { points, isMet }: Judgement): Rejection | null {
  const invalid = (pointer: string, message: string): Rejection => ({
    code: 'invalid',
    errors: [{ pointer, message }],
  });
  const indicator = set.indicators.find((one) => one.code === code);
  if (indicator !== undefined) {
    if (points === null || isMet !== null) return invalid('/points', '请填写分值，没有问题的填 0');
    const most = mostOf(indicator, set);
    return points > most ? invalid('/points', `这个指标最多 ${pointsWords(most)} 分`) : null;
  }
  if (!set.vetoes.some((one) => one.code === code)) return { code: 'not-found' };
  return isMet === null || points !== null ? invalid('/isMet', '请选择否决项是否成立') : null;
}

/** Judges one indicator or veto of a unit; what was judged before is ended and kept. */
export async function judgeUnit(
  context: ChangeContext,
  { code, ...ids }: UnitIds & { readonly code: string },
  judged: Judgement,
): Promise<Result<null, Rejection>> {
  const { change, caller, now, newId } = context;
  return await change(async (transaction) => {
    const seen = await seenUnit(transaction, context, ids);
    if (!seen.ok) return seen;
    const { assessment, unit } = seen.value;
    const refused = refuseJudgement(assessment.set, code, judged);
    if (refused !== null) return err(refused);
    const key = { region_id: ids.regionId, assessment_id: ids.assessmentId };
    await transaction
      .updateTable('assessment_mark')
      .set({ ended_at: now() })
      .where('region_id', '=', ids.regionId)
      .where('assessment_id', '=', ids.assessmentId)
      .where('unit_organ_id', '=', ids.unitOrganId)
      .where('code', '=', code)
      .where('ended_at', 'is', null)
      .execute();
    const { points, isMet, note } = judged;
    await transaction
      .insertInto('assessment_mark')
      .values({
        ...key,
        mark_id: newId(),
        unit_organ_id: ids.unitOrganId,
        code,
        points,
        is_met: isMet,
        note,
        marked_by: caller.accountId,
        marked_at: now(),
        ended_at: null,
      })
      .execute();
    await raiseUnit(transaction, ids);
    return ok({
      value: null,
      subject: `assessment/${ids.assessmentId}`,
      organPath: unit.path,
      details: { after: { unit: ids.unitOrganId, code, points, isMet } },
      personal: { note },
    });
  });
}

async function holdSelfFiles(
  transaction: Transaction<Schema>,
  { regionId, assessmentId, unitOrganId }: UnitIds,
  unit: Pick<AssessmentUnitRow, 'region_id' | 'organ_id'>,
  fileIds: readonly string[],
): Promise<Result<null, Rejection>> {
  const key = { region_id: regionId, assessment_id: assessmentId, unit_organ_id: unitOrganId };
  const before = await transaction
    .deleteFrom('assessment_self_file')
    .where('region_id', '=', regionId)
    .where('assessment_id', '=', assessmentId)
    .where('unit_organ_id', '=', unitOrganId)
    .returning('file_id')
    .execute();
  const refer = (fileId: string, place: number) =>
    transaction
      .insertInto('assessment_self_file')
      .values({ ...key, place, unit_region_id: unit.region_id, file_id: fileId })
      .execute();
  const held = { before: before.map(({ file_id }) => file_id), wanted: fileIds, refer };
  return await holdFiles(transaction, { regionId: unit.region_id, organId: unit.organ_id }, held);
}

/** What a unit says of itself, with what proves it. */
export interface SelfAssessment {
  readonly points: number;
  readonly text: string;
  /** Uploaded before by the unit; those that are left out are taken away. */
  readonly fileIds: readonly string[];
}

/** What a unit says of itself; said again it takes the place of what was said before. */
export async function assessSelf(
  context: ChangeContext,
  ids: UnitIds,
  { points, text, fileIds }: SelfAssessment,
): Promise<Result<null, Rejection>> {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenUnit(transaction, context, ids);
    if (!seen.ok) return seen;
    const { unit } = seen.value;
    await transaction
      .updateTable('assessment_unit')
      .set({
        self_points: points,
        self_text: text,
        self_by: caller.accountId,
        self_at: now(),
        version: unit.version + 1,
      })
      .where('region_id', '=', ids.regionId)
      .where('assessment_id', '=', ids.assessmentId)
      .where('unit_organ_id', '=', ids.unitOrganId)
      .execute();
    const held = await holdSelfFiles(transaction, ids, unit, fileIds);
    if (!held.ok) return held;
    return ok({
      value: null,
      subject: `assessment/${ids.assessmentId}`,
      organPath: unit.path,
      details: {
        before: { points: unit.self_points },
        after: { unit: ids.unitOrganId, points, files: fileIds.length },
      },
    });
  });
}
