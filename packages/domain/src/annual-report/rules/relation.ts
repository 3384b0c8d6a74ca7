import { differenceExact, sumExact } from '../../kernel/decimal.ts';
import { figureOf, isEmpty } from '../figures.ts';
import { cellName } from '../forms/registry.ts';
import type { CellId } from '../ids.ts';
import type { MessageValues, Verdicts } from './define.ts';
import type { CheckContext, CheckResult } from './rule.ts';

/** One figure of a relation: a cell of this report, or of last year's, added or taken away. */
export interface Term {
  readonly cell: CellId;
  readonly negative?: boolean;
  readonly previous?: boolean;
}

/** Two sums of cells and how they must stand to each other. */
export interface Relation {
  readonly left: readonly Term[];
  readonly sign: '=' | '≤' | '≥';
  readonly right: readonly Term[];
  /** True when split digits were split by this very relation: derived figures then prove nothing (§12). */
  readonly presumedByDerived?: boolean;
}

export const plus = (cell: CellId): Term => ({ cell });
export const minus = (cell: CellId): Term => ({ cell, negative: true });
export const lastYear = (cell: CellId): Term => ({ cell, previous: true });

/** Both sides of a relation that could be worked out. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  /** left − right */
  readonly difference: number;
  /** Figures of the terms as printed, left terms first. */
  readonly figures: readonly number[];
}

function cellOf(context: CheckContext, term: Term) {
  return (term.previous ? context.previous : context.report)?.cells[term.cell];
}

function figureOfTerm(context: CheckContext, term: Term): number | null {
  const report = term.previous ? context.previous : context.report;
  return report === undefined ? null : figureOf(report, term.cell);
}

function sum(terms: readonly Term[], figures: readonly number[], offset: number): number {
  return sumExact(
    terms.map((term, index) => {
      const figure = figures[offset + index] ?? 0;
      return term.negative ? -figure : figure;
    }),
  );
}

function sidesOf(relation: Relation, figures: readonly number[]): Sides {
  const left = sum(relation.left, figures, 0);
  const right = sum(relation.right, figures, relation.left.length);
  return { left, right, difference: differenceExact(left, right), figures };
}

function holds(sign: Relation['sign'], difference: number): boolean {
  if (sign === '=') return difference === 0;
  return sign === '≤' ? difference <= 0 : difference >= 0;
}

export function termsOf(relation: Relation): readonly Term[] {
  return [...relation.left, ...relation.right];
}

/**
 * Whether the relation would hold with every empty cell read as 0; `undefined` when it has no empty cell, or
 * when a cell holds words, which no reading as 0 helps.
 */
export function holdsWithBlanksAsZero(context: CheckContext, relation: Relation): boolean | undefined {
  let anyEmpty = false;
  const figures: number[] = [];
  for (const term of termsOf(relation)) {
    const figure = figureOfTerm(context, term);
    if (figure === null) {
      if (!isEmpty(cellOf(context, term))) return undefined;
      anyEmpty = true;
    }
    figures.push(figure ?? 0);
  }
  return anyEmpty ? holds(relation.sign, sidesOf(relation, figures).difference) : undefined;
}

/** Cells of this report that the relation reads, each once. */
export function ownCells(relation: Relation): readonly CellId[] {
  return [...new Set(termsOf(relation).flatMap((term) => (term.previous ? [] : term.cell)))];
}

function namesOf(terms: readonly Term[]): string {
  const [first, ...others] = terms.map((term) => `${term.previous ? '上年度' : ''}${cellName(term.cell)}`);
  return others.length === 0 ? (first ?? '') : `${first}等${others.length + 1}格`;
}

function missingResult(
  context: CheckContext,
  relation: Relation,
  missing: readonly Term[],
  verdicts: Verdicts,
): CheckResult {
  const asZero = holdsWithBlanksAsZero(context, relation);
  const verdict = asZero === undefined ? '' : asZero ? '；空白按0计时成立' : '；空白按0计时也不成立';
  return verdicts.notEvaluated(`${namesOf(missing)}无数字${verdict}`, {
    cells: ownCells(relation),
    missing: missing.flatMap((term) => (term.previous ? [] : term.cell)),
  });
}

/** The one result of a relation: holds, fails with both sides, or cannot be evaluated (mode U). */
export function evaluateRelation(
  context: CheckContext,
  relation: Relation,
  verdicts: Verdicts,
  values: (sides: Sides) => MessageValues,
): CheckResult {
  const terms = termsOf(relation);
  const figures: number[] = [];
  const missing: Term[] = [];
  for (const term of terms) {
    const figure = figureOfTerm(context, term);
    if (figure === null) missing.push(term);
    else figures.push(figure);
  }
  if (missing.length > 0) return missingResult(context, relation, missing, verdicts);
  const cells = ownCells(relation);
  if (relation.presumedByDerived && terms.some((term) => cellOf(context, term)?.state === 'derived')) {
    return verdicts.notEvaluated('数字由粘连文本按本勾稽关系拆分推得，不能再用于检验该关系', { cells });
  }
  const sides = sidesOf(relation, figures);
  const details = { cells, left: sides.left, right: sides.right, difference: sides.difference };
  return holds(relation.sign, sides.difference)
    ? verdicts.pass(details)
    : verdicts.fail(values(sides), details);
}
