import { styleText } from 'node:util';
import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { Finding, Severity } from '@zhaoshi/domain/annual-report/rules/rule';
import type { Io } from '../io.ts';
import { type Column, textTable, wrap } from './text-table.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  block: '阻断',
  warn: '警告',
  hint: '提示',
};

const ORDER: readonly Severity[] = ['block', 'warn', 'hint'];

const SECTION_NAMES: Readonly<Record<string, string>> = {
  title: '标题',
  preamble: '前言',
  signature: '落款',
  s1: '第一部分',
  s2: '第二部分',
  s3: '第三部分',
  s4: '第四部分',
  s5: '第五部分',
  s6: '第六部分',
};

const MOST_CELLS_NAMED = 3;
/** Below this width a table would break every word; findings are then listed one under the other. */
const NARROW = 100;

/** Of a finding what is shown; also of one that comes from the platform. */
export type ShownFinding = Pick<
  Finding,
  'rule' | 'severity' | 'status' | 'message' | 'basis' | 'cells' | 'left' | 'right' | 'difference'
> & {
  readonly note?: string | undefined;
  readonly passage?: { readonly section: string } | undefined;
  readonly suggestion?: { readonly text: string } | undefined;
  readonly waiver?: { readonly reason: string } | undefined;
};

/** A rule by its number; which row or column it was evaluated for is told by the place. */
export function ruleName({ rule }: Pick<Finding, 'rule'>): string {
  return rule.replace(/\/.*$/, '');
}

function place(finding: ShownFinding): string {
  if (finding.passage !== undefined) return SECTION_NAMES[finding.passage.section] ?? '';
  if (finding.cells.length === 0) return '全文';
  const named = finding.cells.slice(0, MOST_CELLS_NAMED).map(cellName).join('\n');
  return finding.cells.length > MOST_CELLS_NAMED ? `${named}\n等${finding.cells.length}格` : named;
}

function figures(finding: ShownFinding): string {
  // A side in words says something only beside the other side; alone it repeats the message.
  const alone = finding.left === null || finding.right === null;
  const inWords = typeof finding.left !== 'number' && typeof finding.right !== 'number';
  if (alone && inWords) return '';
  const sides = `${finding.left ?? '空'} ／ ${finding.right ?? '空'}`;
  return finding.difference === null || finding.difference === 0
    ? sides
    : `${sides}\n差 ${finding.difference}`;
}

/** The tie-outs a note lists at its end by their numbers: for programs; there may be dozens of them. */
const LISTED_RULES = /：AR-\S+$/;

function advice(finding: ShownFinding): string {
  if (finding.waiver !== undefined) return `已豁免：${finding.waiver.reason}`;
  const note = finding.note?.replace(LISTED_RULES, '');
  return [finding.suggestion?.text, note].filter((text) => text !== undefined && text !== '').join('\n');
}

function level(finding: ShownFinding): string {
  if (finding.status === 'pass') return '通过';
  if (finding.status === 'notEvaluated') return '未校验';
  if (finding.status === 'waived') return '已豁免';
  return SEVERITY_NAMES[finding.severity];
}

function colour(text: string, finding: ShownFinding, io: Io): string {
  if (!io.colours) return text;
  if (finding.status === 'pass') return styleText('green', text, { validateStream: false });
  if (finding.status !== 'fail') return styleText('gray', text, { validateStream: false });
  const colours = { block: 'red', warn: 'yellow', hint: 'cyan' } as const;
  return styleText(colours[finding.severity], text, { validateStream: false });
}

const COLUMNS: readonly Column[] = [
  { title: '级别', grow: 0, least: 6 },
  { title: '哪里', grow: 3, least: 8 },
  { title: '什么问题', grow: 5, least: 24 },
  { title: '两边数字', grow: 2, least: 8 },
  { title: '可能应为', grow: 4, least: 8 },
  { title: '依据', grow: 2, least: 14 },
];

/** Findings by severity, then in rule order, as a clerk would go through them. */
function inReadingOrder(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  const rank = (finding: ShownFinding): number =>
    finding.status === 'fail' ? ORDER.indexOf(finding.severity) : ORDER.length;
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** The findings as a table, or, on a narrow terminal, one under the other. */
export function printFindings(findings: readonly ShownFinding[], io: Io): string {
  const ordered = inReadingOrder(findings);
  if (io.width < NARROW) return ordered.map((finding) => printNarrow(finding, io)).join('\n\n');
  const rows = ordered.map((finding) => [
    level(finding),
    place(finding),
    `${finding.message}\n〔${ruleName(finding)}〕`,
    figures(finding),
    advice(finding),
    finding.basis,
  ]);
  const lines = textTable(COLUMNS, rows, io.width).split('\n');
  if (!io.colours) return lines.join('\n');
  let next = 0;
  return lines
    .map((line, index) => {
      const finding = ordered[next];
      if (index < 2 || finding === undefined || !line.startsWith(level(finding))) return line;
      next += 1;
      const word = level(finding);
      return colour(word, finding, io) + line.slice(word.length);
    })
    .join('\n');
}

function printNarrow(finding: ShownFinding, io: Io): string {
  const details = [
    `哪里：${place(finding).replaceAll('\n', '；')}`,
    figures(finding) === '' ? '' : `两边数字：${figures(finding).replaceAll('\n', '，')}`,
    advice(finding) === '' ? '' : `可能应为：${advice(finding)}`,
    `依据：${finding.basis}　〔${ruleName(finding)}〕`,
  ].filter((line) => line !== '');
  const head = wrap(finding.message, io.width - 9);
  return [
    `${colour(`【${level(finding)}】`, finding, io)}${head.join('\n        ')}`,
    ...details.map((line) => `  ${wrap(line, io.width - 4).join('\n    ')}`),
  ].join('\n');
}
