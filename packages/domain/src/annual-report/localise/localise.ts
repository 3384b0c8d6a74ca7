import { TABLE_THREE_COLUMNS } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { Explanation } from './explanation.ts';
import { movedAtResult, sameColumn, sameRow, singleCells, wholeRows } from './find-explanations.ts';
import { carriedInDifferences, type LastYearVerdict, lastYearVerdict } from './last-year.ts';
import type { Localisation } from './localisation.ts';
import { rankExplanations } from './minimal-covers.ts';
import { COLUMN_COUNT, type Evidence, tableThreeEvidence } from './table-three-system.ts';
import { localisationText } from './wording.ts';

export type { Localisation } from './localisation.ts';

/** Last year's report makes an explanation half a slip cheaper or dearer: it decides between equals only. */
const LAST_YEAR_COST: Readonly<Record<LastYearVerdict, number>> = {
  confirmed: -0.5,
  contradicted: 0.5,
  silent: 0,
};

interface Judged extends Explanation {
  readonly lastYear: LastYearVerdict;
}

function judged(explanation: Explanation, lastYear: LastYearVerdict): Judged {
  return { ...explanation, lastYear, cost: explanation.cost + LAST_YEAR_COST[lastYear] };
}

/** The rules whose failure is explained; a restored 上年结转 explains the cross-year rule of its columns too. */
function rulesOf(evidence: Evidence, { covers, corrections, lastYear }: Judged): readonly string[] {
  const tieOuts = covers.flatMap((equation) => evidence.system.rules[equation] ?? []);
  if (lastYear !== 'confirmed') return tieOuts;
  const columns = corrections.flatMap(({ cell }) => TABLE_THREE_COLUMNS[cell % COLUMN_COUNT] ?? []);
  return [...tieOuts, ...columns.map((column) => `AR-XYR-01/${column}`)];
}

function localisationOf(evidence: Evidence, judged: Judged, unique: boolean): Localisation {
  const likely = unique && !judged.unconfirmed && judged.lastYear !== 'contradicted';
  const pattern = judged.lastYear === 'confirmed' ? 'carriedIn' : judged.pattern;
  return {
    pattern,
    rules: rulesOf(evidence, judged),
    suggestion: {
      text: localisationText(evidence, judged, pattern, likely),
      cells: judged.corrections.flatMap(({ cell, value }) => {
        const id = evidence.system.cells[cell];
        return id === undefined ? [] : [{ cell: id, value }];
      }),
      certainty: likely ? 'likely' : 'possible',
    },
  };
}

/**
 * Explains the failing tie-outs of table three by the cells that are most likely wrong (annual-report.md §10).
 * One wrong figure is found with its right value; of several explanations that are equally simple all are
 * given, as `possible`. A printed figure is never `certain`: only the register can tell. `previous` is last
 * year's report, whose 结转下年度 decides whether 上年结转 is to blame.
 */
export function localiseTableThree(report: AnnualReport, previous?: AnnualReport): readonly Localisation[] {
  const version = report.tableForms.t3;
  if (version === undefined) return [];
  const evidence = tableThreeEvidence(version, report.cells);
  const failing = evidence.residuals.flatMap((residual, equation) => (residual ? [equation] : []));
  if (failing.length === 0) return [];
  const differences = carriedInDifferences(report, previous);
  const explanations = [
    ...singleCells(evidence),
    ...sameRow(evidence),
    ...sameColumn(evidence),
    ...wholeRows(evidence),
    ...movedAtResult(evidence),
  ].map((explanation) => judged(explanation, lastYearVerdict(evidence, explanation, differences)));
  return rankExplanations(failing, explanations).map(({ explanation, unique }) =>
    localisationOf(evidence, explanation, unique),
  );
}
