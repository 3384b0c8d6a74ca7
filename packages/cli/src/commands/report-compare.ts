import { compareCells } from '@zhaoshi/domain/annual-report/compare/compare-cells';
import { compareTexts } from '@zhaoshi/domain/annual-report/compare/compare-texts';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { requireReport } from '../load-report.ts';
import { printCellChanges, printTextChanges } from '../print/comparison.ts';

interface CompareOptions {
  readonly json?: boolean;
}

export function reportCompareCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('比较两份年度报告：逐格比数字，逐段比文字，给出重复率（如上年与本年、两个单位、退回前后）')
    .argument('<前一份>', '例如上一年度的报告')
    .argument('<后一份>', '例如本年度的报告')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (before: string, after: string, options: CompareOptions) => {
      finish(await compareFiles(before, after, options, io));
    });
}

async function single(path: string, io: Io): Promise<ReadReport> {
  const [input, ...more] = await expandInputs([path], io);
  if (input === undefined || more.length > 0) throw new CliError(`比较时每边只能是一个文件：${path}`);
  return await requireReport(input, {}, io);
}

const headOf = ({ report }: ReadReport): { organ: string | null; reportYear: number | null } => ({
  organ: report.organ,
  reportYear: report.reportYear,
});

async function compareFiles(
  before: string,
  after: string,
  options: CompareOptions,
  io: Io,
): Promise<ExitCode> {
  const a = await single(before, io);
  const b = await single(after, io);
  const cells = compareCells(a.report, b.report);
  const texts = compareTexts(a.report, b.report);
  if (options.json === true) {
    const value = {
      before: { file: before, ...headOf(a) },
      after: { file: after, ...headOf(b) },
      cells,
      texts,
    };
    await write(io.stdout, `${JSON.stringify(value, null, 2)}\n`);
  } else {
    const head = `前一份：${before}（${a.report.organ ?? '未识别单位'} ${a.report.reportYear ?? ''}）\n后一份：${after}（${b.report.organ ?? '未识别单位'} ${b.report.reportYear ?? ''}）`;
    const parts = [head, printCellChanges(cells, io.width), printTextChanges(texts, io.width)];
    await write(io.stdout, `${parts.join('\n\n')}\n`);
  }
  const sameCells = cells.every(({ change }) => change === 'equal' || change === 'noFigures');
  const sameTexts = texts.sections.every(({ hunks }) => hunks.every(({ kind }) => kind === 'equal'));
  return sameCells && sameTexts ? EXIT.clean : EXIT.findings;
}
