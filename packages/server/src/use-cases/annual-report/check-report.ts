import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import type { PublishedCopy } from '@zhaoshi/domain/annual-report/rules/register-facts';
import type { CheckContext, Finding, Waiver } from '@zhaoshi/domain/annual-report/rules/rule';
import { CHECK_SETTINGS, toCheckSettings } from '@zhaoshi/domain/annual-report/rules/settings';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { type ConfirmationRow, confirmationsInForce } from '../../db/queries/report-facts.ts';
import { waiversInForce } from '../../db/queries/report-work.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { type LoadedReport, settledReport } from './loaded-report.ts';
import { peerFacts } from './peer-facts.ts';
import { registerFacts } from './register-facts.ts';
import { workFacts } from './work-facts.ts';

export type WaiverRow = Awaited<ReturnType<typeof waiversInForce>>[number];

const waiverOf = ({ finding_id, fingerprint, waived_by, reason }: WaiverRow): Waiver => ({
  findingId: finding_id,
  fingerprint,
  by: waived_by,
  reason,
});

/** Years before last year that rules look at (AR-PLS-05: three years in a row). */
const YEARS_BACK = 2;

async function checkSettings(database: Kysely<Schema>, path: string) {
  const at = settingsAt(path, await chosenSettings(database, path));
  const values = Object.fromEntries(
    (Object.keys(CHECK_SETTINGS) as (keyof typeof CHECK_SETTINGS)[]).map((name) => [
      name,
      at(`annualReport.${name}`),
    ]),
  ) as Parameters<typeof toCheckSettings>[0];
  return toCheckSettings(values);
}

async function checkContext(
  database: Kysely<Schema>,
  loaded: LoadedReport,
  { now, outputs }: { readonly now: Date; readonly outputs: readonly PublishedCopy[] },
): Promise<CheckContext> {
  const { key, organ, report, region, fees } = loaded;
  const previous = await settledReport(database, { ...key, reportYear: key.reportYear - 1 });
  const before = await Promise.all(
    Array.from({ length: YEARS_BACK }, async (_, index) =>
      settledReport(database, { ...key, reportYear: key.reportYear - 2 - index }),
    ),
  );
  const earlier = before.filter((one) => one !== null);
  return {
    report,
    settings: await checkSettings(database, organ.path),
    asOf: civilDateAt(now),
    ...(previous !== null && { previous }),
    ...(earlier.length > 0 && { earlier }),
    ...(region !== null && { members: region.members }),
    ...(region === null
      ? { register: await registerFacts(database, loaded, now) }
      : fees !== undefined && { register: { processingFees: fees } }),
    ...(await peerFacts(database, key)),
    work: await workFacts(database, loaded, outputs),
  };
}

export interface CheckedReport {
  readonly findings: readonly Finding[];
  readonly waivers: readonly WaiverRow[];
  readonly confirmations: readonly ConfirmationRow[];
}

/**
 * Runs every rule on the report as it stands, with the reasons that were given for findings.
 *
 * @param outputs what was made for publication, when it is about to happen (AR-PUB-01)
 */
export async function checkReport(
  database: Kysely<Schema>,
  loaded: LoadedReport,
  now: Date,
  outputs: readonly PublishedCopy[] = [],
): Promise<CheckedReport> {
  const { work } = loaded;
  const ids = work === undefined ? null : { regionId: work.region_id, reportId: work.report_id };
  const waivers = ids === null ? [] : await waiversInForce(database, ids);
  const confirmations = ids === null ? [] : await confirmationsInForce(database, ids);
  const context = await checkContext(database, loaded, { now, outputs });
  const findings = evaluateReport(context, {
    waivers: waivers.map(waiverOf),
    confirmations: confirmations.map(({ finding_id: findingId, fingerprint }) => ({
      findingId,
      fingerprint,
    })),
  });
  return { findings, waivers, confirmations };
}
