import type { ProblemCode, Rejection } from '@zhaoshi/contract/problems';
import type { FileRejection, FileRejectionCode } from '../../adapters/files/rejection.ts';

const CODES: Readonly<Partial<Record<FileRejectionCode, ProblemCode>>> = {
  'too-large': 'too-large',
  'type-not-allowed': 'unsupported-type',
  'content-differs': 'unsupported-type',
  'scanner-unavailable': 'unavailable',
  'no-space': 'unavailable',
};

/**
 * What a caller is told of a file that was not taken in: whether to wait, to make it smaller or to give another.
 *
 * @param pointer the field of the call that the file came in, where it came with the call
 */
export const rejectionOfFile = ({ code, message }: FileRejection, pointer?: string): Rejection => ({
  code: CODES[code] ?? 'invalid',
  detail: message,
  ...(pointer !== undefined && { errors: [{ pointer, message }] }),
});
