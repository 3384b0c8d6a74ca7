import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Overrides } from './load-report.ts';

/** Kinds of organ with the words a clerk knows. */
export const ORGAN_KINDS: Readonly<Record<OrganKind, string>> = {
  township: '乡镇人民政府',
  subdistrictOffice: '街道办事处',
  department: '政府部门',
  governmentOrgan: '本政府机关（政府及其办公厅、室）',
  countyGovernment: '县级人民政府',
  cityGovernment: '市级人民政府',
  provinceGovernment: '省级人民政府',
};

export interface CommonOptions extends Overrides {
  readonly json?: boolean;
}

function reportYear(text: string): number {
  const year = Number(text);
  if (!Number.isInteger(year) || year < 2008 || year > 2100) {
    throw new InvalidArgumentError('年份应为四位数字，例如 2025。');
  }
  return year;
}

/** Options that every command which reads reports has. */
export function withOverrides(command: Command): Command {
  return command
    .addOption(new Option('--year <年份>', '报告年度，以此为准，不从文件判断').argParser(reportYear))
    .addOption(
      new Option('--form <版本>', '格式版本，以此为准').choices(['2019', '2021'] satisfies FormVersion[]),
    )
    .addOption(new Option('--organ-kind <类别>', `单位类别：${kinds()}`).choices(Object.keys(ORGAN_KINDS)))
    .option('--json', '输出 JSON，供程序使用');
}

function kinds(): string {
  return Object.entries(ORGAN_KINDS)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('、');
}
