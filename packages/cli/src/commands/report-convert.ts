import { dirname, join } from 'node:path';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { type ReportFormat, WRITE_FORMATS, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs, type Input } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { type Loaded, loadReport } from '../load-report.ts';
import { type CommonOptions, withOverrides } from '../options.ts';
import { createOutputs, type Outputs } from '../outputs.ts';
import { jsonList } from '../print/json-list.ts';
import { noteLines } from '../print/notes.ts';
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

const endingOf = (path: string | undefined): ReportFormat | undefined =>
  WRITE_FORMATS.find((format) => path?.toLowerCase().endsWith(`.${format}`));

function formatOf({ to, out }: ConvertOptions): ReportFormat {
  const ending = endingOf(out);
  const format = to ?? ending;
  if (format === undefined) throw new CliError(`请用 --to 指明输出格式：${WRITE_FORMATS.join('、')}。`);
  if (ending !== undefined && ending !== format)
    throw new CliError(`--to ${format} 与 --out 的扩展名不一致：${out}`);
  return format;
}

function targetOf(input: Input, format: ReportFormat, out: string | undefined): string {
  const name = `${(input.name ?? '年度报告').replace(/\.[^.]*$/, '')}.${format}`;
  if (out !== undefined) return endingOf(out) === undefined ? join(out, name) : out;
  return input.path === undefined ? name : join(dirname(input.label), name);
}

async function convertFiles(files: readonly string[], options: ConvertOptions, io: Io): Promise<ExitCode> {
  const format = formatOf(options);
  const inputs = await expandInputs(files, io);
  if (inputs.length > 1 && endingOf(options.out) !== undefined)
    throw new CliError(`要转换的文件有${inputs.length}个，--out 应为文件夹：${options.out}`);
  const outputs = createOutputs(inputs, options.force === true, io);
  const list = options.json === true ? jsonList(inputs.length > 1, io) : undefined;
  const progress = createProgress(inputs.length, io);
  let worst: ExitCode = EXIT.clean;
  for (const input of inputs) {
    const converted = await convertOne(await loadReport(input, options, io), format, options.out, outputs);
    progress.clear();
    if ('error' in converted) {
      worst = EXIT.unusable;
      await list?.add({ file: input.label, error: converted.error });
      await write(io.stderr, `${input.label}：${converted.error.message}\n`);
    } else if (list) {
      await list.add({ file: input.label, written: converted.target });
    } else {
      const lines = [`${input.label} → ${converted.target}`, ...noteLines(converted.read, io.width)];
      await write(io.stdout, lines.map((line) => `${line}\n`).join(''));
    }
    progress.step(input.label);
  }
  progress.clear();
  await list?.end();
  return worst;
}

type Converted =
  | { readonly read: ReadReport; readonly target: string }
  | { readonly error: { readonly code: string; readonly message: string } };

/** One file that cannot be written does not keep the others from being converted. */
async function convertOne(
  loaded: Loaded,
  format: ReportFormat,
  out: string | undefined,
  outputs: Outputs,
): Promise<Converted> {
  if ('error' in loaded) return loaded;
  const target = targetOf(loaded.input, format, out);
  try {
    await outputs.write(target, await writeReportFile(loaded.read, format));
  } catch (error) {
    if (error instanceof CliError) return { error: { code: 'not-written', message: error.message } };
    throw error;
  }
  return { read: loaded.read, target };
}
