import type { Rejection } from '@zhaoshi/contract/problems';
import { composeLeaderPackage } from '@zhaoshi/domain/annual-report/leader-package/compose-leader-package';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { writeLeaderPackage } from '@zhaoshi/report-files/write/docx/write-leader-package';
import type { ReportKey } from '../../db/queries/report-work.ts';
import type { ChangeContext } from '../context.ts';
import { downloadSubject, type MadeReportFile } from './download-copy.ts';
import { leaderFacts } from './leader-facts.ts';
import { loadReport } from './loaded-report.ts';

/** What the leader reads before signing the report, as a Word document; that it was taken away is in the trail. */
export async function downloadLeaderPackage(
  { change, reaches, now }: ChangeContext,
  key: ReportKey,
): Promise<Result<MadeReportFile, Rejection>> {
  const recorded = await change(async (transaction) => {
    const loaded = await loadReport(transaction, key, { now: now() });
    if (loaded === null || !reaches(loaded.organ.path)) return err({ code: 'not-found' });
    return ok({
      value: await leaderFacts(transaction, loaded, now()),
      subject: downloadSubject(loaded),
      organPath: loaded.organ.path,
      details: { reportYear: key.reportYear, kind: 'leaderPackage', submission: null, format: 'docx' },
    });
  });
  if (!recorded.ok) return recorded;
  const { today } = recorded.value;
  const paper = composeLeaderPackage(recorded.value);
  return ok({ name: `${paper.title}（${today}）`, bytes: await writeLeaderPackage(paper, today) });
}
