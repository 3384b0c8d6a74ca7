import { randomUUID } from 'node:crypto';
import { isConfirmable } from '@zhaoshi/domain/annual-report/rules/confirmations';
import type { ReportEvent } from '@zhaoshi/domain/annual-report/work/report-act';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { REPORT_START } from '@zhaoshi/domain/annual-report/work/report-state';
import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import { findReportWork, type ReportKey } from '../src/db/queries/report-work.ts';
import { appendReportEvent } from '../src/use-cases/annual-report/append-event.ts';
import { beginReport } from '../src/use-cases/annual-report/begin-report.ts';
import { checkReport } from '../src/use-cases/annual-report/check-report.ts';
import { asRead, freezeReport } from '../src/use-cases/annual-report/freeze-report.ts';
import { loadReport } from '../src/use-cases/annual-report/loaded-report.ts';
import type { World, WorldOrgan } from './api-world.ts';

/** A year in which nothing is planted. */
export const REPORT_YEAR = 2025;

/** An organ has one report a year: each plant takes a year of its own. */
let nextYear = 2030;

/** Of years that lie ahead nothing is counted: else cases that are open now would be held by their frozen figures. */
const TYPED_DRAFT: ReportDraft = {
  ...EMPTY_DRAFT,
  sources: { t2: 'typed', t3: 'typed', t4: 'typed' },
};

const KINDS = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
];

/** Its text says of the applications what its table does not. */
export const CONTRADICTING_DRAFT: ReportDraft = {
  ...TYPED_DRAFT,
  texts: { ...EMPTY_DRAFT.texts, s1: '本年收到政府信息公开申请5件。' },
  typed: Object.fromEntries(
    ['t3.newlyReceived', 't3.carriedIn'].flatMap((row) => KINDS.map((kind) => [`${row}/${kind}`, '0'])),
  ),
};

export interface PlantedReport {
  readonly key: ReportKey;
  readonly version: number;
  /** A finding for which its author may give a reason. */
  readonly waivable: string;
  /** A finding about a sentence whose meaning somebody may confirm. */
  readonly confirmable: string;
}

export interface Planting {
  readonly reportYear?: number;
  readonly draft?: ReportDraft;
}

/** The report of an organ on its way, as others brought it there; what stands in it is not asked. */
export async function plantReport(
  world: World,
  { regionId, organId }: WorldOrgan,
  status: Extract<ReportStatus, 'drafting' | 'inSignature' | 'submitted'>,
  { reportYear, draft = reportYear === undefined ? TYPED_DRAFT : EMPTY_DRAFT }: Planting = {},
): Promise<PlantedReport> {
  const { server, context } = world.database;
  const key = { regionId, organId, reportYear: reportYear ?? nextYear++ };
  const by = await world.newPerson(world.township, ['drafter']);
  const at = context.now();
  const loaded = await server.transaction().execute(async (transaction) => {
    const begun = await beginReport(transaction, key, { now: context.now, newId: randomUUID, by });
    await transaction
      .updateTable('report_work')
      .set({ draft: JSON.stringify(draft) })
      .where('region_id', '=', begun.region_id)
      .where('report_id', '=', begun.report_id)
      .execute();
    const report = await loadReport(transaction, key, { now: at });
    if (report === null) throw new Error('the organ has no report');
    if (status === 'drafting') return report;
    const frozen = await freezeReport(transaction, begun, {
      read: asRead(report.report),
      origin: 'platform',
      edition: 1,
      findings: [],
      cases: [],
      by,
      at,
    });
    const who = { by, at: at.toISOString() };
    const asked: ReportEvent = { type: 'askSignature', ...frozen, ...who };
    const state = await appendReportEvent(transaction, begun, REPORT_START, {
      event: asked,
      sequence: 1,
      texts: {},
    });
    if (status === 'submitted') {
      const signed: ReportEvent = { type: 'sign', sha256: frozen.sha256, hasReceiver: true, ...who };
      await appendReportEvent(transaction, { ...begun, version: begun.version + 1 }, state, {
        event: signed,
        sequence: 2,
        texts: {},
      });
    }
    return report;
  });
  const { findings } = await checkReport(server, loaded, at);
  const waivable = findings.find((finding) => finding.status === 'fail' && finding.waiverBy === 'author');
  const row = await findReportWork(server, key);
  const confirmable = findings.find(isConfirmable);
  return {
    key,
    version: row?.version ?? 1,
    waivable: waivable?.id ?? '',
    confirmable: confirmable?.id ?? '',
  };
}
