import { deadlineOf } from '@zhaoshi/domain/annual-report/rules/deadlines';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { REPORT_TRANSITIONS } from '@zhaoshi/domain/annual-report/work/report-transitions';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { type Actor, rolesInForce, widestReach } from '@zhaoshi/domain/permission/can';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { ReportTodoFacts } from '@zhaoshi/domain/todo/report-todo';
import type { Kysely } from 'kysely';
import { yearsWithCopiesOff } from '../../db/queries/report-copies.ts';
import { type AskedReport, reportsAskedBy, reportsOwedAt } from '../../db/queries/report-todo.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** The last day that a list sets for its units' reports of a year. */
export async function lastDays(
  database: Kysely<Schema>,
  governmentPath: string,
  reportYear: number,
): Promise<(kind: AskedReport['kind']) => CivilDate | null> {
  const settings = settingsAt(governmentPath, await chosenSettings(database, governmentPath));
  const local = settings('annualReport.localDeadline') || null;
  return (kind) => (isOrganInLaw(kind) ? (deadlineOf(kind, reportYear, local)?.date ?? null) : null);
}

const first = (days: readonly (CivilDate | null)[]): CivilDate | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

interface Owed {
  readonly owed: readonly AskedReport[];
  readonly year: number;
  readonly dueOf: (reports: readonly AskedReport[]) => Promise<CivilDate | null>;
}

/** What waits for publication, and what is public and does not stand everywhere as it was signed, of any year. */
async function publicReports(
  database: Kysely<Schema>,
  paths: readonly string[],
  { owed, year, dueOf }: Owed,
): Promise<ReportTodoFacts> {
  const accepted = owed.filter(({ status }) => status === 'accepted');
  const off = await yearsWithCopiesOff(database, paths);
  return {
    reportsToPublish: { count: accepted.length, year, dueOn: await dueOf(accepted) },
    reportCopiesOff: { count: off.length, year: off[0] ?? year, dueOn: null },
  };
}

async function ownReports(database: Kysely<Schema>, actor: Actor, year: number): Promise<ReportTodoFacts> {
  const paths = [...new Set([actor.path, actor.jurisdiction])];
  const owed = await reportsOwedAt(database, paths, year);
  const toWrite = owed.filter(({ status }) => status === null || isEditable(status));
  const toSign = owed.filter(({ status }) => status === 'inSignature');
  const dueOf = async (reports: readonly AskedReport[]): Promise<CivilDate | null> =>
    first(
      await Promise.all(
        reports.map(async ({ kind, government_path }) =>
          (await lastDays(database, government_path, year))(kind),
        ),
      ),
    );
  const roles = rolesInForce(actor);
  return {
    reportsToWrite: { count: toWrite.length, year, dueOn: await dueOf(toWrite) },
    ...(roles.includes('leader') && {
      reportsToSign: { count: toSign.length, year, dueOn: await dueOf(toSign) },
    }),
    ...(REPORT_TRANSITIONS.publish.by.own?.some((role) => roles.includes(role)) === true &&
      (await publicReports(database, paths, { owed, year, dueOf }))),
  };
}

async function receivedReports(
  database: Kysely<Schema>,
  { jurisdiction }: Actor,
  { year, today }: { readonly year: number; readonly today: CivilDate },
): Promise<ReportTodoFacts> {
  const asked = await reportsAskedBy(database, jurisdiction, year);
  const dueOn = await lastDays(database, jurisdiction, year);
  const late = asked.filter((one) => !one.is_counted && (dueOn(one.kind) ?? today) < today);
  const submitted = asked.filter(({ status }) => status === 'submitted');
  return {
    reportsToReview: { count: submitted.length, year, dueOn: null },
    reportsOverdue: { count: late.length, year, dueOn: first(late.map(({ kind }) => dueOn(kind))) },
  };
}

/** What of the to-do list the reports of the year that is over say; only of lists that ask for them. */
export async function reportWaiting(
  database: Kysely<Schema>,
  { actor }: { readonly actor: Actor },
  now: Date,
): Promise<ReportTodoFacts> {
  const today = civilDateAt(now);
  const year = yearOf(today) - 1;
  return {
    ...(widestReach(actor, 'report.handle') !== null && (await ownReports(database, actor, year))),
    ...(widestReach(actor, 'report.receive') !== null &&
      (await receivedReports(database, actor, { year, today }))),
  };
}
