import { cellName } from '../forms/registry.ts';
import { localiseTableThree } from '../localise/localise.ts';
import { solveBlanks } from '../localise/solve-blanks.ts';
import { suggestionsByRule } from '../localise/suggestions-by-rule.ts';
import { lastYearsReport } from './cross-year.ts';
import type { CheckContext, Finding, SuggestedCell, Suggestion } from './rule.ts';

const LOCALISED = /^AR-(?:T3-(?:ROW|SUM|BAL)|XYR-01)\//;

/** Where the failing tie-outs point to one cell or pattern, each of their findings carries that proposal (§10). */
function localised(findings: readonly Finding[], context: CheckContext): ReadonlyMap<string, Suggestion> {
  const failing = findings.some(({ rule, status }) => status === 'fail' && LOCALISED.test(rule));
  if (!failing) return new Map();
  return suggestionsByRule(localiseTableThree(context.report, lastYearsReport(context)));
}

const EMPTY_CELLS = 'AR-CEL-01';
const NAMED = 3;

/** Blanks that the tie-outs leave one value for may be filled; the others of the finding stay with a person. */
function solvedSuggestion(finding: Finding, solved: readonly SuggestedCell[]): Suggestion | undefined {
  const cells = solved.filter(({ cell }) => finding.cells.includes(cell));
  if (cells.length === 0) return undefined;
  const named = cells.slice(0, NAMED).map(({ cell, value }) => `${cellName(cell)}应为${value}`);
  const more = cells.length > NAMED ? `等${cells.length}格` : '';
  const rest = finding.cells.length - cells.length;
  const open = rest === 0 ? '' : `其余${rest}格勾稽关系不能确定，请核实后填写。`;
  return { text: `按勾稽关系${named.join('，')}${more}。${open}`, cells, certainty: 'certain' };
}

/**
 * Findings with the proposals that need more than the finding's own rule. `equations` is the context in which
 * the tie-outs were evaluated: in mode Z it reads blanks as 0, while the blanks themselves stay to be solved.
 */
export function withSuggestions(
  findings: readonly Finding[],
  context: CheckContext,
  equations: CheckContext,
): readonly Finding[] {
  const byRule = localised(findings, equations);
  const anyEmpty = findings.some(({ rule, status }) => rule === EMPTY_CELLS && status === 'fail');
  const solved = anyEmpty ? solveBlanks(context.report) : [];
  return findings.map((finding) => {
    if (finding.status !== 'fail') return finding;
    const suggestion =
      finding.rule === EMPTY_CELLS
        ? (solvedSuggestion(finding, solved) ?? finding.suggestion)
        : (finding.suggestion ?? byRule.get(finding.rule));
    return suggestion ? { ...finding, suggestion } : finding;
  });
}
