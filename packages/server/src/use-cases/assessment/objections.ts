import type { Rejection } from '@zhaoshi/contract/problems';
import { rulingHindrance } from '@zhaoshi/domain/assessment/objection';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { codesJudgedBy, type ObjectionRow, objectionsOf } from '../../db/queries/assessments.ts';
import type { ChangeContext } from '../context.ts';
import { raiseUnit, runningUnit, seenUnit, type UnitIds } from './keep-assessment.ts';
import { type ScoredUnit, scoreUnits } from './score-units.ts';

const refused = (detail: string): Rejection => ({ code: 'state-refuses', detail });

/** What is objected to. */
export interface ObjectionAbout {
  readonly code: string;
  /** `null`: what was judged. */
  readonly item: string | null;
  readonly reason: string;
}

/** In which words the finding or judgement stands now; `null`: there is none such. */
function aboutOf({ facts, score, marks }: ScoredUnit, { code, item }: ObjectionAbout): string | null {
  if (item === null) return marks.find((mark) => mark.code === code)?.note ?? null;
  const lines = [...score.indicators, ...score.vetoes];
  const counts = lines.some((one) => one.code === code && one.items.includes(item));
  return counts ? (facts.found.find((one) => one.item === item)?.words ?? null) : null;
}

/** A unit objects to one finding or to one judgement, once each. */
export async function raiseObjection(
  context: ChangeContext,
  ids: UnitIds,
  about: ObjectionAbout,
): Promise<Result<{ readonly objectionId: string }, Rejection>> {
  const { change, caller, now, newId } = context;
  return await change(async (transaction) => {
    const found = await runningUnit(transaction, context, ids);
    if (!found.ok) return found;
    const { assessment, unit } = found.value;
    const { code, item, reason } = about;
    const before = await objectionsOf(transaction, ids, ids.unitOrganId);
    if (before.some((one) => one.code === code && one.item === item)) {
      return err(refused('对这一项已经提出过异议，请等候裁定；裁定以后不再受理。'));
    }
    const [scored] = await scoreUnits(transaction, assessment, now(), ids.unitOrganId);
    const words = scored === undefined ? null : aboutOf(scored, about);
    if (words === null) return err(refused('这一项现在没有计分，不需要提出异议。请刷新后查看。'));
    const objectionId = newId();
    await transaction
      .insertInto('assessment_objection')
      .values({
        region_id: ids.regionId,
        assessment_id: ids.assessmentId,
        objection_id: objectionId,
        unit_organ_id: ids.unitOrganId,
        code,
        item,
        about: words.slice(0, 500),
        reason,
        raised_by: caller.accountId,
        raised_at: now(),
        ruling: null,
        ruled_by: null,
        ruled_at: null,
      })
      .execute();
    await raiseUnit(transaction, ids);
    return ok({
      value: { objectionId },
      subject: `assessment/${ids.assessmentId}`,
      organPath: unit.path,
      details: { after: { unit: ids.unitOrganId, code, item } },
      personal: { reason },
    });
  });
}

/** Why a person may not decide an objection; `null`: they may. */
export const hindranceFor = (
  { code, item, raised_by }: Pick<ObjectionRow, 'code' | 'item' | 'raised_by'>,
  codesJudged: ReadonlySet<string>,
  accountId: string,
): string | null =>
  rulingHindrance({
    hasJudged: item === null && codesJudged.has(code),
    hasRaised: raised_by === accountId,
  });

/** Decides an objection; by somebody else than who judged and who objected. */
export async function ruleObjection(
  context: ChangeContext,
  { objectionId, ...ids }: UnitIds & { readonly objectionId: string },
  { ruling, reason }: { readonly ruling: 'upheld' | 'rejected'; readonly reason: string },
): Promise<Result<null, Rejection>> {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenUnit(transaction, context, ids);
    if (!seen.ok) return seen;
    const { unit } = seen.value;
    const objections = await objectionsOf(transaction, ids, ids.unitOrganId);
    const objection = objections.find(({ objection_id }) => objection_id === objectionId);
    if (objection === undefined) return err({ code: 'not-found' });
    if (objection.ruling !== null) return err(refused('这项异议已经裁定，不再改动。'));
    const judged = await codesJudgedBy(transaction, ids, ids.unitOrganId, caller.accountId);
    const hindrance = hindranceFor(objection, judged, caller.accountId);
    if (hindrance !== null) return err(refused(hindrance));
    await transaction
      .updateTable('assessment_objection')
      .set({ ruling, ruling_reason: reason, ruled_by: caller.accountId, ruled_at: now() })
      .where('region_id', '=', ids.regionId)
      .where('assessment_id', '=', ids.assessmentId)
      .where('objection_id', '=', objectionId)
      .execute();
    await raiseUnit(transaction, ids);
    return ok({
      value: null,
      subject: `assessment/${ids.assessmentId}`,
      organPath: unit.path,
      details: { after: { unit: ids.unitOrganId, code: objection.code, item: objection.item, ruling } },
      personal: { reason },
    });
  });
}
