import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type SavedViewRow, savedViewsOf } from '../../db/queries/saved-views.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** More of them nobody finds again. */
const MOST_VIEWS = 30;

/** Keeps a filter of the register for the person under a name. */
export async function saveView(
  { change, newId, caller: { accountId } }: ChangeContext,
  { name, filter }: { readonly name: string; readonly filter: object },
): Promise<Result<SavedViewRow, Rejection>> {
  return await change(async (transaction) => {
    await oneAtATime(transaction, `views ${accountId}`);
    const own = await savedViewsOf(transaction, accountId);
    if (own.some((view) => view.name === name)) {
      return err({
        code: 'state-refuses',
        detail: `已经有名为“${name}”的视图，请换一个名称或先删除原来的。`,
      });
    }
    if (own.length >= MOST_VIEWS) {
      return err({ code: 'state-refuses', detail: `最多保存 ${MOST_VIEWS} 个视图，请先删除不用的。` });
    }
    const view = { view_id: newId(), name, filter };
    await transaction
      .insertInto('saved_view')
      .values({ ...view, account_id: accountId, filter: JSON.stringify(filter) })
      .execute();
    return ok({ value: view, subject: `savedView/${view.view_id}` });
  });
}
