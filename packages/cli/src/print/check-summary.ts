import { compareOrgans } from '@zhaoshi/domain/annual-report/rules/identity';
import type { CheckContext, Finding, Severity } from '@zhaoshi/domain/annual-report/rules/rule';
import type { StaleWaiver } from '@zhaoshi/domain/annual-report/rules/waivers';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Io } from '../io.ts';
import { printFindings, ruleName } from './findings.ts';
import { noteLines } from './notes.ts';

/** One checked file, as it is told to people. */
interface Checked {
  readonly label: string;
  readonly read: ReadReport;
  readonly context: CheckContext;
  readonly findings: readonly Finding[];
  readonly staleWaivers: readonly StaleWaiver[];
}

const count = (findings: readonly Finding[], predicate: (finding: Finding) => boolean): number =>
  findings.filter(predicate).length;

const failed = (findings: readonly Finding[], severity: Severity): number =>
  count(findings, (finding) => finding.status === 'fail' && finding.severity === severity);

/** Organ, year, notes of the reader, findings and totals of one file; `all` adds what passed or was not checked. */
export function checkSummary(checked: Checked, all: boolean, io: Io): string {
  const { label, read, findings } = checked;
  const { report } = read;
  const shown = all ? findings : findings.filter(({ status }) => status === 'fail' || status === 'waived');
  const unchecked = count(findings, ({ status }) => status === 'notEvaluated');
  const totals = [
    `阻断 ${failed(findings, 'block')}`,
    `警告 ${failed(findings, 'warn')}`,
    `提示 ${failed(findings, 'hint')}`,
    `未校验 ${unchecked}${all || unchecked === 0 ? '' : '（原因加 --all 查看）'}`,
    `通过 ${count(findings, ({ status }) => status === 'pass')}`,
    `已豁免 ${count(findings, ({ status }) => status === 'waived')}`,
  ];
  const lines = [
    `${label}　${report.organ ?? '（未识别单位）'}　${report.reportYear ?? '（未识别）'}年度`,
    ...noteLines(read, io.width),
    ...previousLines(checked.context),
    shown.length === 0 ? '没有发现问题。' : printFindings(shown, io),
    '',
    `合计：${totals.join('，')}`,
    ...checked.staleWaivers.map((stale) => staleLine(stale, findings)),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** A previous report of another organ or year is most likely the wrong file. */
function previousLines({ report, previous }: CheckContext): readonly string[] {
  if (previous === undefined) return [];
  const organs = [report.organ, previous.organ].flatMap((organ) => organ ?? []);
  const [own, other] = organs;
  const otherOrgan =
    own !== undefined && other !== undefined && compareOrgans(own, other) === 'different'
      ? [`  注意：--previous 是“${other}”的报告，不是“${own}”的，请确认没有选错文件。`]
      : [];
  const wanted = report.reportYear === null ? null : report.reportYear - 1;
  const otherYear =
    wanted !== null && previous.reportYear !== null && previous.reportYear !== wanted
      ? [`  注意：--previous 是${previous.reportYear}年度的报告，上一年度应为${wanted}年度。`]
      : [];
  return [...otherOrgan, ...otherYear];
}

const STALE: Readonly<Record<StaleWaiver['why'], string>> = {
  gone: '已没有这个问题，可以删去',
  changed: '有关的内容已改变，请重新核实',
  notAllowed: '这条规则不能豁免，或不能由这一角色豁免',
};

function staleLine({ waiver, why }: StaleWaiver, findings: readonly Finding[]): string {
  const finding = findings.find(({ id }) => id === waiver.findingId);
  const about = finding === undefined ? waiver.findingId : `${finding.message}〔${ruleName(finding)}〕`;
  return `豁免没有生效（${STALE[why]}）：${about}`;
}

/** How many files of a run were clean, had blocking findings, or could not be used. */
export interface RunTotals {
  readonly files: number;
  readonly unusable: number;
  readonly blocking: number;
}

/** The last line of a run over several files. */
export function runSummary({ files, unusable, blocking }: RunTotals): string {
  const checked = files - unusable;
  const parts = [
    `校验${checked}个`,
    `其中有阻断性问题${blocking}个`,
    `没有阻断性问题${checked - blocking}个`,
  ];
  const refused = unusable === 0 ? '' : `；不能读取${unusable}个，原因见上`;
  return `共${files}个文件：${parts.join('，')}${refused}。\n`;
}
