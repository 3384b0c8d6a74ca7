import type { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { pageOf } from '../../db/page.ts';
import { type ApplicationIds, type CaseRow, findCase } from '../../db/queries/application-case.ts';
import { listApplications } from '../../db/queries/application-list.ts';
import { registerOrder } from '../../db/queries/register-order.ts';
import { actOnApplication, completeAct, officerOf } from '../../use-cases/applications/act-on-application.ts';
import { refuseLocked } from '../../use-cases/applications/act-on-case.ts';
import { applicantHash } from '../../use-cases/applications/applicants.ts';
import { lightRules } from '../../use-cases/applications/case-context.ts';
import { checkLetters } from '../../use-cases/applications/compose-letters.ts';
import { sourceOfAct } from '../../use-cases/applications/letter-source.ts';
import { refuseDelivery } from '../../use-cases/applications/refuse-delivery.ts';
import { refuseReceipt } from '../../use-cases/applications/refuse-receipt.ts';
import { refuseUnsaid } from '../../use-cases/applications/refuse-unsaid-grounds.ts';
import { registerApplication } from '../../use-cases/applications/register-application.ts';
import {
  openForm,
  type Previewed,
  previewAct,
  type ShownCase,
  showCase,
} from '../../use-cases/applications/show-case.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';
import { presentCase, presentDates } from './present-application.ts';
import { rowPresenter } from './row-presenter.ts';

/** A case within reach; `undefined` looks the same as none. */
export async function reachedCase(context: ReadContext, ids: ApplicationIds): Promise<CaseRow | undefined> {
  const row = await findCase(context.database, ids);
  return row !== undefined && context.reaches(row.path) ? row : undefined;
}

async function present(context: ReadContext, row: CaseRow) {
  const shown = await showCase(context.database, row, context.now());
  return presentCase(shown, context.services.secretBox, officerOf(context), context.abilities(row.path));
}

/**
 * Whoever looks for an applicant finds only cases whose applicants they may see: otherwise a name could be tried out
 * on a register that shows none.
 */
const rightTo = (permission: Permission, applicant: string): Permission =>
  applicant === '' ? permission : 'application.readApplicant';

/** Why an act would be refused, as the workbench tells it. */
interface ShownRefusal {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

/** What the way of a delivery, or the dates of the intake, say against the act's facts; its words are still typed. */
const factRefusals = ({ state, row, rules }: ShownCase, command: Command, box: SecretBox) =>
  [
    ...(refuseDelivery(state, command, openForm(box, row), rules)?.errors ?? []),
    ...(refuseReceipt(row, command.act, rules)?.errors ?? []),
  ]
    .filter(({ pointer }) => pointer.startsWith('/act/'))
    .map(({ pointer, message }) => ({ code: 'fact', message, field: pointer.slice('/act/'.length) }));

/** What the draft and the files that go out say against submitting or approving it. */
async function replyRefusals({ database, now, services }: ReadContext, shown: ShownCase, command: Command) {
  const { act } = command;
  if (act.type !== 'submitReply' && act.type !== 'approveReply') return [];
  const box = services.secretBox;
  const unsaid = await refuseUnsaid(database, shown, act, box);
  const source = await sourceOfAct(database, shown, command, { box, now: now() });
  // The 文号 is still typed.
  const letters = await checkLetters(database, source, { numberLater: true });
  const { detail = null, errors = [] } = letters.ok ? {} : letters.error;
  return [unsaid, detail, ...errors.map(({ message }) => `${message}。`)].flatMap((message) =>
    message === null ? [] : [{ code: 'draft', message }],
  );
}

/** What an act would move in a report that is frozen. */
async function lockRefusals(
  { database }: ReadContext,
  shown: ShownCase,
  { event, state }: Pick<Previewed, 'event' | 'state'>,
): Promise<readonly ShownRefusal[]> {
  const locked = event === null ? null : await refuseLocked(database, shown, event, state);
  return locked === null ? [] : [{ code: 'report-frozen', message: locked }];
}

export const applicationHandlers: Handlers<typeof applicationRoutes> = {
  search: async (context, { body: { applicant = '', ...asked } }) => {
    const today = civilDateAt(context.now());
    const { actor } = context.caller;
    const rulesAt = await lightRules(context.database, today);
    const { calendar, milestoneRules } = await rulesAt(actor.path);
    const rows = await listApplications(context.database, actor, rightTo(context.permission, applicant), {
      ...asked,
      today,
      soon: addWorkingDays(calendar, today, milestoneRules.secondDays).date,
      ...(applicant !== '' && { applicantHash: applicantHash(context.services.secretBox, applicant) }),
    });
    return ok(pageOf(rows, asked.limit, registerOrder(asked).keyOf, await rowPresenter(rows, rulesAt)));
  },
  register: (context, { params, body }) => registerApplication(context, { ...params, ...body }),
  read: async (context, { params }) => {
    const row = await reachedCase(context, params);
    return row === undefined ? err({ code: 'not-found' }) : ok(await present(context, row));
  },
  act: async (context, { params, body }) => {
    const result = await actOnApplication(context, { ...params, ...body });
    const row = await findCase(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = await present(context, row);
    return result.ok ? ok(shown) : presentStale(result, () => shown);
  },
  preview: async (context, { params, body }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = await showCase(context.database, row, context.now());
    const act = await completeAct(context.database, params, body.act, context.newId);
    const command = { act, texts: body.texts };
    const previewed = previewAct(shown, command, officerOf(context));
    const { state, dates, refusals, warnings } = previewed;
    const found: readonly ShownRefusal[] = [
      ...refusals,
      ...factRefusals(shown, command, context.services.secretBox),
      ...(await replyRefusals(context, shown, command)),
      ...(await lockRefusals(context, shown, previewed)),
    ];
    return ok({
      status: state.status,
      dates: presentDates(dates),
      refusals: found.map(({ code, message, field }) =>
        field === undefined ? { code, message } : { code, message, field },
      ),
      warnings: [...warnings],
      abilities: context.abilities(row.path),
    });
  },
};
