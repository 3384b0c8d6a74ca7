import { ReadFailure } from '../src/read-error.ts';

/** Code of the failure a read ends with, or "read" when it succeeds; anything untyped is thrown on. */
export async function failureCode(read: () => unknown): Promise<string> {
  try {
    await read();
    return 'read';
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    // What a reader did not foresee is a mistake in it, whatever the file holds.
    if (error.cause !== undefined) throw error.cause;
    return error.failure.code;
  }
}
