import { createHash } from 'node:crypto';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';

/**
 * Hash of the figures alone (SHA-256, hexadecimal), in the order of the form: what page, Word, PDF, Excel and JSON have
 * in common (annual-report.md AR-PUB-01). It is taken of the JSON list of `[cell, figure or null]`.
 */
export function cellsHash({ tableForms, cells }: Pick<AnnualReport, 'tableForms' | 'cells'>): string {
  const values = TABLE_IDS.flatMap((table) => {
    const version = tableForms[table];
    if (version === undefined) return [];
    return formTable(table, version).cells.map(({ id }) => [id, cells[id]?.value ?? null]);
  });
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/** How a file names the hash in its properties. */
export const cellsHashWords = (report: Pick<AnnualReport, 'tableForms' | 'cells'>): string =>
  `表格数据校验值（SHA-256）：${cellsHash(report)}`;
