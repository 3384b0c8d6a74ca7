import { decimalsOf } from '../../kernel/decimal.ts';
import { isEmpty } from '../figures.ts';
import type { CellType, FormCell, FormRow } from '../forms/form.ts';
import { FORMS, tablesOf } from '../forms/registry.ts';
import { type CellId, cellId, TABLE_IDS, TABLE_NAMES } from '../ids.ts';
import type { AnnualReport, CellValue } from '../report.ts';
import { amountInWan, isBareNumber, isSignedInteger, numberAsWritten } from './cell-writing.ts';
import { defineRule, type Evaluation, failuresOrPass, type RuleSpec, type Verdicts } from './define.ts';
import { holdsWithBlanksAsZero, termsOf } from './relation.ts';
import type { CheckContext, CheckResult, CheckRule, Suggestion } from './rule.ts';
import { tieOutsOf } from './tie-outs.ts';

/** Empty cells of a table; rows that are missing as a whole are AR-FRM-08. */
function emptyCells(report: AnnualReport, cells: readonly FormCell[]): readonly FormCell[] {
  const missingRows = new Set(report.structure?.tables.flatMap((table) => table.missingRows));
  return cells.filter(({ id, row }) => isEmpty(report.cells[id]) && !missingRows.has(row.id));
}

/** Tie-outs that only blanks keep from being evaluated, and whether they hold with these read as 0. */
function blockedTieOuts(context: CheckContext, empty: ReadonlySet<CellId>) {
  return tieOutsOf(context.report).flatMap(([id, relation]) => {
    if (!termsOf(relation).some(({ cell }) => empty.has(cell))) return [];
    const holds = holdsWithBlanksAsZero(context, relation);
    return holds === undefined ? [] : [{ id, holds }];
  });
}

/**
 * A blank usually means 0, but that is a guess: never more than likely, and only where the tie-outs agree. A
 * table without a single figure is a form not yet filled in, about which nothing can be guessed.
 */
function zeroSuggestion(
  cells: readonly CellId[],
  blocked: readonly { readonly holds: boolean }[],
  all: number,
): Suggestion | undefined {
  if (cells.length === all || blocked.some(({ holds }) => !holds)) return undefined;
  const text =
    blocked.length === 0 ? '若确无数据，请填“0”。' : '空白按0计时勾稽关系成立；若确无数据，请填“0”。';
  return {
    text,
    cells: cells.map((cell) => ({ cell, value: 0 })),
    certainty: blocked.length === 0 ? 'possible' : 'likely',
  };
}

const emptyCellRule: Evaluation = (context, verdicts) =>
  failuresOrPass(
    tablesOf(context.report).flatMap((table) => {
      const empty = emptyCells(context.report, table.cells);
      const [first] = empty;
      if (!first) return [];
      const cells = empty.map(({ id }) => id);
      const blocked = blockedTieOuts(context, new Set(cells));
      const held = blocked.flatMap(({ id, holds }) => (holds ? id : []));
      const suggestion = zeroSuggestion(cells, blocked, table.cells.length);
      return verdicts.fail(
        { cell: empty.length === 1 ? first.name : `${first.name}等${empty.length}格` },
        {
          cells,
          missing: cells,
          key: table.table,
          ...(held.length > 0 && { note: `空白按0计时有${held.length}项勾稽关系成立：${held.join('、')}` }),
          ...(suggestion && { suggestion }),
        },
      );
    }),
    verdicts,
  );

/**
 * Cells of one row that hold the same run of words: figures printed in one piece (“396442278”), which no reader
 * can part (annual-report.md §12). What is wrong is the row, not each of its cells.
 */
function gluedCells(report: AnnualReport, row: FormRow): readonly CellId[] {
  const [head] = row.columns;
  const first = head && report.cells[cellId(row.id, head.id)];
  if (first?.state !== 'text' || row.columns.length < 2) return [];
  const ids = row.columns.map(({ id }) => cellId(row.id, id));
  return ids.every((id) => report.cells[id]?.state === 'text' && report.cells[id]?.raw === first.raw)
    ? ids
    : [];
}

function gluedRows(report: AnnualReport, verdicts: Verdicts): readonly CheckResult[] {
  return tablesOf(report).flatMap(({ table, rows }) =>
    rows.flatMap((row) => {
      const cells = gluedCells(report, row);
      const raw = cells.flatMap((id) => report.cells[id]?.raw.trim() ?? [])[0];
      if (raw === undefined) return [];
      const cell = `${TABLE_NAMES[table]} ${row.name}行的数字连成一串、未能拆开，每格`;
      const note = '请对照原文逐格填写';
      return verdicts.fail({ cell, raw }, { cells, left: raw, note });
    }),
  );
}

/** Runs a test over the cells of the given types that hold something; derived figures have no writing of their own. */
function eachCell(
  types: readonly CellType[],
  test: (cell: FormCell, found: CellValue, verdicts: Verdicts) => CheckResult | undefined,
  ofRows: (report: AnnualReport, verdicts: Verdicts) => readonly CheckResult[] = () => [],
): Evaluation {
  return ({ report }, verdicts) =>
    failuresOrPass(
      [
        ...tablesOf(report).flatMap((table) =>
          table.cells.flatMap((cell) => {
            const found = report.cells[cell.id];
            if (!found || !types.includes(cell.column.type)) return [];
            if (found.state !== 'value' && found.state !== 'text') return [];
            if (found.state === 'text' && gluedCells(report, cell.row).length > 0) return [];
            return test(cell, found, verdicts) ?? [];
          }),
        ),
        ...ofRows(report, verdicts),
      ],
      verdicts,
    );
}

