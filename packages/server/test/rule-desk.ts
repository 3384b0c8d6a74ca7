import { randomUUID } from 'node:crypto';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { draftOfReport } from '@zhaoshi/domain/annual-report/work/draft-of-report';
import type { ReportEvent } from '@zhaoshi/domain/annual-report/work/report-act';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { REPORT_START } from '@zhaoshi/domain/annual-report/work/report-state';
import { CLEAN_ORGAN } from '../../domain/test/build-report.ts';
import { findOrgan } from '../src/db/queries/organs.ts';
import type { ReportKey } from '../src/db/queries/report-work.ts';
import { appendReportEvent } from '../src/use-cases/annual-report/append-event.ts';
import { beginReport } from '../src/use-cases/annual-report/begin-report.ts';
import { asRead, freezeReport } from '../src/use-cases/annual-report/freeze-report.ts';
import { insertOrgan } from '../src/use-cases/organs/insert-organ.ts';
import type { World, WorldOrgan } from './api-world.ts';

/** A finding as the console reads it. */
export interface SeenFinding {
  readonly id: string;
  readonly rule: string;
  readonly status: string;
  readonly severity: string;
  readonly waiverBy: string;
  readonly message: string;
  readonly confirmable: boolean;
}

/** A township of the name that the clean report bears, with nothing in its registers. */
export async function plantTownship(
  world: World,
  under: WorldOrgan,
  name = CLEAN_ORGAN,
): Promise<WorldOrgan> {
  return await world.database.server.transaction().execute(async (transaction) => {
    const parent = await findOrgan(transaction, under);
    if (parent === undefined) throw new Error('no such parent');
    const slug = `s-${randomUUID().slice(0, 12)}`;
    const organ = { name, kind: 'township' as const, slug, validFrom: '2019-05-15' };
    const made = await insertOrgan(transaction, organ, parent, randomUUID());
    if (!made.ok) throw new Error(made.error.map(({ message }) => message).join());
    return { regionId: made.value.region_id, organId: made.value.organ_id, path: made.value.path };
  });
}

/** A report as its file says it, entered by the office that receives it. */
export async function plantEntered(
  world: World,
  { regionId, organId }: WorldOrgan,
  report: AnnualReport,
  by: string,
): Promise<ReportKey> {
  const { server, context } = world.database;
  const key = { regionId, organId, reportYear: report.reportYear ?? 0 };
  await server.transaction().execute(async (transaction) => {
    const row = await beginReport(transaction, key, { now: context.now, newId: randomUUID, by });
    const at = context.now();
    const frozen = await freezeReport(transaction, row, {
      read: asRead(report),
      origin: 'file',
      edition: 1,
      findings: [],
      cases: null,
      by,
      at,
    });
    const who = { by, at: at.toISOString() };
    const event: ReportEvent = { type: 'enterFile', ...frozen, as: 'submitted', ...who };
    await appendReportEvent(transaction, row, REPORT_START, { event, sequence: 1, texts: {} });
  });
  return key;
}

/** The report as somebody typed it in. */
export const typedIn = (report: AnnualReport): ReportDraft => draftOfReport(report);

/** What a person sees of a report, and does to it. */
export function ruleDesk(world: World, key: ReportKey, cookie: string) {
  const params = { regionId: key.regionId, organId: key.organId, reportYear: key.reportYear };
  const read = async () => (await world.call(annualReportRoutes.read, { params }, cookie)).body;
  const ifMatch = async () => ({ 'if-match': `"${Number((await read())['version'])}"` });
  const findings = async () => (await read())['findings'] as unknown as readonly SeenFinding[];
  return {
    params,
    read,
    findings,
    failing: async () => (await findings()).filter(({ status }) => status === 'fail'),
    save: async (draft: ReportDraft) =>
      await world.call(
        annualReportRoutes.save,
        { params, body: { draft } as never },
        cookie,
        await ifMatch(),
      ),
    act: async (act: object, texts: Record<string, string> = {}) =>
      await world.call(
        annualReportRoutes.act,
        { params, body: { act, texts } as never },
        cookie,
        await ifMatch(),
      ),
    receive: async (act: object) =>
      await world.call(
        annualReportRoutes.receive,
        { params, body: { act, texts: {} } as never },
        cookie,
        await ifMatch(),
      ),
  };
}

/** A rule without the row or column that it is about. */
export const familyOf = (rule: string): string => rule.split('/')[0] ?? rule;
