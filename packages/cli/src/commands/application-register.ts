import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { Command } from 'commander';
import { CliError, fileError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { printFormTable } from '../print/form-table.ts';
import { inWords, type PlatformFlags, platformOptions } from './platform-options.ts';

type Applications = typeof import('@zhaoshi/server/applications');
type Imported = Awaited<ReturnType<Applications['importRegisterAtTerminal']>>;

const withApplications = async <T>(work: (applications: Applications) => Promise<T>): Promise<T> =>
  await inWords(async () => await work(await import('@zhaoshi/server/applications')));

interface OrganFlags extends PlatformFlags {
  readonly organ: string;
}

const ORGAN = [
  '--organ <地区/机关>',
  '机关，写法同公开网站的网址，如 hedong/office；只写地区为其政府',
] as const;

function importWords(
  { rows, imported, failed, failures, unknownColumns }: Imported,
  checkOnly: boolean,
): string {
  const done = checkOnly
    ? `共 ${rows} 行，可以导入 ${rows - failed} 件`
    : `共 ${rows} 行，已导入 ${imported} 件`;
  return [
    `${done}${failed === 0 ? '。' : `，${failed} 行不能导入：`}`,
    ...failures.map(({ row, reasons }) => `  第 ${row} 行：${reasons.join('')}`),
    ...(failed > failures.length
      ? [`  还有 ${failed - failures.length} 行，见错误文件（--failures）。`]
      : []),
    ...(unknownColumns.length > 0 ? [`模板里没有这些列，没有读取：${unknownColumns.join('、')}。`] : []),
    '',
  ].join('\n');
}

/** `zhaoshi application import` */
export function applicationImportCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  platformOptions(command)
    .description('导入旧登记簿：逐行检查，检查通过的一次导入，其余的写进错误文件')
    .argument('<文件>', '按模板填写的电子表格；模板在工作台“导入旧登记簿”下载')
    .requiredOption(...ORGAN)
    .option('--check', '只检查，不导入')
    .option('--failures <文件>', '不能导入的行连同原因写到这里（xlsx，与模板同样的格式）')
    .option('--json', '输出 JSON，供程序使用')
    .action(
      async (
        file: string,
        flags: OrganFlags & { readonly check?: boolean; readonly failures?: string; readonly json?: boolean },
      ) => {
        const path = resolve(io.cwd, file);
        const bytes = await readFile(path).catch((error: unknown) => Promise.reject(fileError(error, file)));
        const imported = await withApplications((applications) =>
          applications.importRegisterAtTerminal(flags, {
            organ: flags.organ,
            bytes,
            failuresPath: flags.failures === undefined ? null : resolve(io.cwd, flags.failures),
            checkOnly: flags.check === true,
          }),
        );
        const text =
          flags.json === true
            ? `${JSON.stringify(imported, null, 2)}\n`
            : importWords(imported, flags.check === true);
        await write(io.stdout, text);
        finish(imported.failed === 0 ? EXIT.clean : EXIT.findings);
      },
    );
}

/** `zhaoshi application export` */
export function applicationExportCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('导出一个机关的申请登记簿（xlsx，含申请人信息；记入审计）')
    .argument('<文件>', '写到这里；已有同名文件不覆盖')
    .requiredOption(...ORGAN)
    .action(async (file: string, flags: OrganFlags) => {
      const path = resolve(io.cwd, file);
      await withApplications((applications) =>
        applications.exportRegisterAtTerminal(flags, { organ: flags.organ, path }),
      );
      await write(io.stdout, `登记簿已写到 ${file}。文件含有申请人信息，只有本人可读，用后请删除。\n`);
    });
}

/** `zhaoshi application statistics` */
export function applicationStatisticsCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('由案件统计一个机关一年的表三')
    .requiredOption(...ORGAN)
    .requiredOption('--year <年度>', '统计年度，如 2025')
    .option('--below', '包括下级机关')
    .option('--json', '输出 JSON，供程序使用')
    .action(
      async (
        flags: OrganFlags & { readonly year: string; readonly below?: boolean; readonly json?: boolean },
      ) => {
        const year = Number(flags.year);
        if (!/^\d{4}$/.test(flags.year)) throw new CliError(`年度应为四位数字：${flags.year}`);
        const { form, figures } = await withApplications((applications) =>
          applications.figuresAtTerminal(flags, { organ: flags.organ, year, below: flags.below === true }),
        );
        const text =
          flags.json === true
            ? JSON.stringify({ organ: flags.organ, year, form, figures }, null, 2)
            : printFormTable(formTable('t3', form), (cell) => String(figures[cell] ?? 0), io.width);
        await write(io.stdout, `${text}\n`);
      },
    );
}
