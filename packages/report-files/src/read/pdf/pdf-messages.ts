import type { ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import type { ReadError } from '../../read-error.ts';
import type { SourceDocument } from '../../source-document.ts';

/** What the thread is asked for: a report's document, or all texts for the scan before publication. */
export interface ThreadTask {
  readonly want: 'document' | 'pieces';
  readonly bytes: Uint8Array;
  /** How long reading may take. */
  readonly milliseconds: number;
}

/** What the thread sends: first that it has loaded, then one answer a file. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'pieces'; readonly pieces: readonly ScanPiece[] }
  | { readonly kind: 'failure'; readonly failure: ReadError };
