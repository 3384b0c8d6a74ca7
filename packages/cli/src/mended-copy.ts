import { join, resolve } from 'node:path';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import { type Mended, mendReport } from '@zhaoshi/domain/annual-report/mend';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { FileFormat } from '@zhaoshi/report-files/source-document';
import { writeReportFile } from '@zhaoshi/report-files/write/write-file';
import type { Input } from './inputs.ts';
import type { Outputs } from './outputs.ts';
import { ruleName } from './print/findings.ts';

const WRITABLE: Readonly<Record<FileFormat, 'docx' | 'html' | 'xlsx' | 'json'>> = {
  docx: 'docx',
  doc: 'docx',
  pdf: 'docx',
  txt: 'docx',
  html: 'html',
  xlsx: 'xlsx',
  json: 'json',
};

/** What to mend: a report with its findings; `out` is the file or folder for the copy. */
interface ToMend {
  readonly input: Input;
  readonly read: ReadReport;
  readonly findings: readonly Finding[];
  readonly out: string | undefined;
}

/**
 * Writes a copy in which what is certain is mended, and returns an account of it for the caller's eyes.
 * @throws CliError when the copy cannot be written
 */
export async function writeMended({ input, read, findings, out }: ToMend, outputs: Outputs): Promise<string> {
  const { report, mended, left } = mendReport(read.report, findings);
  // A hint (no report of last year at hand) is nothing to mend.
  const leftLines = left
    .filter(({ severity }) => severity !== 'hint')
    .map((finding) => `  未改：${finding.message}〔${ruleName(finding)}〕`);
  if (mended.length === 0) return text(['没有可以确定改正的地方，未写改正稿。', ...leftLines]);
  const format = WRITABLE[read.format];
  const target = mendedPath(input, format, out);
  await outputs.write(target, await writeReportFile({ ...read, report }, format));
  return text([
    `改正稿：${target}（按统一格式重排，原文件未动）`,
    ...groupsOf(mended).map(mendedLine),
    ...leftLines,
  ]);
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`;

/** Figures of one finding that were mended alike, such as blanks that become 0, are told in one line. */
function groupsOf(mended: readonly Mended[]): readonly (readonly Mended[])[] {
  const groups = new Map<string, Mended[]>();
  for (const one of mended) {
    const key = `${one.finding.id} ${change(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function change({ before, after }: Mended): string {
  const kept = [after.unit, after.footnote].filter((part) => part !== undefined).join('；');
  const was = before === undefined || before.raw.trim() === '' ? '空格' : `“${before.raw}”`;
  return `${was} → ${after.value}${kept === '' ? '' : `（“${kept}”移至表注）`}`;
}

const MOST_CELLS_NAMED = 3;

function mendedLine(group: readonly Mended[]): string {
  const named = group.slice(0, MOST_CELLS_NAMED).map(({ cell }) => cellName(cell));
  const cells = group.length > MOST_CELLS_NAMED ? `${named.join('、')}等${group.length}格` : named.join('、');
  return `  已改：${cells}　${group.slice(0, 1).map(change).join('')}`;
}

function mendedPath({ name, path }: Input, format: string, out: string | undefined): string {
  const copy = `${(name ?? '年度报告').replace(/\.[^.]*$/, '')}（改正稿）.${format}`;
  if (out !== undefined) return out.toLowerCase().endsWith(`.${format}`) ? out : join(out, copy);
  return path === undefined ? copy : resolve(path, '..', copy);
}
