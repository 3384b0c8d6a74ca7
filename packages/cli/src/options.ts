import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Overrides } from './load-report.ts';

/** Kinds of organ with the words a clerk knows. */
const ORGAN_KINDS: Readonly<Record<OrganKind, string>> = {
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

/** Also used by commands with a `--year` of their own. */
export function reportYear(text: string): number {
  const year = Number(text);
  if (!Number.isInteger(year) || year < 2008 || year > 2100) {
    throw new InvalidArgumentError('年份应为四位数字，例如 2025。');
  }
  return year;
}

/** Also used by commands with a `--form` of their own. */
export function formVersion(text: string): FormVersion {
  if (text === '2019' || text === '2021') return text;
  throw new InvalidArgumentError('可用：2019、2021。');
}

const isOrganKind = (text: string): text is OrganKind => Object.hasOwn(ORGAN_KINDS, text);

function organKind(text: string): OrganKind {
  if (isOrganKind(text)) return text;
  throw new InvalidArgumentError(`可用：${kinds()}。`);
}

/** Options that every command which reads reports has. */
export function withOverrides(command: Command): Command {
  return command
    .addOption(new Option('--year <年份>', '报告年度，以此为准，不从文件判断').argParser(reportYear))
    .addOption(new Option('--form <版本>', '格式版本，2019 或 2021，以此为准').argParser(formVersion))
    .addOption(new Option('--organ-kind <类别>', `单位类别：${kinds()}`).argParser(organKind))
    .option('--json', '输出 JSON，供程序使用');
}

function kinds(): string {
  return Object.entries(ORGAN_KINDS)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('、');
}
