import type { Rejection } from '@zhaoshi/contract/problems';
import type { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import type { CalendarYear } from '@zhaoshi/domain/calendar/calendar-year';
import type { CalendarDay } from '@zhaoshi/domain/calendar/working-calendar';
import { firstDayOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { type CalendarChange, changeOf, daysOfFile } from '../../use-cases/calendar/calendar-change.ts';
import { loadOfProposal, waitingProposal } from '../../use-cases/calendar/calendar-proposals.ts';
import {
  calendarAt,
  type EffectiveYear,
  findCalendar,
  type OrganCalendar,
} from '../../use-cases/calendar/calendars.ts';
import { previewCalendar } from '../../use-cases/calendar/preview-calendar.ts';
import { proposeCalendar } from '../../use-cases/calendar/propose-calendar.ts';
import { confirmCalendar, withdrawCalendar } from '../../use-cases/calendar/settle-proposal.ts';
import type { Handlers, ReadContext } from './handler.ts';

/** A list longer than this is not read by anybody; the rest is told as a number. */
const MOVED_SHOWN = 200;

const presentDay = ({ date, working, reason, name, source, provisional }: CalendarDay) => ({
  date,
  working,
  reason,
  name: name ?? null,
  source: source ?? null,
  provisional,
});

const presentFile = ({ year, notices, expected }: CalendarYear) => ({
  year,
  notices: notices.map((notice) => ({
    number: notice.number,
    publishedOn: notice.publishedOn,
    source: notice.source,
    rest: notice.rest.map(({ from, to, name }) => ({ from, to, name })),
    work: [...notice.work],
  })),
  expected: expected.map(({ date, name }) => ({ date, name })),
});

const daysOfYear = ({ calendar }: OrganCalendar, year: number): readonly CalendarDay[] =>
  daysOfFile(year, calendar.firstDay)
    .filter((date) => date >= firstDayOf(year))
    .map((date) => calendar.day(date));

/** A year that nothing is known of but the dates that the law fixes. */
const unknownYear = (year: number): EffectiveYear => ({
  file: { year, notices: [], expected: [] },
  loaded: null,
});

const presentSummary = (year: number, { file, loaded }: EffectiveYear, days: readonly CalendarDay[]) => ({
  year,
  status: file.notices.length === 0 ? ('provisional' as const) : ('official' as const),
  notices: file.notices.map(({ number, publishedOn, source }) => ({ number, publishedOn, source })),
  workingDays: days.filter(({ working }) => working).length,
  loadedBy: loaded && {
    regionId: loaded.regionId,
    organId: loaded.organId,
    name: loaded.organName,
    loadedAt: loaded.loadedAt,
  },
});

const presentChange = ({ days, deadlines }: CalendarChange) => {
  const moved = deadlines.filter(({ deadline, after }) => deadline.dueOn !== after.date);
  return {
    days: days.map(({ before, after }) => ({ before: presentDay(before), after: presentDay(after) })),
    openDeadlines: deadlines.length,
    moved: moved.slice(0, MOVED_SHOWN).map(({ deadline, after }) => ({
      deadlineId: deadline.deadlineId,
      regionId: deadline.regionId,
      organId: deadline.organId,
      organName: deadline.organName,
      subject: deadline.subject,
      kind: deadline.kind,
      before: deadline.dueOn,
      after: after.date,
    })),
    movedUnlisted: Math.max(0, moved.length - MOVED_SHOWN),
  };
};

/** The change that waits; what it would move is for those who may confirm it. */
async function showProposal(
  { database, abilities, caller, now }: ReadContext,
  organ: OrganRow,
  year: number,
) {
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const proposal = await waitingProposal(database, ids, year);
  if (proposal === undefined) return null;
  const mayConfirm = abilities(organ.path).includes('calendar.edit');
  return {
    proposalId: proposal.proposal_id,
    proposedBy: proposal.display_name,
    proposedAt: proposal.proposed_at.toISOString(),
    isOwn: proposal.proposed_by === caller.accountId,
    change: mayConfirm
      ? presentChange(await changeOf(database, organ, loadOfProposal(proposal), now()))
      : null,
  };
}

/** A year of an organ, day by day; `not-found` for a year before all that is loaded. */
async function showYear(context: ReadContext, organ: OrganRow, year: number) {
  const { database, abilities } = context;
  const loaded = await loadedCalendars(database, organ.path, { below: false });
  const found = calendarAt(loaded, organ.path);
  if (firstDayOf(year) < found.calendar.firstDay) return err({ code: 'not-found' } as const);
  const effective = found.years.get(year) ?? unknownYear(year);
  const own = loaded.find((copy) => copy.path === organ.path && copy.year === year);
  const days = daysOfYear(found, year);
  return ok({
    ...presentSummary(year, effective, days),
    organName: organ.name,
    days: days.map(presentDay),
    file: presentFile(effective.file),
    regionalHolidays: found.regionalHolidays
      .filter(({ date }) => date.startsWith(`${year}-`))
      .map(({ date, name, source, regionId, organId }) => ({
        date,
        name,
        source,
        setBy: { regionId, organId },
      })),
    own:
      own === undefined
        ? null
        : {
            file: own.file && presentFile(own.file),
            regionalHolidays: own.regionalHolidays.map(({ date, name, source }) => ({ date, name, source })),
          },
    proposal: await showProposal(context, organ, year),
    version: own?.version ?? 1,
    abilities: abilities(organ.path),
  });
}

async function reached(context: ReadContext, ids: OrganIds): Promise<Result<OrganRow, Rejection>> {
  const organ = await findOrgan(context.database, ids);
  return organ === undefined || !context.reaches(organ.path) ? err({ code: 'not-found' }) : ok(organ);
}

export const calendarHandlers: Handlers<typeof calendarRoutes> = {
  listYears: async (context, { params }) => {
    const organ = await reached(context, params);
    if (!organ.ok) return organ;
    const found = await findCalendar(context.database, organ.value.path);
    return ok({
      years: [...found.years].map(([year, effective]) =>
        presentSummary(year, effective, daysOfYear(found, year)),
      ),
      abilities: context.abilities(organ.value.path),
    });
  },
  readYear: async (context, { params }) => {
    const organ = await reached(context, params);
    return organ.ok ? await showYear(context, organ.value, params.year) : organ;
  },
  previewYear: async (context, { params, body }) => {
    const result = await previewCalendar(context, { ...params, ...body });
    return result.ok ? ok(presentChange(result.value)) : result;
  },
  editYear: async (context, { params, body }) => {
    const result = await proposeCalendar(context, { ...params, ...body });
    const organ = await reached(context, params);
    if (!organ.ok) return organ;
    const year = await showYear(context, organ.value, params.year);
    if (!result.ok) {
      return result.error.code === 'stale' && year.ok
        ? err({ ...result.error, current: year.value })
        : result;
    }
    return year.ok ? ok({ ...year.value, change: presentChange(result.value) }) : year;
  },
  confirmYear: async (context, { params }) => {
    const result = await confirmCalendar(context, params);
    if (!result.ok) return result;
    const organ = await reached(context, params);
    if (!organ.ok) return organ;
    const year = await showYear(context, organ.value, params.year);
    return year.ok ? ok({ ...year.value, change: presentChange(result.value) }) : year;
  },
  withdrawYear: async (context, { params }) => await withdrawCalendar(context, params),
};
