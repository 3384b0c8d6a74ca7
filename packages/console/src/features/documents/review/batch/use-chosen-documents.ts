import { useState } from 'react';
import { useSession } from '../../../../app/session.ts';
import type { DocumentRow } from '../../shown-document.ts';
import { isBatchable } from './batch-act.ts';

export interface ChosenDocuments {
  readonly chosen: ReadonlyMap<string, DocumentRow>;
  readonly mayChoose: boolean;
  readonly isFree: (row: DocumentRow) => boolean;
  readonly set: (rows: readonly DocumentRow[], isTicked: boolean) => void;
  readonly clear: () => void;
}

const NONE: ReadonlyMap<string, DocumentRow> = new Map();

/**
 * The documents that are ticked: of one's own organ, waiting for somebody. What was ticked under another filter is out
 * of sight and counts no more.
 *
 * @param asked the filter
 */
export function useChosenDocuments(asked: string): ChosenDocuments {
  const { abilities, organ } = useSession();
  const [ticked, setTicked] = useState({ asked, rows: NONE });
  const chosen = ticked.asked === asked ? ticked.rows : NONE;
  const isFree = (row: DocumentRow): boolean => row.organId === organ?.organId && isBatchable(row);
  const set = (rows: readonly DocumentRow[], isTicked: boolean): void => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (isTicked && isFree(row)) next.set(row.documentId, row);
      else next.delete(row.documentId);
    }
    setTicked({ asked, rows: next });
  };
  return {
    chosen,
    mayChoose: abilities.includes('document.handle'),
    isFree,
    set,
    clear: () => setTicked({ asked, rows: NONE }),
  };
}
