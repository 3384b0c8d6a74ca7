import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type VerifiedCaseFile, verifyCaseFile } from '@zhaoshi/report-files/case-file/verify-case-file';
import { ReadFailure } from '@zhaoshi/report-files/read-error';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';

interface VerifyOptions {
  readonly json?: boolean;
}

export function applicationVerifyCaseFileCommand(
  command: Command,
  finish: (code: ExitCode) => void,
  io: Io,
): void {
  command
    .description('核对导出的案卷：逐个文件比对校验值，指出改动、缺少和多出的文件；只读，不解压到磁盘')
    .argument('<案卷>', '从工作台导出的案卷（zip）')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (path: string, options: VerifyOptions) => {
      const verified = await verify(path, io);
      const text = options.json === true ? JSON.stringify(verified, null, 2) : printed(verified);
      await write(io.stdout, `${text}\n`);
      finish(verified.problems.length === 0 ? EXIT.clean : EXIT.findings);
    });
}

async function verify(path: string, { cwd }: Io): Promise<VerifiedCaseFile> {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new CliError(`没有这个文件：${path}`);
  try {
    return await verifyCaseFile(file);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    throw new CliError('文件已损坏，或者不是昭示导出的案卷（zip），没有核对。');
  }
}

function printed({ manifest, problems }: VerifiedCaseFile): string {
  const head =
    manifest === null
      ? []
      : [
          `登记号 ${manifest.registrationNumber}，导出于 ${manifest.exportedAt}，共 ${manifest.entries.length} 个文件。`,
          `全卷校验值 ${manifest.sha256}`,
        ];
  const end = problems.length === 0 ? ['与导出时一致。'] : problems;
  return [...head, ...end].join('\n');
}
