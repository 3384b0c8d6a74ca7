import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import type { TableRow, TextItem } from './source-items.ts';

/** Words that only one of the two forms prints in table two. */
const TABLE_TWO_WORDS: Readonly<Record<FormVersion, RegExp>> = {
  '2019':
    /新制作数量|新公开数量|对外公开总数量|上一年项目数量|处理决定数量(?<!本年处理决定数量)|其他对外管理服务事项|政府集中采购|采购总金额/g,
  '2021': /本年制发件数|本年废止件数|现行有效件数|本年处理决定数量|本年收费金额/g,
};

/** Only the form of 2021 splits （六）其他处理. */
const TABLE_THREE_2021 = /逾期不补正|未按收费通知/;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What a person said about the report, and the year it is for, decide only where the tables themselves do not. */
export interface FormHints {
  readonly formVersion?: FormVersion;
  readonly reportYear: number | null;
}

/** The form binding for the year; the one now in force when the year is not known. */
export function formByYear(reportYear: number | null): FormVersion {
  return (reportYear === null ? undefined : formForYear(reportYear))?.version ?? '2021';
}

/**
 * The form that tables two and three follow, by their own labels (annual-report.md §11 #15: one report may mix
 * both). A form named by the caller overrides what is found.
 *
 * @param texts paragraphs that may hold tables as running text
 */
export function tableForms(
  rows: readonly TableRow[],
  texts: readonly TextItem[],
  hints: FormHints,
): Readonly<Record<'t2' | 't3', FormVersion>> {
  if (hints.formVersion !== undefined) return { t2: hints.formVersion, t3: hints.formVersion };
  const words = [
    ...rows.map(({ cells }) => cells.map(({ label }) => label).join('|')),
    ...texts.map(({ text }) => normaliseLabel(text)),
  ].join('\n');
  const balance = count(words, TABLE_TWO_WORDS['2021']) - count(words, TABLE_TWO_WORDS['2019']);
  const t2 = balance === 0 ? formByYear(hints.reportYear) : balance > 0 ? '2021' : '2019';
  return { t2, t3: TABLE_THREE_2021.test(words) ? '2021' : '2019' };
}
