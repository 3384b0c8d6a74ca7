import { useLocation } from '@tanstack/react-router';
import type { TableId } from '@zhaoshi/domain/annual-report/ids';
import { useEffect } from 'react';
import { cellElementId, goTo } from './shown-report.ts';

/**
 * Brings the cell that the address names (`#cell-t3.granted/total`) before the eyes and the keyboard, when it stands in
 * the table.
 *
 * @returns whether it does: then every row of the table must be there
 */
export function useNamedCell(table: TableId): boolean {
  const hash = useLocation({ select: (location) => location.hash });
  const isNamed = hash.startsWith(cellElementId(`${table}.`));
  useEffect(() => {
    if (isNamed) goTo(hash);
  }, [isNamed, hash]);
  return isNamed;
}
