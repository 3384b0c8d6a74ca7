import { useQueries, useQueryClient } from '@tanstack/react-query';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import { useState } from 'react';
import { call } from '../../../../app/api.ts';
import type { DocumentRow, ShownDocument } from '../../shown-document.ts';
import { wantsSecondFactor } from '../acts/use-document-act.tsx';
import { batchBody, batchHindrance, refusalWords } from './batch-act.ts';

/** How it went with one document. */
export type BatchResult = { readonly isDone: true } | { readonly isDone: false; readonly words: string };

/** One of the documents, as it was when the dialog was opened. */
export interface BatchItem {
  readonly row: DocumentRow;
  readonly shown: ShownDocument | undefined;
  /** Why it cannot be done; `null` when it can, `undefined` until that is known. */
  readonly hindrance: string | null | undefined;
  readonly result: BatchResult | undefined;
}

type Texts = Readonly<Record<string, string | undefined>>;

interface Batch {
  readonly items: readonly BatchItem[];
  readonly isRunning: boolean;
  /** Waits for the second factor; what is done is done. */
  readonly isUnsigned: boolean;
  readonly run: (texts: Texts) => Promise<void>;
  readonly giveUp: () => void;
}

/** One act on many documents: a call for each, one after the other; what is refused stands with its reason. */
export function useBatch(rows: readonly DocumentRow[], type: DocumentActType): Batch {
  const queryClient = useQueryClient();
  const [results, setResults] = useState<ReadonlyMap<string, BatchResult>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const [isUnsigned, setUnsigned] = useState(false);
  const read = useQueries({
    queries: rows.map(({ regionId, documentId }) => ({
      // Not among the documents that are read again after a change: what was looked at stays what is acted on.
      queryKey: ['batch', type, documentId],
      queryFn: () => call(documentRoutes.read, { params: { regionId, documentId } }),
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const items = rows.map((row, index): BatchItem => {
    const { data: shown, error } = read[index] ?? {};
    const unread = error === null || error === undefined ? undefined : refusalWords(error);
    return {
      row,
      shown,
      hindrance: shown === undefined ? unread : batchHindrance(shown, type),
      result: results.get(row.documentId),
    };
  });
  const note = (documentId: string, result: BatchResult): void =>
    setResults((before) => new Map([...before, [documentId, result]]));

  /** Whether the next may follow: only a missing second factor stops all of them. */
  const doOne = async ({ row, shown }: BatchItem, texts: Texts): Promise<boolean> => {
    const { regionId, documentId } = row;
    const body = shown === undefined ? null : batchBody(type, shown, texts);
    if (shown === undefined || body === null) return true;
    try {
      await call(documentRoutes.act, { params: { regionId, documentId }, body }, { version: shown.version });
      note(documentId, { isDone: true });
    } catch (error) {
      if (wantsSecondFactor(error)) return false;
      note(documentId, { isDone: false, words: refusalWords(error) });
    }
    return true;
  };

  const run = async (texts: Texts): Promise<void> => {
    setRunning(true);
    setUnsigned(false);
    for (const item of items) {
      if (item.hindrance !== null || item.result !== undefined) continue;
      if (await doOne(item, texts)) continue;
      setUnsigned(true);
      break;
    }
    setRunning(false);
    await Promise.all(
      ['documents', 'desk'].map((area) => queryClient.invalidateQueries({ queryKey: [area] })),
    );
  };
  return { items, isRunning, isUnsigned, run, giveUp: () => setUnsigned(false) };
}
