import { type ReportFormat, WRITE_FORMATS } from '@zhaoshi/report-files/write/write-file';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { reportYear } from '../options.ts';
import type { PullFlags } from '../platform/pull-report.ts';
import type { PushFlags } from '../platform/push-report.ts';
import type { SubmitFlags } from '../platform/submit-report.ts';

type Finish = (code: ExitCode) => void;

const ORGAN = '机关全称，或者公开网站网址里的“地区简称/机关简称”，如 hedong/duandian；只写地区为其政府';

function writeFormat(text: string): ReportFormat {
  const format = WRITE_FORMATS.find((candidate) => candidate === text);
  if (format === undefined) throw new InvalidArgumentError(`可用：${WRITE_FORMATS.join('、')}。`);
  return format;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('应为正整数。');
  return Number(text);
}

interface PullOptions extends Omit<PullFlags, 'format'> {
  readonly to?: ReportFormat;
}

function formatOf({ to, out }: PullOptions): ReportFormat {
  const ending = WRITE_FORMATS.find((format) => out?.toLowerCase().endsWith(`.${format}`));
  if (out !== undefined && ending === undefined) {
    throw new CliError(`文件的扩展名应为：${WRITE_FORMATS.join('、')}。`);
  }
  if (to !== undefined && ending !== undefined && to !== ending) {
    throw new CliError(`--to ${to} 与文件的扩展名不一致：${out}`);
  }
  return to ?? ending ?? 'json';
}

/** `zhaoshi report pull` */
export function reportPullCommand(command: Command, finish: Finish, io: Io): void {
  command
    .description(
      '从平台取一份年度报告：现在的内容（编写中的标明“工作稿”），或者某一次封存的；先用 zhaoshi login 登录',
    )
    .argument('<机关>', ORGAN)
    .argument('<年度>', '四位年份', reportYear)
    .option('-o, --out <文件>', '写到文件，格式看扩展名；不写时输出 json 到标准输出')
    .addOption(new Option('--to <格式>', `格式：${WRITE_FORMATS.join('、')}`).argParser(writeFormat))
    .addOption(new Option('--submission <次数>', '第几次封存的，不写为现在的').argParser(count))
    .option('--findings', '在标准错误列出校验结果')
    .option('--force', '允许覆盖已有文件')
    .action(async (organ: string, year: number, options: PullOptions) => {
      const flags = { ...options, format: formatOf(options) };
      const { pullReport } = await import('../platform/pull-report.ts');
      finish(await pullReport({ organ, year }, flags, io));
    });
}

/** `zhaoshi report push` */
export function reportPushCommand(command: Command, finish: Finish, io: Io): void {
  command
    .description('把年度报告文件写入平台上的草稿：先列出会有什么变化，确认后写入；与草稿相同的部分不动')
    .argument('<文件>', '一份报告，可以是各种支持的格式；- 为标准输入')
    .option('--organ <机关>', `${ORGAN}（默认看文件）`)
    .addOption(new Option('--year <年份>', '报告年度（默认看文件）').argParser(reportYear))
    .option('--yes', '不询问，直接写入')
    .action(async (file: string, flags: PushFlags) => {
      const { pushReport } = await import('../platform/push-report.ts');
      finish(await pushReport(file, flags, io));
    });
}

/** `zhaoshi report submit` */
export function reportSubmitCommand(command: Command, finish: Finish, io: Io): void {
  command
    .description(
      '报送预演并办理下一步：列出校验结果和不能报送的原因；可以办理的，确认后提请签发或者签发并报送',
    )
    .argument('<机关>', ORGAN)
    .argument('<年度>', '四位年份', reportYear)
    .option('--remark <说明>', '送签说明，或者签发意见')
    .option('--secrecy-review <意见>', '先登记保密审查：审查意见和依据')
    .option('--yes', '不询问，直接办理')
    .action(async (organ: string, year: number, flags: SubmitFlags) => {
      const { submitReport } = await import('../platform/submit-report.ts');
      finish(await submitReport({ organ, year }, flags, io));
    });
}
