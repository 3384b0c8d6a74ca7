import type { FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { type RowId, TABLE_IDS, type TableId } from '@zhaoshi/domain/annual-report/ids';
import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import type { TableAsFound } from '@zhaoshi/domain/annual-report/report';
import type { ExtraRow, RowReading } from './row-reading.ts';

const shown = (label: string): string => label.replace(/\s+/g, '');

/** Labels that differ from the template's in more than spaces, width and punctuation. */
function deviatingLabels(readings: readonly RowReading[]): readonly string[] {
  const deviating = readings.filter(
    ({ label, row }) => label !== '' && normaliseLabel(label) !== normaliseLabel(row.label),
  );
  return [...new Set(deviating.map(({ label }) => shown(label)))];
}

/** How each table that was found stood in the source, for the form rules. */
export function tablesAsFound(
  tables: Readonly<Record<TableId, FormTable>>,
  readings: readonly RowReading[],
  duplicates: ReadonlySet<RowId>,
  extraRows: readonly ExtraRow[],
): readonly TableAsFound[] {
  return TABLE_IDS.flatMap((table) => {
    const own = readings.filter((reading) => reading.table === table);
    if (own.length === 0) return [];
    const found = new Set(own.map(({ row }) => row.id));
    return {
      table,
      missingRows: tables[table].rows.map(({ id }) => id).filter((id) => !found.has(id)),
      duplicateRows: [...found].filter((id) => duplicates.has(id)),
      extraRows: extraRows.filter((row) => row.table === table).map(({ label }) => shown(label)),
      deviatingLabels: deviatingLabels(own),
      flattened: own.some(({ flattened }) => flattened),
    };
  });
}
