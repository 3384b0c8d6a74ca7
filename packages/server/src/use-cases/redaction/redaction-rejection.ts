import type { ProblemCode, Rejection } from '@zhaoshi/contract/problems';
import type { RedactionError, RedactionErrorCode } from '@zhaoshi/redaction/redaction-error';

/** What was asked for is wrong, or the result did not hold; everything else is about the file itself. */
const CODES: Readonly<Partial<Record<RedactionErrorCode, ProblemCode>>> = {
  'no-marks': 'invalid',
  'invalid-mark': 'invalid',
  'invalid-request': 'invalid',
  'verification-failed': 'state-refuses',
  'not-strippable': 'state-refuses',
};

/** A refusal of the redaction as the interface answers it; its words never quote the file. */
export const rejectionOfRedaction = ({ code, message }: RedactionError): Rejection => ({
  code: CODES[code] ?? 'unsupported-type',
  detail: message,
});
