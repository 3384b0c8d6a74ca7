import { isDeepStrictEqual } from 'node:util';
import { fromJsonReport, toJsonReport } from '../../src/json-report.ts';
import { readReportFile } from '../../src/read/read-file.ts';
import { fuzzCase } from './fuzz-case.ts';

/** What the reading of one file may take. */
const MAX_SECONDS = 5;
/** Wall time counts twice over, for the machine may be busy; PDFs are read in a thread whose time shows only there. */
const BUSY = 2;

const CODES = new Set<string>([
  'empty-file',
  'unknown-format',
  'unsupported-format',
  'encrypted',
  'damaged',
  'scanned-pdf',
  'archive-limits',
  'forbidden-xml',
  'too-large',
  'too-complex',
  'not-a-report',
]);

export interface StepResult {
  readonly kind: string;
  /** `ok` or the code of the refusal. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** What is wrong; absent when the reader did what it promises. */
  readonly problem?: string;
}

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function outcomeOf(
  bytes: Uint8Array,
  name: string | undefined,
): Promise<{ outcome: string; problem?: string }> {
  const result = await readReportFile(bytes, name === undefined ? {} : { name });
  if (!result.ok) {
    const { code, message } = result.error;
    if (!CODES.has(code)) return { outcome: code, problem: `unknown code ${code}` };
    return /[\u4e00-\u9fff]/.test(message)
      ? { outcome: code }
      : { outcome: code, problem: 'no Chinese message' };
  }
  // What was read must survive the public contract.
  const json = throughJson(toJsonReport(result.value));
  const again = throughJson(toJsonReport(fromJsonReport(json)));
  return isDeepStrictEqual(json, again)
    ? { outcome: 'ok' }
    : { outcome: 'ok', problem: 'JSON does not read back the same' };
}

/** Reads the file of one step and judges what came back. */
export async function fuzzStep(seed: number, step: number, only?: string): Promise<StepResult> {
  const { kind, bytes, name } = fuzzCase(seed, step, only);
  const cpuBefore = process.threadCpuUsage();
  const start = performance.now();
  let judged: { outcome: string; problem?: string };
  try {
    judged = await outcomeOf(bytes, name);
  } catch (error) {
    judged = {
      outcome: 'thrown',
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  const { user, system } = process.threadCpuUsage(cpuBefore);
  const milliseconds = performance.now() - start;
  const limit = MAX_SECONDS * 1_000;
  if ((user + system) / 1_000 > limit || milliseconds > limit * BUSY) {
    judged.problem ??= `took ${Math.round(milliseconds)} ms`;
  }
  return { kind, milliseconds, ...judged };
}
