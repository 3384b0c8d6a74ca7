import { FORMS } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { CellValues } from '@zhaoshi/domain/annual-report/report';
import { isNumber, isObject, isString, isStringOrAbsent, type JsonObject, wrongShape } from './json-shape.ts';
import type { Place } from './source-document.ts';

/**
 * The cells are the bulk of a report and thousands of reports are summed at a time: they are checked where they
 * lie, without a copy, and a path is put together only for a refusal.
 */
const KNOWN_CELLS: ReadonlySet<string> = new Set(
  Object.values(FORMS).flatMap((form) =>
    TABLE_IDS.flatMap((table) => form.tables[table].cells.map((cell) => cell.id)),
  ),
);

const isCellId = (id: string): id is CellId => KNOWN_CELLS.has(id);

function checkCellIds(record: JsonObject, path: string): void {
  let position = 0;
  for (const id of Object.keys(record)) {
    position += 1;
    // The unknown name is file content and stays out of the message.
    if (!isCellId(id)) wrongShape(`${path} 第${position}项`, '统一格式中的单元格');
  }
}

function checkCell(cell: unknown, id: string): void {
  if (!isObject(cell)) wrongShape(`cells.${id}`, '对象');
  const { state, value } = cell;
  if (state === 'value' || state === 'derived') {
    if (!isNumber(value)) wrongShape(`cells.${id}.value`, '数值');
  } else if (state === 'blank' || state === 'text') {
    if (value !== null) wrongShape(`cells.${id}.value`, ' null（空白或文字单元格没有数值）');
  } else {
    wrongShape(`cells.${id}.state`, ' value、blank、text 或 derived');
  }
  if (!isString(cell['raw'])) wrongShape(`cells.${id}.raw`, '文字');
  if (!isStringOrAbsent(cell['unit'])) wrongShape(`cells.${id}.unit`, '文字');
  if (!isStringOrAbsent(cell['footnote'])) wrongShape(`cells.${id}.footnote`, '文字');
}

/** Lets pass only cells of the official forms whose value agrees with their state; refuses the rest by path. */
export function isCells(value: unknown): value is CellValues {
  if (!isObject(value)) return false;
  checkCellIds(value, 'cells');
  for (const id of Object.keys(value)) checkCell(value[id], id);
  return true;
}

export function isPlace(value: unknown): value is Place {
  return (
    isObject(value) &&
    ['page', 'line', 'table', 'row', 'column'].every(
      (key) => value[key] === undefined || isNumber(value[key]),
    ) &&
    isStringOrAbsent(value['sheet'])
  );
}

export function isProvenance(value: unknown): value is Readonly<Partial<Record<CellId, Place>>> {
  if (!isObject(value)) return false;
  checkCellIds(value, 'provenance');
  for (const id of Object.keys(value)) {
    if (!isPlace(value[id])) wrongShape(`provenance.${id}`, '位置');
  }
  return true;
}
