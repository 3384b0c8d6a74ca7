import type { ReportEvent } from '@zhaoshi/domain/annual-report/work/report-act';
import { type ReportNotice, reportNotice } from '@zhaoshi/domain/annual-report/work/report-notices';
import type { ReportState } from '@zhaoshi/domain/annual-report/work/report-state';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import { officeOf } from '../../db/queries/report-board.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import type { LoadedReport } from './loaded-report.ts';

type Desk = Awaited<ReturnType<typeof organDesk>>;

const recipients = ({ officers, supervisors }: Desk, { to, roles }: ReportNotice): readonly string[] =>
  to === 'receiver'
    ? supervisors
    : officers
        .filter((officer) => officer.roles.some((role) => roles.includes(role)))
        .map(({ accountId }) => accountId);

/** The people of the organ that reports and of whoever receives it; a government's report is its office's work (30号二(一)). */
async function deskOf(transaction: Transaction<Schema>, organ: OrganRow): Promise<Desk> {
  const { region_id: regionId, organ_id: organId, path, kind } = organ;
  const own = await organDesk(transaction, { regionId, organId, path });
  const office = isGovernment(kind) ? await officeOf(transaction, regionId) : undefined;
  if (office === undefined) return own;
  const { officers } = await organDesk(transaction, office);
  return { ...own, officers: [...own.officers, ...officers] };
}

/** Tells in the console whoever is next after an act on a report, or whose report came back. */
export async function tellReportNext(
  transaction: Transaction<Schema>,
  context: Pick<UseCaseContext, 'now' | 'newId'>,
  { organ, key }: LoadedReport,
  { event, after }: { readonly event: ReportEvent; readonly after: ReportState },
): Promise<void> {
  const notice = reportNotice(event, after);
  if (notice === null) return;
  const told = recipients(await deskOf(transaction, organ), notice);
  for (const accountId of new Set(told)) {
    if (accountId === event.by) continue;
    const facts = {
      organ: organ.name,
      year: String(key.reportYear),
      words: notice.words,
      regionId: organ.region_id,
      organId: organ.organ_id,
    };
    await notify(transaction, { accountId, kind: 'reportWaiting', facts }, context);
  }
}
