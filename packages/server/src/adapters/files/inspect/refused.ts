import type { FileRejection, FileRejectionCode } from '../rejection.ts';

/** A refusal from deep inside an inspection; turned into a `Result` at `inspectFile`, never beyond it. */
export class Refused extends Error {
  readonly rejection: FileRejection;

  /** @param message Chinese: what was found and how to make a clean copy */
  constructor(code: FileRejectionCode, message: string) {
    super(code);
    this.rejection = { code, message };
  }
}
