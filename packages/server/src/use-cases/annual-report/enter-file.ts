import type { Rejection } from '@zhaoshi/contract/problems';
import { decideReportAct } from '@zhaoshi/domain/annual-report/work/decide-report-act';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Transaction } from 'kysely';
import type { FileKey } from '../../db/queries/files.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import type { ReportKey, ReportWorkRow } from '../../db/queries/report-work.ts';
import { isReportingUnit } from '../../db/queries/reporting-units.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { attachFile } from '../files/attach-file.ts';
import { rejectionOfRefusals } from '../rejection-of-refusals.ts';
import { decideReportContext } from './act-on-report.ts';
import { appendReportEvent } from './append-event.ts';
import { beginReport } from './begin-report.ts';
import { checkReport } from './check-report.ts';
import { freezeReport } from './freeze-report.ts';
import { keepFailing, keepForBoard } from './keep-for-board.ts';
import { type LoadedReport, loadReport } from './loaded-report.ts';
import { publishRejectionOf } from './publish-frozen.ts';
import { publishReportWithin } from './publish-report.ts';
import { readReportFile } from './read-report-file.ts';
import { tellReportNext } from './tell-report-next.ts';

export interface EnterFile extends ReportKey {
  readonly fileId: string;
  /** Of the file as it was looked at. */
  readonly sha256: string;
  readonly as: 'submitted' | 'published';
  readonly source: string;
}

interface Entering {
  readonly command: EnterFile;
  readonly read: ReadReport;
}

/** Why the file cannot stand for this report at all; everything else is for a person to see and to answer for. */
function refuseFile({ report }: ReadReport, { reportYear }: ReportKey): Rejection | null {
  if (report.reportYear !== null && report.reportYear !== reportYear) {
    const detail = `文件写的是${report.reportYear}年，没有录入为${reportYear}年的报告。请选择对应的年度。`;
    return { code: 'state-refuses', detail };
  }
  if (Object.keys(report.tableForms).length > 0) return null;
  return {
    code: 'state-refuses',
    detail: '文件里没有认出年度报告的表格，没有录入。请核对是不是年度报告，或者作为草稿逐格填写。',
  };
}

/** The frozen state with the file's own figures, and the event that says so. */
async function enter(
  transaction: Transaction<Schema>,
  context: ChangeContext,
  {
    row,
    loaded,
    command,
    file,
    read,
  }: Entering & {
    readonly row: ReportWorkRow;
    readonly loaded: LoadedReport;
    readonly file: FileKey;
  },
): Promise<Result<null, Rejection>> {
  const { as, source } = command;
  const at = context.now();
  const { caller } = context;
  // Reviewed and signed where it was made: what was done with a draft here says nothing of it.
  const received = { ...loaded, state: { ...loaded.state, status: 'submitted' as const }, events: [] };
  const { findings } = await checkReport(transaction, received, at);
  const texts = { source };
  const decided = decideReportAct(
    loaded.state,
    { act: { type: 'enterFile', submission: 0, sha256: '', as }, texts },
    {
      ...decideReportContext(loaded, { findings }, { caller, now: at }),
      entry: {
        isListed: await isReportingUnit(transaction, loaded.key),
        wasAsked: loaded.events.some(({ type }) => type === 'askSignature'),
      },
    },
  );
  if (!decided.ok) return err(rejectionOfRefusals(decided.error));
  const frozen = await freezeReport(transaction, row, {
    read,
    origin: 'file',
    edition: loaded.state.edition,
    findings,
    cases: null,
    file,
    by: caller.accountId,
    at,
  });
  const ids = { regionId: row.region_id, reportId: row.report_id };
  await keepForBoard(transaction, { ...ids, submission: frozen.submission }, loaded);
  const event = { type: 'enterFile', ...frozen, as, by: caller.accountId, at: at.toISOString() } as const;
  const sequence = (loaded.events.at(-1)?.sequence ?? 0) + 1;
  const after = await appendReportEvent(transaction, row, loaded.state, { event, sequence, texts });
  await keepFailing(transaction, row, findings);
  if (as === 'published') {
    const published = await publishReportWithin(
      transaction,
      { actor: caller.accountId, ...loaded.key, read },
      context,
    );
    if (!published.ok) return err(publishRejectionOf(published.error));
  }
  await tellReportNext(transaction, context, loaded, { event, after });
  return ok(null);
}

/**
 * Enters a report as its file says: of a unit without the platform, counted in the sum of its region, or of a year
 * before it, as published. Nothing in it is mended; the file is kept. What stands in a draft stays there.
 */
export async function enterFile(
  context: ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> },
  command: EnterFile,
): Promise<Result<null, Rejection>> {
  const { change, database, reaches, caller, now, newId, services } = context;
  const { regionId, organId, reportYear, fileId, sha256 } = command;
  const key = { regionId, organId, reportYear };
  const own = caller.organ;
  if (own === null) return err({ code: 'not-found' });
  const found = await findOrgan(database, key);
  if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
  const file = await readReportFile(
    database,
    { regionId: own.regionId, fileId },
    { services, reaches: (path) => path === caller.actor.path },
  );
  if (!file.ok) return file;
  if (file.value.sha256 !== sha256) {
    return err({ code: 'state-refuses', detail: '文件与核对时的不同，没有录入。请重新上传并核对。' });
  }
  const { read } = file.value;
  const refused = refuseFile(read, key);
  if (refused !== null) return err(refused);
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, key);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const row = await beginReport(transaction, key, { now, newId, by: caller.accountId });
    const loaded = await loadReport(transaction, key, { now: now() });
    if (loaded === null) return err({ code: 'not-found' });
    const attached = await attachFile(transaction, { ...own, fileId });
    if (!attached.ok) return attached;
    const shown = { ...loaded, report: read.report };
    const entered = await enter(transaction, context, {
      row,
      loaded: shown,
      command,
      file: { regionId: own.regionId, fileId },
      read,
    });
    if (!entered.ok) return entered;
    return ok({
      value: null,
      subject: `annualReport/${row.report_id}`,
      organPath: organ.path,
      details: { act: 'enterFile', reportYear, as: command.as, before: { status: loaded.state.status } },
    });
  });
}
