import { registerFilter } from '@zhaoshi/contract/routes/applications';
import type { savedViewRoutes } from '@zhaoshi/contract/routes/saved-views';
import { ok } from '@zhaoshi/domain/kernel/result';
import { type SavedViewRow, savedViewsOf } from '../../db/queries/saved-views.ts';
import { removeView } from '../../use-cases/saved-views/remove-view.ts';
import { saveView } from '../../use-cases/saved-views/save-view.ts';
import { type Handlers, presentResult } from './handler.ts';

/** A filter that an earlier version kept and that means nothing now is none. */
const present = ({ view_id, name, filter }: SavedViewRow) => ({
  viewId: view_id,
  name,
  filter: registerFilter.safeParse(filter).data ?? {},
});

export const savedViewHandlers: Handlers<typeof savedViewRoutes> = {
  list: async ({ database, caller }) =>
    ok({ items: (await savedViewsOf(database, caller.accountId)).map(present) }),
  save: async (context, { body }) => presentResult(await saveView(context, body), present),
  remove: (context, { params }) => removeView(context, params),
};
