import { useMutation } from '@tanstack/react-query';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { useState } from 'react';
import { call } from '../../../app/api.ts';
import type { ContentValues, ShownDocument, ShownFileScan, ShownFinding } from '../shown-document.ts';

export interface Scan {
  readonly findings: readonly ShownFinding[] | null;
  /** What is known of the files of the content that was looked at. */
  readonly files: readonly ShownFileScan[];
  readonly isLooking: boolean;
  readonly error: Error | null;
  /** Asks about a content as it stands, saved or not. */
  readonly look: (content: ContentValues, onFound: (findings: readonly ShownFinding[]) => void) => void;
  /** What was dealt with needs no line any more. */
  readonly drop: (keys: ReadonlySet<string>) => void;
}

/** The scan of what is being written. What it finds is kept in memory only and nowhere beside. */
export function useScan({ regionId, documentId }: Pick<ShownDocument, 'regionId' | 'documentId'>): Scan {
  const [findings, setFindings] = useState<readonly ShownFinding[] | null>(null);
  const [files, setFiles] = useState<readonly ShownFileScan[]>([]);
  const ask = useMutation({
    gcTime: 0,
    mutationFn: (content: ContentValues) =>
      call(documentRoutes.scan, { params: { regionId, documentId }, body: { content } }),
  });
  return {
    findings,
    files,
    isLooking: ask.isPending,
    error: ask.error,
    look: (content, onFound) =>
      ask.mutate(content, {
        onSuccess: (answer) => {
          const ordered = answer.findings.toSorted(
            (one, other) => Number(one.severity !== 'blocks') - Number(other.severity !== 'blocks'),
          );
          setFindings(ordered);
          setFiles(answer.files);
          onFound(ordered);
        },
      }),
    drop: (keys) => setFindings((before) => before?.filter(({ key }) => !keys.has(key)) ?? null),
  };
}
