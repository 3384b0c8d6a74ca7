import { assertNever } from '../../kernel/assert-never.ts';
import { cellName } from '../forms/registry.ts';
import { TABLE_THREE_COLUMN_NAMES, TABLE_THREE_COLUMNS } from '../ids.ts';
import type { Correction, Explanation } from './explanation.ts';
import type { LocalisationPattern } from './localisation.ts';
import { COLUMN_COUNT, type Evidence } from './table-three-system.ts';

function columnName(cell: number): string {
  const column = TABLE_THREE_COLUMNS[cell % COLUMN_COUNT];
  return column === undefined ? '' : TABLE_THREE_COLUMN_NAMES[column];
}

function corrected(evidence: Evidence, { cell, shown, value }: Correction): string {
  const id = evidence.system.cells[cell];
  return `${id === undefined ? '' : cellName(id)}，应为${value}（现为${shown}）`;
}

function columnsCorrected(corrections: readonly Correction[]): string {
  return corrections
    .map(({ cell, shown, value }) => `${columnName(cell)}应为${value}（现为${shown}）`)
    .join('，');
}

function rowAsShown(corrections: readonly Correction[]): string {
  return corrections.map(({ cell, shown }) => `${columnName(cell)}${shown}`).join('、');
}

/** The sentence for the clerk; `pattern` may be sharper than the explanation's own (`carriedIn`). */
export function localisationText(
  evidence: Evidence,
  explanation: Explanation,
  pattern: LocalisationPattern,
  unique: boolean,
): string {
  const { corrections, row } = explanation;
  const rowName = `表三 ${evidence.system.rows[row]?.name ?? ''}`;
  const most = unique ? '最可能有误的单元格' : '可能有误的单元格';
  const cells = corrections.map((correction) => corrected(evidence, correction)).join('；');
  switch (pattern) {
    case 'singleCell':
    case 'sameRow':
    case 'sameColumn':
      return `${most}：${cells}。`;
    case 'carriedIn':
      return `${most}：${cells}；上年度报告的结转下年度与此一致。`;
    case 'wrongColumn':
      return `疑似申请人类别填错列：${rowName}，${columnsCorrected(corrections)}。`;
    case 'movedAtResult':
      return `疑似同一申请在收件与办理结果中归入了不同的申请人类别：${rowName}，${columnsCorrected(corrections)}，相应的一行办理结果也应改列（哪一行须查台账）。`;
    case 'rowCountedTwice':
      return `${rowName}整行疑似重复计入：（一）至（六）之和比（七）总计多出的数与该行各列相同（${rowAsShown(corrections)}），请核对是否又计入其他结果，应填数须查台账。`;
    case 'rowLeftOut':
      return `${rowName}整行疑似少计一次：（一）至（六）之和比（七）总计少的数与该行各列相同（${rowAsShown(corrections)}），请核对（七）总计是否重复计入该行、或另有一行漏填，应填数须查台账。`;
    default:
      return assertNever(pattern);
  }
}
