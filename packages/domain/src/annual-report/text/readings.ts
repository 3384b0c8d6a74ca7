import {
  APPLICANT_KINDS,
  type ApplicantKind,
  type CellId,
  cellId,
  type FormVersion,
  type RowId,
  type TableId,
  type TableThreeColumn,
} from '../ids.ts';

/** One way of understanding a number: the sum of some cells. The first reading of a claim is the plainest. */
export interface Reading {
  /** How it is understood, for the reader: “一＋二”. */
  readonly name: string;
  readonly plus: readonly CellId[];
  readonly minus?: readonly CellId[];
  /** Accepted, but worth a hint (AR-TXT-10: 现行有效 counted before the year's own documents). */
  readonly hint?: true;
}

export type Forms = Readonly<Partial<Record<TableId, FormVersion>>>;

const cellsOf = (rows: readonly RowId[], columns: readonly TableThreeColumn[]): readonly CellId[] =>
  rows.flatMap((row) => columns.map((column) => cellId(row, column)));

const NEW: RowId = 't3.newlyReceived';
const CARRIED_IN: RowId = 't3.carriedIn';
const RESULT: RowId = 't3.resultTotal';
const CARRIED_FORWARD: RowId = 't3.carriedForward';

export function receivedReadings(columns: readonly TableThreeColumn[] = ['total']): readonly Reading[] {
  return [
    { name: '新收', plus: cellsOf([NEW], columns) },
    { name: '一＋二', plus: cellsOf([NEW, CARRIED_IN], columns) },
  ];
}

/** `underWay`: the sentence speaks of what is still being handled, too (办理中). */
export function handledReadings(
  underWay: boolean,
  columns: readonly TableThreeColumn[] = ['total'],
): readonly Reading[] {
  const done = { name: '三（七）', plus: cellsOf([RESULT], columns) };
  return underWay
    ? [done, { name: '三（七）＋四', plus: cellsOf([RESULT, CARRIED_FORWARD], columns) }]
    : [done];
}

/** `direction`: which stock the words mean; both are accepted when they leave it open. */
export function carriedReadings(direction: 'in' | 'forward' | 'open'): readonly Reading[] {
  const into = { name: '上年结转', plus: [cellId(CARRIED_IN, 'total')] };
  const forward = { name: '结转下年度', plus: [cellId(CARRIED_FORWARD, 'total')] };
  if (direction === 'in') return [into];
  return direction === 'forward' ? [forward] : [forward, into];
}

/** `columns` beside 总计 when the outcome is told of one applicant kind. */
export function outcomeReadings(
  rows: readonly RowId[],
  forms: Forms,
  columns: readonly ApplicantKind[] = [],
): readonly Reading[] {
  const rowsOfForm = rows.filter((row) => isOnForm(row, forms.t3));
  const name = rowsOfForm.length > 1 ? '分组合计' : '单项';
  const inTotal = { name, plus: cellsOf(rowsOfForm, ['total']) };
  if (columns.length === 0) return [inTotal];
  return [{ name: `${name}（按申请人）`, plus: cellsOf(rowsOfForm, columns) }, inTotal];
}

/** 其他处理 is one row on the form of 2019 and three on that of 2021; every other row stands on both. */
function isOnForm(row: RowId, version: FormVersion | undefined): boolean {
  if (row === 't3.otherHandling') return version === '2019';
  return !row.startsWith('t3.otherHandling.') || version !== '2019';
}

/** `basis`: whether the sentence counted applications received or handled; handled ones accept both. */
export function kindReadings(
  kinds: readonly ApplicantKind[],
  basis: 'received' | 'handled',
): readonly Reading[] {
  const received = receivedReadings(kinds);
  return basis === 'handled' ? [...handledReadings(false, kinds), ...received] : received;
}

/** 其他 closes a list of kinds: the column of that name, or whatever the list has not named. */
export function otherKindReadings(listed: readonly ApplicantKind[]): readonly Reading[] {
  const rest = APPLICANT_KINDS.filter((kind) => !listed.includes(kind));
  return [...receivedReadings(['otherOrganization']), ...receivedReadings(rest)];
}

export type DisputeBlock = 'reconsideration' | 'litigationDirect' | 'litigationAfterReconsideration';

const blockCells = (blocks: readonly DisputeBlock[], columns: readonly string[]): readonly CellId[] =>
  blocks.flatMap((block) => columns.map((column) => cellId(`t4.${block}`, column)));

/** `columns`: the results named, or `total`. */
export function reconsiderationReadings(columns: readonly string[]): readonly Reading[] {
  return [{ name: '行政复议', plus: blockCells(['reconsideration'], columns) }];
}

export type LitigationScope = 'any' | 'direct' | 'after' | 'withReconsideration';

/** “行政诉讼46件” may count direct suits, suits after reconsideration, or both (worked example 9). */
export function litigationReadings(scope: LitigationScope, columns: readonly string[]): readonly Reading[] {
  const direct = { name: '未经复议直接起诉', plus: blockCells(['litigationDirect'], columns) };
  const after = { name: '复议后起诉', plus: blockCells(['litigationAfterReconsideration'], columns) };
  const both = {
    name: '两类诉讼合计',
    plus: blockCells(['litigationDirect', 'litigationAfterReconsideration'], columns),
  };
  const all = {
    name: '复议诉讼合计',
    plus: blockCells(['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'], columns),
  };
  if (scope === 'direct') return [direct];
  if (scope === 'after') return [after];
  return scope === 'any' ? [both, direct, after] : [all, both];
}

/** `columns`: what was done to the documents, in the words of both forms; the report's form keeps its own. */
export function documentReadings(row: RowId, columns: readonly string[], forms: Forms): readonly Reading[] {
  const own = forms.t2 === '2019' ? COLUMNS_2019 : COLUMNS_2021;
  const readings = columns.flatMap((column): Reading[] => {
    const name = own[column];
    return name === undefined ? [] : [{ name, plus: [cellId(row, column)] }];
  });
  if (forms.t2 === '2019' || !columns.includes('inForce')) return readings;
  return [
    ...readings,
    {
      name: '现行有效－本年制发',
      plus: [cellId(row, 'inForce')],
      minus: [cellId(row, 'made')],
      hint: true,
    },
  ];
}

const COLUMNS_2019: Readonly<Record<string, string>> = {
  newlyMade: '本年新制作',
  newlyDisclosed: '本年新公开',
  totalDisclosed: '对外公开总数',
};
const COLUMNS_2021: Readonly<Record<string, string>> = {
  made: '本年制发',
  repealed: '本年废止',
  inForce: '现行有效',
};

export function decisionReadings(rows: readonly RowId[]): readonly Reading[] {
  return [{ name: '处理决定', plus: rows.map((row) => cellId(row, 'decisions')) }];
}

/** Every cell that counts what was done in the year, for “…、…均为0”. */
export function yearlyCells(row: RowId, forms: Forms): readonly CellId[] {
  const old = forms.t2 === '2019';
  if (row === 't2.fees') return [cellId(row, old ? 'change' : 'amountWan')];
  const isDocument = row === 't2.administrativeRule' || row === 't2.normativeDocument';
  if (!isDocument) return [cellId(row, 'decisions')];
  return [cellId(row, old ? 'newlyMade' : 'made')];
}
