import type { ReadError } from '../../read-error.ts';
import type { SourceDocument } from '../../source-document.ts';

/** What the thread sends: first that it has loaded, then one answer a file. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'failure'; readonly failure: ReadError };
