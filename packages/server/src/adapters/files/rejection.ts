/** Why a file is not taken. Codes are stable; the message says what happened and what to do. */
export type FileRejectionCode =
  | 'name-missing'
  | 'type-not-allowed'
  | 'double-extension'
  | 'content-differs'
  | 'hidden-content'
  | 'macro'
  | 'active-content'
  | 'damaged'
  | 'archive-limits'
  | 'picture-too-big'
  | 'too-large'
  | 'empty'
  | 'incomplete'
  | 'infected'
  | 'scanner-unavailable'
  | 'no-space';

export interface FileRejection {
  readonly code: FileRejectionCode;
  /** Chinese, for the person who uploads; never the file's name or content. */
  readonly message: string;
}
