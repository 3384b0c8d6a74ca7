import { fromJsonReport } from '../../json-report.ts';
import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { ReadReport } from '../../read-report.ts';
import { decodeText } from '../text-encoding.ts';

/**
 * Reads back what `zhaoshi report read --json` and the JSON writer print. JSON holds cells already, so it does not
 * go through the document model.
 *
 * @throws ReadFailure `damaged` when it is no JSON, `not-a-report` when it is JSON of another shape, `too-large`
 */
export function readJsonReport(bytes: Uint8Array): ReadReport {
  const { text } = decodeText(bytes);
  if (text.length > LIMITS.reportCharacters) {
    throw new ReadFailure(
      'too-large',
      `JSON 超过 ${LIMITS.reportCharacters / 10_000} 万字，不像一份年度报告，未读取。请检查文件是否选对。`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReadFailure(
      'damaged',
      'JSON 语法有误，文件可能不完整。请用 zhaoshi report read --json 重新生成。',
    );
  }
  return fromJsonReport(value);
}
