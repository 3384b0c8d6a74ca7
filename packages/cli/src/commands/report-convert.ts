import { type ReportFormat, WRITE_FORMATS, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs, type Input } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { loadReport } from '../load-report.ts';
import { type CommonOptions, withOverrides } from '../options.ts';
import { writeOutput } from '../outputs.ts';
import { jsonList } from '../print/json-list.ts';
import { createProgress } from '../progress.ts';

interface ConvertOptions extends CommonOptions {
  readonly to?: ReportFormat;
  readonly out?: string;
  readonly force?: boolean;
}

export function reportConvertCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  withOverrides(command)
    .description('把年度报告转成统一格式的 docx、pdf、html、xlsx 或 json；数字照原样，不作改动')
    .argument('<文件...>', '文件、文件夹、通配符，或 - 表示标准输入')
    .addOption(
      new Option('--to <格式>', `输出格式：${WRITE_FORMATS.join('、')}（不写时看 --out 的扩展名）`).argParser(
        writeFormat,
      ),
    )
    .option('--out <位置>', '输出文件；多个输入时为文件夹（默认与原文件同处）')
    .option('--force', '允许覆盖已有文件')
    .action(async (files: string[], options: ConvertOptions) => {
      finish(await convertFiles(files, options, io));
    });
}

function writeFormat(text: string): ReportFormat {
  const format = WRITE_FORMATS.find((candidate) => candidate === text);
  if (format === undefined) throw new InvalidArgumentError(`可用：${WRITE_FORMATS.join('、')}。`);
  return format;
}

function formatOf(options: ConvertOptions): ReportFormat {
  const ending = options.out?.split('.').at(-1)?.toLowerCase();
  const format = options.to ?? WRITE_FORMATS.find((candidate) => candidate === ending);
  if (format === undefined) throw new CliError(`请用 --to 指明输出格式：${WRITE_FORMATS.join('、')}。`);
  return format;
}

function targetOf(input: Input, format: ReportFormat, out: string | undefined, several: boolean): string {
  const name = `${(input.name ?? '年度报告').replace(/\.[^.]*$/, '')}.${format}`;
  if (out !== undefined) return several || !out.toLowerCase().endsWith(`.${format}`) ? `${out}/${name}` : out;
  return input.path === undefined ? name : input.path.replace(/[^\\/]*$/, name);
}

async function convertFiles(files: readonly string[], options: ConvertOptions, io: Io): Promise<ExitCode> {
  const format = formatOf(options);
  const inputs = await expandInputs(files, io);
  const list = options.json === true ? jsonList(inputs.length > 1, io) : undefined;
  const progress = createProgress(inputs.length, io);
  let worst: ExitCode = EXIT.clean;
  for (const input of inputs) {
    const loaded = await loadReport(input, options, io);
    if ('error' in loaded) {
      worst = EXIT.unusable;
      await list?.add({ file: input.label, error: loaded.error });
      await write(io.stderr, `${input.label}：${loaded.error.message}\n`);
    } else {
      const target = targetOf(input, format, options.out, inputs.length > 1);
      await writeOutput(target, await writeReportFile(loaded.read, format), options.force === true, io);
      if (list) await list.add({ file: input.label, written: target });
      else await write(io.stdout, `${input.label} → ${target}\n`);
    }
    progress.step(input.label);
  }
  progress.done();
  await list?.end();
  return worst;
}
