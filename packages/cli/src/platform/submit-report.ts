import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { REPORT_STATUSES, type ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { confirmed } from './confirmed.ts';
import type { PlatformClient } from './platform-client.ts';
import { findingsInWords } from './platform-findings.ts';
import { PlatformProblem } from './platform-problem.ts';
import {
  type PlatformReport,
  type ReportKey,
  readReport,
  reportNamed,
  standingOf,
} from './platform-report.ts';
import { type Prompt, withPrompt } from './prompt.ts';
import { withSession } from './signed-in.ts';

export interface SubmitFlags {
  readonly remark?: string;
  readonly secrecyReview?: string;
  readonly yes?: boolean;
}

type ActBody = RouteRequest<typeof annualReportRoutes.act>['body'];
type OfferedAct = PlatformReport['acts'][number];

/** The acts that bring a report to the competent department, with what each does. */
const ON_THE_WAY = {
  askSignature:
    '提请签发：现在的文字、各表数字和所计案件一并封存，此后不能直接改动，由分管负责人签发后报送；签发以前可以撤回。',
  sign: '签发并报送：您作为分管负责人签发封存的这份报告，随即报送本级主管部门审核接收；此后只能由主管部门退回才能修改。',
} as const;

type WayAct = keyof typeof ON_THE_WAY;

const isOnTheWay = (type: OfferedAct['type']): type is WayAct => Object.hasOwn(ON_THE_WAY, type);

/** What a report waits for that is past this command. */
const WAITS: Readonly<Partial<Record<ReportStatus, string>>> = {
  submitted: '已经报送，等主管部门审核接收。',
  accepted: '主管部门已经接收，等公布。',
  published: '已经公布；需要修改的发起更正。',
};

async function act(
  client: PlatformClient,
  key: ReportKey,
  { version, ...body }: ActBody & { readonly version: number },
): Promise<PlatformReport> {
  return await client.call(annualReportRoutes.act, { params: key, body }, version);
}

/** A signature: the code is asked for again when it was shown too long ago, and the act then done. */
async function signed<T>(client: PlatformClient, prompt: Prompt, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PlatformProblem) || error.code !== 'second-factor-again') throw error;
  }
  const code = await prompt.line('签发须再次核验动态口令：');
  await client.call(sessionRoutes.confirmSecondFactor, { body: { code } });
  return await work();
}

function bodyOf(type: WayAct, { frozenSha256 }: PlatformReport, remark: string | undefined): ActBody {
  if (type === 'askSignature') return { act: { type }, texts: remark === undefined ? {} : { remark } };
  const texts = remark === undefined ? {} : { opinion: remark };
  return { act: { type, sha256: frozenSha256 ?? '' }, texts };
}

/** Why there is nothing that this person may do now, in a sentence, and whether that is as it should be. */
function nothingToDo({ status }: PlatformReport): { readonly words: string; readonly code: ExitCode } {
  const waits = WAITS[status];
  if (waits !== undefined) return { words: waits, code: EXIT.clean };
  const words =
    status === 'inSignature'
      ? '等分管负责人签发；您的角色不能签发。'
      : `报告${REPORT_STATUSES[status]}，您的角色不能提请签发。`;
  return { words, code: EXIT.findings };
}

/** What a submission goes on with, step by step. */
interface Submitting {
  readonly client: PlatformClient;
  readonly key: ReportKey;
  readonly flags: SubmitFlags;
  readonly prompt: Prompt;
  readonly io: Io;
}

/** The review for secrecy comes before the signature is asked for (条例17). @returns `null`: nobody said yes */
async function reviewed(
  { client, key, flags, prompt, io }: Submitting,
  report: PlatformReport,
): Promise<PlatformReport | null> {
  const { secrecyReview: basis, yes } = flags;
  if (basis === undefined) return report;
  await write(io.stdout, `先登记对现在文字的保密审查，审查意见和依据：${basis}\n`);
  if (!(await confirmed('登记保密审查？', { prompt, yes }, io))) return null;
  return await act(client, key, {
    act: { type: 'recordSecrecyReview' },
    texts: { basis },
    version: report.version,
  });
}

async function nextStep(submitting: Submitting, report: PlatformReport): Promise<ExitCode> {
  const { client, key, flags, prompt, io } = submitting;
  const offered = report.acts.find(({ type }) => isOnTheWay(type));
  if (offered === undefined || !isOnTheWay(offered.type)) {
    const { words, code } = nothingToDo(report);
    await write(io.stdout, `${words}\n`);
    return code;
  }
  const { type, title, refusals, law } = offered;
  if (refusals.length > 0) {
    await write(io.stdout, `现在不能${title}：\n${refusals.map((why) => `  ${why}\n`).join('')}`);
    return EXIT.findings;
  }
  await write(io.stdout, `下一步是${ON_THE_WAY[type]}\n依据：${law}\n`);
  if (!(await confirmed(`${title}？`, { prompt, yes: flags.yes }, io))) return EXIT.findings;
  const command = { ...bodyOf(type, report, flags.remark), version: report.version };
  const after = await signed(client, prompt, () => act(client, key, command));
  const { status, frozenSha256 } = after;
  await write(io.stdout, `已${title}：${REPORT_STATUSES[status]}。封存校验值 ${frozenSha256 ?? ''}\n`);
  return EXIT.clean;
}

/** Rehearses the submission of a report, and takes its next step towards the competent department. */
export async function submitReport(
  { organ, year }: { readonly organ: string; readonly year: number },
  flags: SubmitFlags,
  io: Io,
): Promise<ExitCode> {
  return await withSession(io, async (client) => {
    const { key } = await reportNamed(client, organ, year);
    return await withPrompt(io, async (prompt) => {
      const submitting = { client, key, flags, prompt, io };
      const before = await readReport(client, key);
      await write(io.stdout, `${standingOf(before)}\n`);
      const report = await reviewed(submitting, before);
      if (report === null) return EXIT.findings;
      await write(io.stdout, findingsInWords(report.findings, io));
      return await nextStep(submitting, report);
    });
  });
}
