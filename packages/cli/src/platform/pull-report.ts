import { annualReportDownloadRoutes } from '@zhaoshi/contract/routes/annual-report-downloads';
import { REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import type { ReportFormat } from '@zhaoshi/report-files/write/write-file';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { createOutputs } from '../outputs.ts';
import { findingsInWords } from './platform-findings.ts';
import { type PlatformReport, readReport, reportNamed, standingOf } from './platform-report.ts';
import { withSession } from './signed-in.ts';

export interface PullFlags {
  readonly out?: string;
  readonly format: ReportFormat;
  readonly submission?: number;
  readonly findings?: boolean;
  readonly force?: boolean;
}

/** A frozen state by its number, told when there is none of it. */
function submissionOf(report: PlatformReport, wanted: number | undefined): number | null {
  if (wanted === undefined) return null;
  if (report.submissions.some(({ submission }) => submission === wanted)) return wanted;
  const known = report.submissions.map(({ submission }) => submission).toSorted((a, b) => a - b);
  throw new CliError(
    known.length === 0
      ? '这份报告还没有封存过，只有现在的内容；请去掉 --submission。'
      : `这份报告没有第${wanted}次封存，有：${known.join('、')}。`,
  );
}

/** Brings a report from the platform into a file, or to standard output. */
export async function pullReport(
  { organ, year }: { readonly organ: string; readonly year: number },
  flags: PullFlags,
  io: Io,
): Promise<ExitCode> {
  return await withSession(io, async (client) => {
    const { key } = await reportNamed(client, organ, year);
    const report = await readReport(client, key);
    const submission = submissionOf(report, flags.submission);
    const body = { submission, format: flags.format };
    const bytes = await client.bytes(annualReportDownloadRoutes.copy, { params: key, body });
    const what = submission === null ? REPORT_STATUSES[report.status] : `第${submission}次封存`;
    await write(io.stderr, `${standingOf(report)}\n`);
    if (flags.findings === true) await write(io.stderr, findingsInWords(report.findings, io));
    if (flags.out === undefined) io.stdout.write(bytes);
    else {
      await createOutputs([], flags.force === true, io).write(flags.out, bytes);
      await write(io.stderr, `已写入 ${flags.out}（${what}）\n`);
    }
    return EXIT.clean;
  });
}
