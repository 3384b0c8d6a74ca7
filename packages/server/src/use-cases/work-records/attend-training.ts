import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { countsInstead, markQuiz } from '@zhaoshi/domain/work-register/quiz';
import { attendedAs, findTraining } from '../../db/queries/trainings.ts';
import type { WorkRecordIds } from '../../db/queries/work-records.ts';
import type { ChangeContext } from '../context.ts';

/** This try, and how many right answers count now. */
interface Marked {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
  readonly counts: number;
}

/** A person says that they took part, and answers the questions; of several tries the best counts. */
export async function attendTraining(
  { change, caller, now }: ChangeContext,
  ids: WorkRecordIds,
  answers: readonly number[],
): Promise<Result<Marked, Rejection>> {
  return await change(async (transaction) => {
    const training = await findTraining(transaction, ids, caller.actor.path);
    if (training === undefined) return err({ code: 'not-found' });
    const mark = markQuiz(training.quiz, answers);
    const result =
      training.quiz.length === 0
        ? { right_answers: null, passed: null }
        : { right_answers: mark.right, passed: mark.passed };
    const said = { attended_at: now(), ...result };
    const before = await attendedAs(transaction, ids, caller.accountId);
    const counts = countsInstead(before, mark);
    if (counts)
      await transaction
        .insertInto('training_attendance')
        .values({ region_id: ids.regionId, record_id: ids.recordId, account_id: caller.accountId, ...said })
        .onConflict((conflict) =>
          conflict.columns(['region_id', 'record_id', 'account_id']).doUpdateSet(said),
        )
        .execute();
    return ok({
      value: { ...mark, counts: counts ? mark.right : (before?.right ?? mark.right) },
      subject: `workRecord/${ids.recordId}`,
      details: { of: mark.of, right: mark.right },
    });
  });
}
