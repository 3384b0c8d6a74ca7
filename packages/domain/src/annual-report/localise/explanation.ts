import type { LocalisationPattern } from './localisation.ts';
import { COLUMN_COUNT, type Evidence, type SignatureTerm } from './table-three-system.ts';

/** One figure that is doubted, and what it should be; `value` is `null` where arithmetic cannot tell. */
export interface Correction {
  /** Cell number. */
  readonly cell: number;
  readonly shown: number;
  readonly value: number | null;
}

/** One slip that explains some failing equations completely and disturbs no equation that holds. */
export interface Explanation {
  readonly pattern: LocalisationPattern;
  readonly row: number;
  readonly corrections: readonly Correction[];
  /** Failing equations it explains. */
  readonly covers: readonly number[];
  /** How much it takes to believe it: 1 for one wrong figure, more for rarer slips. */
  readonly cost: number;
  /** True when an equation that would confirm it could not be tested. */
  readonly unconfirmed: boolean;
}

export function rowOf(cell: number): number {
  return Math.floor(cell / COLUMN_COUNT);
}

/** A change to one cell: what was printed minus what should stand there. */
export interface Shift {
  readonly cell: number;
  readonly delta: number;
}

export interface Match {
  readonly covers: readonly number[];
  readonly corrections: readonly Correction[];
  readonly unconfirmed: boolean;
}

/**
 * Tests whether exactly these shifts, together, make the residuals of every equation they touch.
 * `undefined` when an equation says otherwise or a corrected figure would be negative.
 */
export function matchShifts(evidence: Evidence, shifts: readonly Shift[]): Match | undefined {
  const corrections: Correction[] = [];
  const net = new Map<number, number>();
  for (const { cell, delta } of shifts) {
    const shown = evidence.figures[cell] ?? null;
    if (shown === null || shown - delta < 0) return undefined;
    corrections.push({ cell, shown, value: shown - delta });
    for (const { equation, sign } of evidence.system.signatures[cell] ?? []) {
      net.set(equation, (net.get(equation) ?? 0) + sign * delta);
    }
  }
  const covers: number[] = [];
  let unconfirmed = false;
  for (const [equation, expected] of net) {
    const residual = evidence.residuals[equation] ?? null;
    if (residual === null) unconfirmed = true;
    else if (residual !== expected) return undefined;
    else if (residual !== 0) covers.push(equation);
  }
  return { covers, corrections, unconfirmed };
}

/** The shift of a cell that these of its equations agree on; `undefined` when they do not, or say nothing. */
export function agreedShift(evidence: Evidence, terms: readonly SignatureTerm[]): number | undefined {
  let delta: number | undefined;
  for (const { equation, sign } of terms) {
    const residual = evidence.residuals[equation] ?? null;
    if (residual === null) continue;
    if (residual === 0 || (delta !== undefined && residual * sign !== delta)) return undefined;
    delta = residual * sign;
  }
  return delta;
}
