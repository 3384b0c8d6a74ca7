import type { Rejection } from '@zhaoshi/contract/problems';
import { DEFAULT_SET } from '@zhaoshi/domain/assessment/default-set';
import { assessedYear } from '@zhaoshi/domain/assessment/period';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import { organsToAssess, type UnitChoice } from '../../db/queries/assessments.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';

export interface NewAssessment {
  readonly title: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly units: UnitChoice;
}

const NOBODY: Readonly<Record<UnitChoice, string>> = {
  region: '本级没有可以考核的机关，请先登记机关。',
  below: '本级和下级都没有可以考核的机关，请先登记机关。',
  list: '这一年还没有年度报告报送单位名单，请先确定名单，或者选别的范围。',
};

/** Begins an assessment with the starting set and its units (条例46). */
export async function beginAssessment(
  { change, reaches, caller, now, newId }: ChangeContext,
  ids: OrganIds,
  given: NewAssessment,
): Promise<Result<{ readonly assessmentId: string }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isGovernment(organ.kind) && organ.kind !== 'governmentOrgan') {
      const detail = '考核由县级以上人民政府及其办公厅（室）组织（条例第三条、第四十六条）。';
      return err({ code: 'state-refuses', detail });
    }
    const { title, startsOn, endsOn } = given;
    if (endsOn < startsOn) {
      const message = '截止日期不能早于起始日期';
      return err({ code: 'invalid', errors: [{ pointer: '/endsOn', message }] });
    }
    const year = assessedYear(given);
    const units = await organsToAssess(transaction, ids.regionId, given.units, year);
    const assessed = units.filter(({ organ_id }) => organ_id !== ids.organId);
    if (assessed.length === 0) {
      return err({ code: 'state-refuses', detail: NOBODY[given.units] });
    }
    const key = { region_id: ids.regionId, assessment_id: newId() };
    const recorded = { recorded_by: caller.accountId, recorded_at: now() };
    await transaction
      .insertInto('assessment')
      .values({
        ...key,
        organ_id: ids.organId,
        year,
        title,
        starts_on: startsOn,
        ends_on: endsOn,
        state: 'running',
        begun_by: caller.accountId,
        begun_at: now(),
        closed_at: null,
        published_at: null,
      })
      .execute();
    await transaction
      .insertInto('assessment_set')
      .values({ ...key, number: 1, content: JSON.stringify(DEFAULT_SET), ...recorded })
      .execute();
    await transaction
      .insertInto('assessment_unit')
      .values(
        assessed.map((unit) => ({ ...key, unit_region_id: unit.region_id, unit_organ_id: unit.organ_id })),
      )
      .execute();
    return ok({
      value: { assessmentId: key.assessment_id },
      subject: `assessment/${key.assessment_id}`,
      organPath: organ.path,
      details: { after: { title, year, startsOn, endsOn, units: assessed.length } },
    });
  });
}
