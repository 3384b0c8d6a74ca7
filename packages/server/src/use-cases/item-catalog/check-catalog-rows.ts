import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import type { PilotFieldId } from '@zhaoshi/domain/disclosure/item-catalog/pilot-fields';
import type { CatalogSheetRow } from '@zhaoshi/domain/disclosure/item-catalog/sheet/columns';
import { parseCatalogRow } from '@zhaoshi/domain/disclosure/item-catalog/sheet/parse-row';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { SheetCatalogRow } from './read-catalog-rows.ts';

export interface ReadyItem {
  readonly number: number;
  readonly item: CatalogItem;
  readonly notes: readonly string[];
}

export interface FailedItem {
  readonly number: number;
  readonly row: CatalogSheetRow;
  readonly reasons: readonly string[];
}

export interface ImportDefaults {
  readonly validFrom: CivilDate;
  /** Overrules what a sheet's title says. */
  readonly field: PilotFieldId | null;
}

/** An item is named by its field and code. */
export const catalogKey = ({ field, code }: Pick<CatalogItem, 'field' | 'code'>): string =>
  `${field ?? ''}/${code}`;

function parsed(
  { row, field, number, inherited, sheet }: SheetCatalogRow,
  defaults: ImportDefaults,
  code: string,
): ReadyItem | FailedItem {
  const read = parseCatalogRow(row, {
    field: defaults.field ?? field,
    validFrom: defaults.validFrom,
    levels: [],
    code,
  });
  const where = sheet === '' ? '' : `工作表“${sheet}”：`;
  if (!read.ok) return { number, row, reasons: read.error.map((reason) => `${where}${reason}`) };
  const taken = inherited.length === 0 ? [] : [`${inherited.join('、')}为空，取上一行的内容。`];
  return { number, item: read.value.item, notes: [...read.value.notes, ...taken] };
}

/** Which rows can be imported, and of each other everything that is wrong with it; a code stands once in a field. */
export function checkCatalogRows(
  rows: readonly SheetCatalogRow[],
  defaults: ImportDefaults,
): { readonly ready: readonly ReadyItem[]; readonly failed: readonly FailedItem[] } {
  const first = new Map<string, number>();
  const ready: ReadyItem[] = [];
  const failed: FailedItem[] = [];
  for (const [index, sheetRow] of rows.entries()) {
    const one = parsed(sheetRow, defaults, String(index + 1));
    if ('reasons' in one) {
      failed.push(one);
      continue;
    }
    const key = catalogKey(one.item);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, one.number);
      ready.push(one);
    } else {
      const reason = `序号“${one.item.code}”与第 ${before} 行重复；同一领域内一个序号只能有一行。`;
      failed.push({ number: one.number, row: sheetRow.row, reasons: [reason] });
    }
  }
  return { ready, failed };
}
