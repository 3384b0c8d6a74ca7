import { toJsonReport } from '@zhaoshi/report-files/json-report';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandInputs } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { loadReport } from '../load-report.ts';
import { type CommonOptions, withOverrides } from '../options.ts';
import { jsonList } from '../print/json-list.ts';
import { printReport } from '../print/report.ts';
import { createProgress } from '../progress.ts';

export function reportReadCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  withOverrides(command)
    .description('读取年度报告：标题、单位、年度、各部分文字和每一格数字，并说明哪些是规整、推断或没看懂的')
    .argument('<文件...>', '文件、文件夹、通配符，或 - 表示标准输入')
    .action(async (files: string[], options: CommonOptions) => {
      finish(await readFiles(files, options, io));
    });
}

async function readFiles(files: readonly string[], options: CommonOptions, io: Io): Promise<ExitCode> {
  const inputs = await expandInputs(files, io);
  const list = options.json === true ? jsonList(inputs.length > 1, io) : undefined;
  const progress = createProgress(inputs.length, io);
  let worst: ExitCode = EXIT.clean;
  for (const input of inputs) {
    const loaded = await loadReport(input, options, io);
    progress.clear();
    if ('error' in loaded) {
      worst = EXIT.unusable;
      if (list) await list.add({ file: input.label, error: loaded.error });
      await write(io.stderr, `${input.label}：${loaded.error.message}\n`);
    } else if (list) {
      const report = toJsonReport(loaded.read);
      await list.add(inputs.length > 1 ? { file: input.label, ...report } : report);
    } else {
      await write(io.stdout, `${input.label}\n${printReport(loaded.read, io.width)}\n`);
    }
    progress.step(input.label);
  }
  progress.clear();
  await list?.end();
  return worst;
}
