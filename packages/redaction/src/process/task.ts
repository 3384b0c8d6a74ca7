import type { FoundText } from '../find/find-text.ts';
import type { Mark } from '../mark.ts';
import type { PageSize, Redacted } from '../redacted.ts';

interface FileTask {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What the process is asked for: one task, then it ends. */
export type Task =
  | (FileTask & { readonly kind: 'redact'; readonly marks: readonly Mark[] })
  | (FileTask & { readonly kind: 'redrawPicture' })
  | (FileTask & { readonly kind: 'strip' })
  | (FileTask & { readonly kind: 'listPages' })
  | (FileTask & { readonly kind: 'renderPage'; readonly page: number; readonly width: number })
  | (FileTask & { readonly kind: 'findText'; readonly words: readonly string[] });

/** What each task gives when it is not refused. */
export interface Answers {
  readonly redact: Redacted;
  readonly redrawPicture: Redacted;
  readonly strip: Redacted;
  readonly listPages: readonly PageSize[];
  readonly renderPage: Uint8Array;
  readonly findText: FoundText;
}
