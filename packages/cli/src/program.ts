import { Command } from 'commander';
import stringWidth from 'string-width';
import { accountCommands } from './commands/account.ts';
import {
  applicationExportCommand,
  applicationImportCommand,
  applicationStatisticsCommand,
} from './commands/application-register.ts';
import { applicationSimulateCommand } from './commands/application-simulate.ts';
import { applicationVerifyCaseFileCommand } from './commands/application-verify-case-file.ts';
import { documentImportCommand } from './commands/document-import.ts';
import { documentVerifyCommand } from './commands/document-verify.ts';
import { loginCommand, logoutCommand } from './commands/login.ts';
import {
  auditVerifyCommand,
  demoResetCommand,
  migrateCommand,
  mirrorRebuildCommand,
  serveCommand,
} from './commands/platform.ts';
import { backupCommand, doctorCommand, restoreCommand } from './commands/platform-operations.ts';
import { reportAggregateCommand } from './commands/report-aggregate.ts';
import { reportCheckCommand } from './commands/report-check.ts';
import { reportCompareCommand } from './commands/report-compare.ts';
import { reportConvertCommand } from './commands/report-convert.ts';
import { reportFormsCommand } from './commands/report-forms.ts';
import { reportPullCommand, reportPushCommand, reportSubmitCommand } from './commands/report-platform.ts';
import { reportReadCommand } from './commands/report-read.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { wrap } from './print/text-table.ts';

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const EXIT_CODES = `
退出码：
  0  完成，没有阻断性问题
  1  有阻断性问题（compare：两份报告不同；aggregate：有单位未报送或与本级不一致；simulate：有一步法律不允许；push：有变化而没有确认写入；submit：不能办理或者没有确认）
  2  有文件、选项或写入位置不可用，其余文件照常处理；没有登录、平台拒绝或没有连上
  70 程序自身出错`;

/** The command tree; `finish` receives the exit code of the command that ran. */
export function createProgram(finish: (code: ExitCode) => void, io: Io): Command {
  const program = localised(new Command('zhaoshi'), io)
    .description('昭示：政府信息公开工作平台')
    .version('0.1.0', '--version', '显示版本');
  const report = localised(program.command('report'), io)
    .description('政府信息公开工作年度报告：读取、校验、转换、比较、汇总，与平台互传')
    .addHelpText('after', EXIT_CODES);
  reportReadCommand(localised(report.command('read'), io), finish, io);
  reportCheckCommand(localised(report.command('check'), io), finish, io);
  reportConvertCommand(localised(report.command('convert'), io), finish, io);
  reportCompareCommand(localised(report.command('compare'), io), finish, io);
  reportAggregateCommand(localised(report.command('aggregate'), io), finish, io);
  reportPullCommand(localised(report.command('pull'), io), finish, io);
  reportPushCommand(localised(report.command('push'), io), finish, io);
  reportSubmitCommand(localised(report.command('submit'), io), finish, io);
  reportFormsCommand(localised(report.command('forms'), io), finish, io);
  const application = localised(program.command('application'), io)
    .description('依申请公开')
    .addHelpText('after', EXIT_CODES);
  applicationSimulateCommand(localised(application.command('simulate'), io), finish, io);
  applicationImportCommand(localised(application.command('import'), io), finish, io);
  applicationExportCommand(localised(application.command('export'), io), io);
  applicationStatisticsCommand(localised(application.command('statistics'), io), io);
  applicationVerifyCaseFileCommand(localised(application.command('verify-case-file'), io), finish, io);
  const document = localised(program.command('document'), io)
    .description('主动公开')
    .addHelpText('after', EXIT_CODES);
  documentImportCommand(localised(document.command('import'), io), finish, io);
  documentVerifyCommand(localised(document.command('verify'), io), finish, io);
  loginCommand(localised(program.command('login'), io), io);
  logoutCommand(localised(program.command('logout'), io), io);
  serveCommand(localised(program.command('serve'), io), io);
  migrateCommand(localised(program.command('migrate'), io), io);
  backupCommand(localised(program.command('backup'), io), io);
  restoreCommand(localised(program.command('restore'), io), finish, io);
  doctorCommand(localised(program.command('doctor'), io), finish, io);
  const account = localised(program.command('account'), io).description('账号：首名管理员和应急处理');
  accountCommands(account, (command) => localised(command, io), io);
  const audit = localised(program.command('audit'), io).description('审计记录');
  auditVerifyCommand(localised(audit.command('verify'), io), finish, io);
  const mirror = localised(program.command('mirror'), io).description('公开网站的静态镜像');
  mirrorRebuildCommand(localised(mirror.command('rebuild'), io), io);
  const demo = localised(program.command('demo'), io).description('演示数据');
  demoResetCommand(localised(demo.command('reset'), io), io);
  return program;
}

/** commander's words for what may follow a command. */
const inChinese = (usage: string): string =>
  usage.replaceAll('[options]', '[选项]').replaceAll('[command]', '<命令>');

/** Chinese help, errors as exceptions, output through `io`. */
function localised(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .option('--debug', '出错时显示详细信息')
    .configureHelp({
      styleTitle: (title) => HELP_TITLES[title] ?? title,
      styleUsage: inChinese,
      styleSubcommandTerm: inChinese,
      // A Chinese character takes two columns.
      displayWidth: stringWidth,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
    })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Complaints are put into Chinese by `usageError`.
      outputError: () => {},
      getOutHelpWidth: () => io.width,
    });
}
