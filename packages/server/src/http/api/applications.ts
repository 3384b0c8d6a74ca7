import type { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import { type ApplicationIds, type CaseRow, findCase } from '../../db/queries/application-case.ts';
import { isByDue, listApplications } from '../../db/queries/application-list.ts';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import { actOnApplication, completeAct, officerOf } from '../../use-cases/applications/act-on-application.ts';
import { applicantHash } from '../../use-cases/applications/applicants.ts';
import { registerApplication } from '../../use-cases/applications/register-application.ts';
import { previewAct, showCase } from '../../use-cases/applications/show-case.ts';
import { calendarsAt } from '../../use-cases/calendar/calendars.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';
import { presentCase, presentDates, presentRow } from './present-application.ts';

/** A case within reach; `undefined` looks the same as none. */
export async function reachedCase(context: ReadContext, ids: ApplicationIds): Promise<CaseRow | undefined> {
  const row = await findCase(context.database, ids);
  return row !== undefined && context.reaches(row.path) ? row : undefined;
}

async function present(context: ReadContext, row: CaseRow) {
  const shown = await showCase(context.database, row, context.now());
  return presentCase(shown, context.services.secretBox, officerOf(context), context.abilities(row.path));
}

/** Working days within which an open case is due soon. */
const SOON = 5;

export const applicationHandlers: Handlers<typeof applicationRoutes> = {
  list: async (context, { query: { applicant, ...query } }) => {
    const today = civilDateAt(context.now());
    const calendarAt = calendarsAt(await loadedCalendars(context.database, '', { below: true }));
    const own = context.caller.actor.path;
    const rows = await listApplications(context.database, context.caller.actor, context.permission, {
      ...query,
      today,
      soon: addWorkingDays(calendarAt(own), today, SOON).date,
      ...(applicant !== undefined &&
        applicant !== '' && { applicantHash: applicantHash(context.services.secretBox, applicant) }),
    });
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) =>
          isByDue(query)
            ? [row.due_on ?? 'infinity', row.application_id]
            : [row.entered_at.toISOString(), row.application_id],
        (row) => presentRow(row, calendarAt(row.path), today),
      ),
    );
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
    const { state, dates, refusals } = previewAct(shown, { act, texts: body.texts }, officerOf(context));
    return ok({
      status: state.status,
      dates: presentDates(dates),
      refusals: refusals.map(({ code, message, field }) => ({
        code,
        message,
        ...(field !== undefined && { field }),
      })),
      abilities: context.abilities(row.path),
    });
  },
};
