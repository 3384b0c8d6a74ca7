import { ReadFailure } from '../read-error.ts';

/**
 * Runs a reader of a binary format at its door: whatever escapes it becomes a typed failure. An exception that
 * the reader did not foresee is kept as `cause`, so that tests can tell a damaged file from a mistake in code.
 *
 * @param what the format, as people call it
 */
export async function atDoor<T>(what: string, read: () => Promise<T> | T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    const failure = new ReadFailure(
      'damaged',
      `${what}的内部结构有误，可能已损坏，没有读取。请用 Word 或 WPS 打开后另存为 .docx 再试。`,
    );
    failure.cause = error;
    throw failure;
  }
}
