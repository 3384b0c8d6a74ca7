import { type CellId, type FormVersion, TABLE_IDS, type TableId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { Form, FormCell, FormTable } from './form.ts';
import { tableFour } from './table-four.ts';
import { tableThree } from './table-three.ts';
import { tableTwo } from './table-two.ts';

function form(version: FormVersion, fromYear: number, toYear: number | null, source: string): Form {
  return {
    version,
    fromYear,
    toYear,
    source,
    tables: { t2: tableTwo(version), t3: tableThree(version), t4: tableFour(version) },
  };
}

/** The official forms (annual-report.md §1). No form newer than 2021 was known in November 2026 [U]. */
export const FORMS: Readonly<Record<FormVersion, Form>> = {
  '2019': form('2019', 2019, 2020, '国办公开办函〔2019〕60号'),
  '2021': form('2021', 2021, null, '国办公开办函〔2021〕30号'),
};

/** The form binding for a report year; `undefined` before 2019, where no uniform form existed. */
export function formForYear(reportYear: number): Form | undefined {
  return Object.values(FORMS).find(
    (candidate) =>
      candidate.fromYear <= reportYear && (candidate.toYear === null || reportYear <= candidate.toYear),
  );
}

export function formTable(table: TableId, version: FormVersion): FormTable {
  return FORMS[version].tables[table];
}

/** The tables a report was found to follow; tables it does not have are left out. */
export function tablesOf(report: Pick<AnnualReport, 'tableForms'>): readonly FormTable[] {
  return TABLE_IDS.flatMap((table) => {
    const version = report.tableForms[table];
    return version === undefined ? [] : [formTable(table, version)];
  });
}

const CELLS: Readonly<Record<FormVersion, ReadonlyMap<CellId, FormCell>>> = {
  '2019': cellIndex('2019'),
  '2021': cellIndex('2021'),
};

function cellIndex(version: FormVersion): ReadonlyMap<CellId, FormCell> {
  return new Map(
    TABLE_IDS.flatMap((table) => formTable(table, version).cells).map((cell) => [cell.id, cell]),
  );
}

/** Every cell of both forms, each once, in the order of the newer form. */
export const EVERY_CELL: readonly CellId[] = [...new Set([...CELLS['2021'].keys(), ...CELLS['2019'].keys()])];

/** The cell of a form by id; `undefined` when that form has no such cell. */
export function formCell(version: FormVersion, id: CellId): FormCell | undefined {
  return CELLS[version].get(id);
}

/** Name of a cell for a reader, for example "表三 第三项（三）5 商业企业"; both forms are searched. */
export function cellName(id: CellId): string {
  return (CELLS['2021'].get(id) ?? CELLS['2019'].get(id))?.name ?? id;
}
