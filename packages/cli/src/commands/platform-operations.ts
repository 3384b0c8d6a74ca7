import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { backupSummary, restoreSummary } from '../print/backup.ts';
import { hasErrors, inspectionReport } from '../print/doctor.ts';
import { inWords, type PlatformFlags, platformOptions } from './platform-options.ts';

const operations = () => import('@zhaoshi/server/operations');

export function backupCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('把数据库和文件备份到一个文件，可以在服务运行时进行')
    .argument('[文件]', '新的备份文件，例如 zhaoshi.tar；不覆盖已有文件')
    .option(
      '--rotate <文件夹>',
      '以时间命名存入文件夹，并删除过期备份（默认保留 30 天每日、12 个月每月，见 ZHAOSHI_BACKUP_DAYS、ZHAOSHI_BACKUP_MONTHS）',
    )
    .action(async (file: string | undefined, flags: PlatformFlags & { readonly rotate?: string }) => {
      const { rotate } = flags;
      if ((file === undefined) === (rotate === undefined)) {
        throw new CliError('请给出备份文件，或用 --rotate 给出文件夹（二者之一）。');
      }
      const { backUpTo, backUpRotating } = await operations();
      const place = resolve(io.cwd, file ?? rotate ?? '');
      const done = await inWords(
        async () => await (rotate === undefined ? backUpTo(flags, place) : backUpRotating(flags, place)),
        place,
      );
      await write(io.stdout, `${backupSummary(done)}\n`);
    });
}

interface RestoreFlags extends PlatformFlags {
  readonly keys?: string;
  readonly newKeys?: boolean;
  readonly erasures?: string;
  readonly withoutErasures?: boolean;
}

export function restoreCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  platformOptions(command)
    .description('把备份恢复到空的数据文件夹或空数据库，并逐表核对校验值')
    .argument('<文件>', '备份文件')
    .option('--keys <文件夹>', '另行保存的密钥文件夹（原数据文件夹中的 keys）')
    .option('--new-keys', '没有原密钥，生成新的；原来加密的内容将不能再用')
    .option('--erasures <文件夹>', '清除名单所在的文件夹，默认取设置的或密钥旁边的 erasures')
    .option('--without-erasures', '没有清除名单；备份之后清除的个人信息可能随备份带回，记入审计')
    .action(async (file: string, flags: RestoreFlags) => {
      const { restoreFrom } = await operations();
      const place = resolve(io.cwd, file);
      const folder = flags.keys === undefined ? undefined : { folder: resolve(io.cwd, flags.keys) };
      const keys = flags.newKeys === true ? 'new' : folder;
      const list = flags.erasures === undefined ? undefined : { folder: resolve(io.cwd, flags.erasures) };
      const erasures = flags.withoutErasures === true ? 'none' : list;
      const given = { keys, erasures } as const;
      const restored = await inWords(async () => await restoreFrom(flags, place, given), place);
      await write(io.stdout, `${restoreSummary(restored)}\n`);
      finish(restored.audit.intact ? EXIT.clean : EXIT.findings);
    });
}

export function doctorCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  platformOptions(command)
    .description('检查运行环境、数据库、存储、邮件、备份，并列出正在生效的设置（不显示密码）')
    .option('--port <端口>', '要检查的端口')
    .action(async (flags: PlatformFlags & { readonly port?: string }) => {
      const { inspectInstallation } = await operations();
      const inspection = await inWords(async () => await inspectInstallation(flags));
      await write(io.stdout, `${inspectionReport(inspection)}\n`);
      finish(hasErrors(inspection) ? EXIT.findings : EXIT.clean);
    });
}
