/**
 * Why a file could not be read. Closed list with stable codes; `message` says in Chinese what it is, what was
 * kept and what to do. Never contains file content.
 */
export type ReadErrorCode =
  | 'empty-file'
  | 'unknown-format'
  | 'unsupported-format'
  | 'encrypted'
  | 'damaged'
  | 'scanned-pdf'
  | 'archive-limits'
  | 'forbidden-xml'
  | 'too-large'
  | 'too-complex'
  | 'not-a-report'
  | 'not-strippable';

export interface ReadError {
  readonly code: ReadErrorCode;
  readonly message: string;
}

/** Thrown inside readers to leave deep code; turned into a `Result` at the package's door, never beyond it. */
export class ReadFailure extends Error {
  readonly failure: ReadError;

  constructor(code: ReadErrorCode, message: string) {
    super(`${code}: ${message}`);
    this.failure = { code, message };
  }
}
