import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { auditVerdict, isIntact } from '../print/audit.ts';

/** What the platform's commands share. */
interface PlatformFlags {
  readonly data?: string;
}

type Platform = typeof import('@zhaoshi/server/compose');

/** The server is loaded when a command needs it: `zhaoshi report` must not wait for it. */
async function withPlatform<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const [platform, { StartError }] = await Promise.all([
    import('@zhaoshi/server/compose'),
    import('@zhaoshi/server/start-error'),
  ]);
  try {
    return await work(platform);
  } catch (error) {
    if (error instanceof StartError) throw new CliError(error.message, { cause: error });
    throw error;
  }
}

const dataOption = (command: Command): Command =>
  command.option('--data <文件夹>', '数据文件夹（默认：当前文件夹下的 zhaoshi-data）');

const SETTINGS = `
设置（环境变量，命令行选项优先）：
  ZHAOSHI_HOST   监听地址，默认 127.0.0.1
  ZHAOSHI_PORT   端口，默认 8080
  ZHAOSHI_DATA   数据文件夹
  ZHAOSHI_LOG    json（默认）或 off
  ZHAOSHI_EMPTY  1：首次启动不载入演示数据
  DATABASE_URL   使用现有的 PostgreSQL（15 或更高版本），不启动内置数据库`;

export function serveCommand(command: Command, io: Io): void {
  dataOption(command)
    .description('启动平台：内置数据库、升级、首次启动载入演示数据、门户网站')
    .option('--port <端口>', '端口（默认 8080；0 为任意空闲端口）')
    .option('--empty', '首次启动不载入演示数据')
    .addHelpText('after', SETTINGS)
    .action(async (flags: PlatformFlags & { readonly port?: string; readonly empty?: boolean }) => {
      await withPlatform((platform) =>
        platform.serve(flags, {
          say: (line) => io.stderr.write(`${line}\n`),
          log: (line) => io.stdout.write(line),
        }),
      );
    });
}

export function migrateCommand(command: Command, io: Io): void {
  dataOption(command)
    .description('把数据库升级到本程序的版本（serve 启动时会自动进行）')
    .action(async (flags: PlatformFlags) => {
      const applied = await withPlatform((platform) => platform.migrateDatabase(flags));
      const words = applied.length === 0 ? '数据库已是最新。' : `已执行：${applied.join('、')}`;
      await write(io.stdout, `${words}\n`);
    });
}

export function auditVerifyCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  dataOption(command)
    .description('逐条核验审计记录的校验链，指出第一条被改动、删除或调换的记录')
    .action(async (flags: PlatformFlags) => {
      const verdict = await withPlatform((platform) => platform.verifyAuditTrail(flags));
      await write(io.stdout, `${auditVerdict(verdict)}\n`);
      finish(isIntact(verdict) ? EXIT.clean : EXIT.findings);
    });
}

export function demoResetCommand(command: Command, io: Io): void {
  dataOption(command)
    .description('把演示数据恢复到首次启动时的样子（有正式数据时拒绝）')
    .action(async (flags: PlatformFlags) => {
      await withPlatform((platform) => platform.resetDemonstration(flags));
      await write(io.stdout, '演示数据已恢复。\n');
    });
}