function failure(verdicts: Verdicts, cell: FormCell, found: CellValue, suggestion?: Suggestion): CheckResult {
  return verdicts.fail(
    { cell: cell.name, raw: found.raw.trim() },
    { cells: [cell.id], left: found.raw.trim(), ...(suggestion && { suggestion }) },
  );
}

function rewrite(
  cell: FormCell,
  value: number,
  certainty: Suggestion['certainty'],
  text: string,
): Suggestion {
  return { text, cells: [{ cell: cell.id, value }], certainty };
}

const counts = eachCell(
  ['count'],
  (cell, found, verdicts) => {
    const { value } = found;
    if (value === null) return failure(verdicts, cell, found);
    if (!Number.isInteger(value) || value < 0) return failure(verdicts, cell, found);
    const written = numberAsWritten(found.raw);
    if (written === undefined || /^\d+$/.test(written)) return undefined;
    return failure(verdicts, cell, found, rewrite(cell, value, 'certain', `应写作半角数字“${value}”。`));
  },
  gluedRows,
);

const NUMERIC: readonly CellType[] = ['count', 'amountWan', 'amountWithUnit'];

const wordsInCell = eachCell(NUMERIC, (cell, found, verdicts) => {
  if (isBareNumber(found.raw)) return undefined;
  // A count or 万元 cell without any figure is told by AR-CEL-02 and AR-CEL-04.
  if (found.value === null) {
    return cell.column.type === 'amountWithUnit' ? failure(verdicts, cell, found) : undefined;
  }
  return failure(verdicts, cell, found, moveOut(cell, found, found.value));
});

/** A unit beside the figure can be moved by machine; a remark has to be looked at; 元 in a 万元 cell is AR-CEL-04. */
function moveOut(cell: FormCell, found: CellValue, value: number): Suggestion | undefined {
  const { unit, footnote } = found;
  if (cell.column.type === 'amountWan' && unit !== undefined && unit !== '万元') return undefined;
  if (footnote !== undefined) {
    const also = unit === undefined ? '' : `，单位“${unit}”另记`;
    return rewrite(cell, value, 'likely', `填“${value}”，说明“${footnote}”移至表注${also}。`);
  }
  return unit === undefined
    ? undefined
    : rewrite(cell, value, 'certain', `填“${value}”，单位“${unit}”另记，不写入单元格。`);
}

const feesInWan = eachCell(['amountWan'], (cell, found, verdicts) => {
  const { value, unit } = found;
  if (value === null) return failure(verdicts, cell, found);
  if (unit !== undefined && unit !== '万元') {
    const inWan = amountInWan(value, unit);
    return failure(
      verdicts,
      cell,
      found,
      inWan === undefined ? undefined : rewrite(cell, inWan, 'likely', `折合${inWan}万元。`),
    );
  }
  return value < 0 || decimalsOf(value) > 6 ? failure(verdicts, cell, found) : undefined;
});

const signedChange = eachCell(['signedCount'], (cell, found, verdicts) => {
  if (isSignedInteger(found.raw)) return undefined;
  const { value } = found;
  const certain = value !== null && Number.isInteger(value);
  return failure(
    verdicts,
    cell,
    found,
    certain ? rewrite(cell, value, 'certain', `应写作“${value}”。`) : undefined,
  );
});

const procurementUnit = eachCell(['amountWithUnit'], (cell, found, verdicts) =>
  found.value !== null && found.value !== 0 && found.unit === undefined
    ? failure(verdicts, cell, found)
    : undefined,
);

function cellsOfType(types: readonly CellType[] | null): readonly CellId[] {
  const all = Object.values(FORMS).flatMap((form) => TABLE_IDS.flatMap((table) => form.tables[table].cells));
  const wanted = all.filter((cell) => types === null || types.includes(cell.column.type));
  return [...new Set(wanted.map(({ id }) => id))];
}

const spec = (types: readonly CellType[] | null, data: Omit<RuleSpec, 'class' | 'cells'>): RuleSpec => ({
  class: 'CEL',
  cells: cellsOfType(types),
  blank: 'U',
  ...data,
});

/** Writing of single cells (annual-report.md §9.2). */
export const CELL_RULES: readonly CheckRule[] = [
  defineRule(
    spec(null, {
      id: 'AR-CEL-01',
      severity: 'block',
      blank: 'E',
      message: '{cell}为空，无数据请填“0”。',
      basis: '国办公开办函〔2021〕30号一（三）数据准确、要素齐备',
    }),
    emptyCellRule,
  ),
  defineRule(
    spec(['count'], {
      id: 'AR-CEL-02',
      severity: 'block',
      message: '{cell}应为非负整数：{raw}。',
      basis: '统一格式',
    }),
    counts,
  ),
  defineRule(
    spec(NUMERIC, {
      id: 'AR-CEL-03',
      severity: 'block',
      message: '{cell}含文字“{raw}”，请将说明移至表注。',
      basis: '统一格式',
    }),
    wordsInCell,
  ),
  defineRule(
    spec(['amountWan'], {
      id: 'AR-CEL-04',
      severity: 'block',
      forms: ['2021'],
      message: '收费金额应以万元为单位：{raw}。',
      basis: '国办公开办函〔2021〕30号统一格式',
    }),
    feesInWan,
  ),
  defineRule(
    spec(['signedCount'], {
      id: 'AR-CEL-05',
      severity: 'block',
      forms: ['2019'],
      message: '“本年增/减”应填带符号整数：{raw}。',
      basis: '国办公开办函〔2019〕60号统一格式',
    }),
    signedChange,
  ),
  defineRule(
    spec(['amountWithUnit'], {
      id: 'AR-CEL-06',
      severity: 'warn',
      waiver: 'author',
      forms: ['2019'],
      message: '采购总金额未注明单位。',
      basis: '国办公开办函〔2019〕60号统一格式',
    }),
    procurementUnit,
  ),
];
