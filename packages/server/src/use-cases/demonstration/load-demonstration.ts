import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Transaction } from 'kysely';
import type { Files } from '../../adapters/files/open-files.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { appendAudit } from '../../db/append-audit.ts';
import type { Schema } from '../../db/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { publishReportWithin } from '../annual-report/publish-report.ts';
import type { UseCaseContext } from '../context.ts';
import { insertReportingUnits } from '../organs/start-reporting-units.ts';
import { loadAssessments } from './load-assessments.ts';
import { loadCases } from './load-cases.ts';
import { loadComplaints } from './load-complaints.ts';
import { loadDisputes } from './load-disputes.ts';
import { loadDocuments } from './load-documents.ts';
import { loadInspections } from './load-inspections.ts';
import { loadOffices } from './load-offices.ts';
import { loadOpinions } from './load-opinions.ts';
import { loadPeople } from './load-people.ts';
import { loadReports } from './load-reports.ts';
import { loadRhythm } from './load-rhythm.ts';
import { loadStatistics } from './load-statistics.ts';
import { loadSurveys } from './load-surveys.ts';
import { loadTree, type Places, placeOf } from './load-tree.ts';
import { loadVillages } from './load-villages.ts';
import { loadWork } from './load-work.ts';
import { DEMONSTRATION, DEMONSTRATION_REPORTS } from './region.ts';
import type { Stage } from './stage.ts';

const ACTOR = 'system:demonstration';
const REPORTS = join(import.meta.dirname, '../../../demo/reports');

/** The years whose lists of reporting units are there, that which is over and the running one, begun from it. */
const reportingYears = (today: CivilDate): readonly number[] => [yearOf(today) - 1, yearOf(today)];

/** What the demonstration is built with. */
export type DemonstrationContext = UseCaseContext & {
  /** Without files it has no photos. */
  readonly services: { readonly secretBox: SecretBox; readonly files?: Files };
};

interface ReadDemonstrationReport {
  readonly organ: string;
  readonly year: number;
  readonly read: ReadReport;
}

/** Reads the five published reports; before the transaction, which is then short. */
export const readDemonstrationReports = async (): Promise<readonly ReadDemonstrationReport[]> =>
  await Promise.all(
    DEMONSTRATION_REPORTS.map(async ({ organ, year }) => {
      const name = `${organ.split('/')[1] ?? ''}-${year}.txt`;
      const read = await readReportFile(await readFile(join(REPORTS, name)), { name });
      if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
      return { organ, year, read: read.value };
    }),
  );

async function loadSettings(transaction: Transaction<Schema>, places: Places, at: Date): Promise<void> {
  const { region_id, organ_id } = placeOf(places, 'zhaoshi/government');
  const chosen = {
    'site.identificationCode': '0000000000',
    'site.icpNumber': '演示ICP备00000000号',
    'site.sponsor': '昭示市人民政府办公室（演示）',
    'site.contactPhone': '0000-1000000',
    // The password on the sign-in page has to work for as long as the demonstration is there.
    'security.passwordDays': 0,
  };
  await transaction
    .insertInto('setting')
    .values(
      Object.entries(chosen).map(([key, value], index) => ({
        region_id,
        organ_id,
        key,
        value: JSON.stringify(value),
        version: index + 2,
        changed_at: at,
      })),
    )
    .execute();
}

/**
 * Writes the whole demonstration, with an audit entry for each report and one for the rest.
 *
 * @param now a moment before the transaction began: what is published then is public for what follows in it
 */
export async function loadDemonstrationWithin(
  transaction: Transaction<Schema>,
  reports: readonly ReadDemonstrationReport[],
  { now, newId, services }: Pick<DemonstrationContext, 'now' | 'newId' | 'services'>,
): Promise<void> {
  // One moment for all of it: no report is newer than another.
  const at = now();
  const places = await loadTree(transaction, newId);
  await loadOffices(transaction, places, newId);
  await loadPeople(transaction, places, { at, newId, secretBox: services.secretBox });
  await loadSettings(transaction, places, at);
  for (const { slug, government } of DEMONSTRATION) {
    const { region_id: regionId } = placeOf(places, `${slug}/${government.slug}`);
    for (const reportYear of reportingYears(civilDateAt(at))) {
      await insertReportingUnits(transaction, { regionId, reportYear });
    }
  }
  for (const { organ, year, read } of reports) {
    const { region_id: regionId, organ_id: organId } = placeOf(places, organ);
    const command = { actor: ACTOR, regionId, organId, reportYear: year, read };
    const published = await publishReportWithin(transaction, command, { now: () => at, newId });
    if (!published.ok) throw new Error(`${organ}: ${published.error.code}`);
  }
  const { secretBox } = services;
  const files = services.files ?? null;
  const stage: Stage = { transaction, at, newId, secretBox, files, places, desks: new Map() };
  const { count: applications, contested } = await loadCases(transaction, places, { at, newId, secretBox });
  const documents = await loadDocuments({ transaction, at, newId, secretBox }, places);
  const statistics = await loadStatistics({ transaction, at, newId }, places);
  const disputes = await loadDisputes(stage, contested);
  const annualReports = await loadReports({ transaction, at, newId }, places);
  const complaints = await loadComplaints(stage);
  const villagePosts = await loadVillages(stage);
  const opinions = await loadOpinions(stage);
  const surveys = await loadSurveys(stage);
  const workRecords = await loadWork(stage);
  const inspections = await loadInspections(stage);
  const rhythm = await loadRhythm(stage);
  const assessments = await loadAssessments(stage);
  // The first reminders need not wait for the next morning.
  await enqueue(transaction, { kind: 'application.reminders', payload: {} });
  const entry = { actor: ACTOR, action: 'demonstration.load', subject: 'demonstration' };
  await appendAudit(
    transaction,
    {
      ...entry,
      details: {
        reports: reports.length,
        annualReports,
        applications,
        documents,
        statistics,
        disputes,
        complaints,
        villagePosts,
        opinions,
        surveys,
        workRecords,
        inspections,
        rhythm,
        assessments,
      },
    },
    at,
  );
}

/** Loads the whole demonstration in one transaction. */
export async function loadDemonstration(context: DemonstrationContext): Promise<void> {
  const reports = await readDemonstrationReports();
  const before = context.now();
  await context.database
    .transaction()
    .execute((transaction) =>
      loadDemonstrationWithin(transaction, reports, { ...context, now: () => before }),
    );
}
