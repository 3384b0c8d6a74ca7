import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { SurveyIds } from '../../db/queries/surveys.ts';
import type { Services } from '../../services.ts';
import { newQueryCode } from '../applications/insert-application.ts';
import type { ChangeContext } from '../context.ts';
import { refused, seenSurvey } from './keep-survey.ts';

const MOST_CODES = 5_000;

/** How a code is kept; as it is typed, in whatever letters and widths. */
export const surveyCodeHash = (box: SecretBox, { surveyId }: SurveyIds, code: string): string =>
  box.keyedHash(
    JSON.stringify([surveyId, code.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase()]),
    'survey-code',
  );

/** Makes codes for people who are invited. Only their hashes are kept, in an order of their own. */
export async function issueCodes(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  ids: SurveyIds,
  count: number,
): Promise<Result<{ readonly codes: string[] }, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await seenSurvey(transaction, context, ids);
    if (!found.ok) return found;
    const { status, mode, version, path, issued, unused_codes: unused } = found.value;
    if (mode !== 'invited') return refused('公开参与的调查不用邀请码。');
    if (status !== 'draft' && status !== 'open') return refused('调查已经结束，不能再生成邀请码。');
    if (issued + count > MOST_CODES) return refused(`一项调查最多生成 ${MOST_CODES} 个邀请码。`);
    const codes = [...new Set(Array.from({ length: count }, newQueryCode))];
    const hashes = codes.map((code) => surveyCodeHash(context.services.secretBox, ids, code));
    await transaction
      .updateTable('survey_box')
      .set({
        issued: issued + codes.length,
        unused_codes: JSON.stringify([...unused, ...hashes].toSorted()),
      })
      .where('region_id', '=', ids.regionId)
      .where('survey_id', '=', ids.surveyId)
      .execute();
    await transaction
      .updateTable('survey')
      .set({ version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('survey_id', '=', ids.surveyId)
      .execute();
    const details = { count: codes.length };
    return ok({ value: { codes }, subject: `survey/${ids.surveyId}`, organPath: path, details });
  });
}
