import { beforeAll, describe, expect, it } from 'vitest';
import { APPLICANT_KINDS } from '../src/annual-report/ids.ts';
import { OUTCOME_IDS, type OutcomeId } from '../src/application/outcome.ts';
import { drawer } from './balanced-table.ts';
import { drawHistory } from './case-histories.ts';
import { isLongRun } from './long-run.ts';
import { drawMove, type Move, wrongChanges } from './moved-cases.ts';
import { type Both, both, checkTables, type Differences, PERIODS } from './report-ledger.ts';

const SEED = Number(process.env['FC_SEED'] ?? 20_261_122);
/** The long run looks at four times as many. */
const ORGANS = isLongRun ? 100 : 25;
const CASES_OF_AN_ORGAN = 1000;
const MOVES_OF_AN_ORGAN = 10;

/** What was found over all organs: the histories are drawn once for every question. */
interface Found extends Differences {
  cases: number;
  cells: number;
  readonly moved: string[];
  readonly moves: Map<Move, number>;
  readonly outcomes: Map<OutcomeId | 'open' | 'notReceived', number>;
}

const addOne = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function drawOrgan(seed: number): readonly Both[] {
  const draw = drawer(seed);
  return Array.from({ length: CASES_OF_AN_ORGAN }, () => {
    const kind = APPLICANT_KINDS[draw(APPLICANT_KINDS.length)] ?? 'naturalPerson';
    return both(drawHistory(draw), kind);
  });
}

function lookAt(seed: number, found: Found): void {
  const cases = drawOrgan(seed);
  const counted = cases.map((one) => one.counted);
  found.cases += cases.length;
  for (const { receiptDate, result } of counted) {
    addOne(found.outcomes, receiptDate === null ? 'notReceived' : (result?.outcome ?? 'open'));
  }
  for (const period of PERIODS) {
    found.cells += checkTables(cases, period, `seed ${seed}, ${period.from} to ${period.to}`, found);
  }
  const draw = drawer(seed ^ 0x5eed);
  const moves = Array.from({ length: MOVES_OF_AN_ORGAN }, () => drawMove(counted, draw));
  for (const { what } of moves) addOne(found.moves, what);
  found.moved.push(...wrongChanges(counted, moves).map((text) => `seed ${seed}: ${text}`));
}

describe(`${ORGANS * CASES_OF_AN_ORGAN} histories of cases through decideAct, from seed ${SEED}`, () => {
  const found: Found = {
    cases: 0,
    cells: 0,
    figures: [],
    lists: [],
    ownCells: [],
    moved: [],
    moves: new Map(),
    outcomes: new Map(),
  };

  beforeAll(() => {
    for (let organ = 0; organ < ORGANS; organ++) lookAt(SEED + organ, found);
  }, 300_000);

  it('end in every way that there is, and some do not end', () => {
    expect(found.cases).toBe(ORGANS * CASES_OF_AN_ORGAN);
    const seldom = [...OUTCOME_IDS, 'open' as const].filter((id) => (found.outcomes.get(id) ?? 0) < 100);
    expect(seldom).toEqual([]);
    expect(found.outcomes.get('notReceived')).toBeGreaterThan(100);
  });

  it('give the figures of the book kept by hand, in every cell of both forms and every period', () => {
    const cellsOfBothForms = 23 * 7 + 25 * 7;
    expect(found.cells).toBe(ORGANS * PERIODS.length * cellsOfBothForms);
    expect(found.figures).toEqual([]);
  });

  it('stand in the list of each cell that counts them, and in no other', () => {
    expect(found.lists).toEqual([]);
    expect(found.ownCells).toEqual([]);
  });

  it('change exactly the cells they must when kind, outcome or a day is moved', () => {
    expect(Math.min(...found.moves.values())).toBeGreaterThan(isLongRun ? 100 : 25);
    expect(found.moved).toEqual([]);
  });
});
