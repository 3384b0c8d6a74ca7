import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { Io } from '../io.ts';
import { printFindings, type ShownFinding } from '../print/findings.ts';
import type { CheckedDraft } from './platform-report.ts';

type PlatformFinding = CheckedDraft['findings'][number];

/** The platform's finding as the table of findings shows one; its cells are cells of the form. */
const shown = ({ suggestion, cells, ...finding }: PlatformFinding): ShownFinding => ({
  ...finding,
  cells: cells as CellId[],
  ...(suggestion !== undefined && { suggestion: { text: suggestion } }),
});

/** What fails, as a table, and how much of it there is; hints are counted only. */
export function findingsInWords(findings: CheckedDraft['findings'], io: Io): string {
  const failing = findings.filter(({ status }) => status === 'fail');
  const count = (severity: PlatformFinding['severity']) =>
    failing.filter((finding) => finding.severity === severity).length;
  const explained = findings.filter(({ status }) => status === 'waived').length;
  const told = failing.filter(({ severity }) => severity !== 'hint').map(shown);
  const summary = `校验：阻断 ${count('block')} 处，警告 ${count('warn')} 处，提示 ${count('hint')} 处${
    explained === 0 ? '' : `，已说明理由 ${explained} 处`
  }。`;
  return told.length === 0 ? `${summary}\n` : `${printFindings(told, io)}\n${summary}\n`;
}
