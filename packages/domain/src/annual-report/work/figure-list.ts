import { quantityOf } from '../amounts.ts';
import { formTable } from '../forms/registry.ts';
import { type CellId, type FormVersion, TABLE_IDS, type TableId } from '../ids.ts';
import type { AnnualReport, CellValue } from '../report.ts';

type TableForms = AnnualReport['tableForms'];

const cellsOfForms = (forms: TableForms) =>
  TABLE_IDS.flatMap((table: TableId) => {
    const version: FormVersion | undefined = forms[table];
    return version === undefined ? [] : formTable(table, version).cells;
  });

/**
 * Every figure of a report in the order of its forms, amounts in 万元; `null` where there is none, or an amount whose
 * unit is not known. Short, so that many can be added up.
 */
export const figureList = ({
  tableForms,
  cells,
}: Pick<AnnualReport, 'tableForms' | 'cells'>): readonly (number | null)[] =>
  cellsOfForms(tableForms).map((form) => {
    const cell = cells[form.id];
    return cell === undefined ? null : (quantityOf(form, cell)?.value ?? null);
  });

/** The cells of such a list again; what has no figure is blank. */
export function cellsOfList(
  forms: TableForms,
  figures: readonly (number | null)[],
): Readonly<Record<CellId, CellValue>> {
  const cells: Record<CellId, CellValue> = {};
  cellsOfForms(forms).forEach(({ id, column }, index) => {
    const value = figures[index] ?? null;
    cells[id] =
      value === null
        ? { state: 'blank', value, raw: '' }
        : {
            state: 'value',
            value,
            raw: String(value),
            ...(column.type === 'amountWithUnit' && { unit: '万元' }),
          };
  });
  return cells;
}
