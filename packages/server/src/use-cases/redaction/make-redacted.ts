import type { Rejection } from '@zhaoshi/contract/problems';
import type { RedactionMark } from '@zhaoshi/contract/routes/redaction-fields';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SourceFile } from '@zhaoshi/redaction/pages';
import { redact } from '@zhaoshi/redaction/redact';
import type { Redacted } from '@zhaoshi/redaction/redacted';
import { type KeptMark, type KeptRedaction, keptOf } from './kept-redaction.ts';
import { rejectionOfRedaction } from './redaction-rejection.ts';

/** Numbered as they are read: by page, then from above, then from the left. */
const numbered = (marks: readonly RedactionMark[]): readonly KeptMark[] =>
  marks
    .toSorted((a, b) => a.page - b.page || a.y - b.y || a.x - b.x)
    .map(({ page, x, y, width, height, ground, reason }, index) => {
      const label = String(index + 1);
      return { label, page, x, y, width, height, ground, reason };
    });

interface MadeRedaction {
  readonly redacted: Redacted;
  readonly kept: KeptRedaction;
}

/** The file with the marks burnt in, each under the number by which its ground is told (条例37 区分处理). */
export async function makeRedacted(
  source: SourceFile,
  given: readonly RedactionMark[],
): Promise<Result<MadeRedaction, Rejection>> {
  const marks = numbered(given);
  const redacted = await redact({
    ...source,
    marks: marks.map(({ page, x, y, width, height, label }) => ({
      page,
      x,
      y,
      width,
      height,
      label,
      markId: label,
    })),
  });
  if (!redacted.ok) return err(rejectionOfRedaction(redacted.error));
  return ok({ redacted: redacted.value, kept: keptOf(marks, redacted.value.report) });
}
