import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { takesAnswers } from '@zhaoshi/domain/survey/survey';
import { addSheet, type SurveyAnswer, type SurveyBox } from '@zhaoshi/domain/survey/survey-box';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { SurveyIds, SurveyRow } from '../../db/queries/surveys.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext, UseCaseContext } from '../context.ts';
import { lockSurvey, reachedSurvey, refused } from './keep-survey.ts';
import { surveyCodeHash } from './survey-codes.ts';

const isOpen = (row: SurveyRow, today: CivilDate): boolean =>
  // Stored civil dates.
  takesAnswers({ ...row, opensOn: row.opens_on as CivilDate, closesOn: row.closes_on as CivilDate }, today);

async function keep(
  transaction: Transaction<Schema>,
  { regionId, surveyId }: SurveyIds,
  answers: SurveyBox,
  unused: readonly string[],
): Promise<void> {
  await transaction
    .updateTable('survey_box')
    .set({ answers: JSON.stringify(answers), unused_codes: JSON.stringify(unused) })
    .where('region_id', '=', regionId)
    .where('survey_id', '=', surveyId)
    .execute();
}

const ENDED = '调查没有在进行，这份答卷没有接收。';
const WRONG_CODE = '邀请码不对，或者已经用过。';

/** A sheet as the portal sends it. */
interface SentSheet {
  readonly code: string;
  readonly answers: readonly SurveyAnswer[];
}

/**
 * Takes a sheet in from the portal. Nothing of it is written but what the box has: no row of its own, no time, and no entry
 * in the trail, whose times could be laid beside those of others (ADR 0049).
 */
export async function takeSheet(
  { database, now, services }: UseCaseContext & { readonly services: Pick<Services, 'secretBox'> },
  ids: SurveyIds,
  sheet: SentSheet,
): Promise<Result<null, Rejection>> {
  const taking = { today: civilDateAt(now()), box: services.secretBox };
  return await database
    .transaction()
    .execute((transaction) => takeSheetWithin(transaction, taking, ids, sheet));
}

/** The same in a transaction that does more. */
export async function takeSheetWithin(
  transaction: Transaction<Schema>,
  { today, box }: { readonly today: CivilDate; readonly box: SecretBox },
  ids: SurveyIds,
  { code, answers }: SentSheet,
): Promise<Result<null, Rejection>> {
  const row = await lockSurvey(transaction, ids);
  if (row === undefined || !isOpen(row, today)) return refused(ENDED);
  const hash = surveyCodeHash(box, ids, code);
  const isInvited = row.unused_codes.includes(hash);
  const errors = row.mode === 'invited' && !isInvited ? [{ pointer: '/code', message: WRONG_CODE }] : [];
  const added = addSheet(row.questions, row.answers, answers, false);
  if (!added.ok || errors.length > 0) {
    return err({ code: 'invalid', errors: [...errors, ...(added.ok ? [] : added.error)] });
  }
  await keep(
    transaction,
    ids,
    added.value,
    row.unused_codes.filter((one) => one !== hash),
  );
  return ok(null);
}

/** Adds a sheet that somebody filled in on paper; the trail has who typed it and when, and nothing of what it says. */
export async function enterPaper(
  context: ChangeContext,
  ids: SurveyIds,
  answers: readonly SurveyAnswer[],
): Promise<Result<{ readonly sheets: number }, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await reachedSurvey(transaction, context, ids);
    if (!found.ok) return found;
    const row = found.value;
    if (row.status !== 'open') return refused('只有进行中的调查可以录入纸质答卷。');
    const added = addSheet(row.questions, row.answers, answers, true);
    if (!added.ok) return err({ code: 'invalid', errors: added.error });
    await keep(transaction, ids, added.value, row.unused_codes);
    const value = { sheets: added.value.sheets };
    return ok({ value, subject: `survey/${ids.surveyId}`, organPath: row.path });
  });
}
