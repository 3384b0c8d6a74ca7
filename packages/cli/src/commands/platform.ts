import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { auditVerdict, isIntact } from '../print/audit.ts';
import { inWords, type PlatformFlags, platformOptions } from './platform-options.ts';

type Platform = typeof import('@zhaoshi/server/compose');

/** The server is loaded when a command needs it: `zhaoshi report` must not wait for it. */
const withPlatform = async <T>(work: (platform: Platform) => Promise<T>): Promise<T> =>
  await inWords(async () => await work(await import('@zhaoshi/server/compose')));

const SETTINGS = `
设置可以写在环境变量或设置文件里（命令行选项优先，其次环境变量），常用的有：
  ZHAOSHI_HOST   监听地址，默认 127.0.0.1
  ZHAOSHI_PORT   端口，默认 8080
  ZHAOSHI_DATA   数据文件夹
  DATABASE_URL   使用现有的 PostgreSQL（15 或更高版本），不启动内置数据库
全部设置见 docs/settings.md；zhaoshi doctor 显示正在生效的设置。`;

export function serveCommand(command: Command, io: Io): void {
  platformOptions(command)
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
  platformOptions(command)
    .description('把数据库升级到本程序的版本（serve 启动时会自动进行）')
    .action(async (flags: PlatformFlags) => {
      const applied = await withPlatform((platform) => platform.migrateDatabase(flags));
      const words = applied.length === 0 ? '数据库已是最新。' : `已执行：${applied.join('、')}`;
      await write(io.stdout, `${words}\n`);
    });
}

export function auditVerifyCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  platformOptions(command)
    .description('逐条核验审计记录的校验链，指出第一条被改动、删除或调换的记录')
    .action(async (flags: PlatformFlags) => {
      const verdict = await withPlatform((platform) => platform.verifyAuditTrail(flags));
      await write(io.stdout, `${auditVerdict(verdict)}\n`);
      finish(isIntact(verdict) ? EXIT.clean : EXIT.findings);
    });
}

export function mirrorRebuildCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('重新生成公开网站的静态镜像（文件夹由 ZHAOSHI_MIRROR 指定；平时随发布自动更新）')
    .action(async (flags: PlatformFlags) => {
      const { written, removed } = await withPlatform((platform) => platform.rebuildMirror(flags));
      await write(io.stdout, `静态镜像已重新生成：写入 ${written} 个文件，清除 ${removed} 个。\n`);
    });
}

export function demoResetCommand(command: Command, io: Io): void {
  platformOptions(command)
    .description('把演示数据恢复到首次启动时的样子（有正式数据时拒绝）')
    .action(async (flags: PlatformFlags) => {
      await withPlatform((platform) => platform.resetDemonstration(flags));
      await write(io.stdout, '演示数据已恢复。\n');
    });
}
