import { err, ok, type Result } from '../../kernel/result.ts';
import type { ScanFinding } from './finding.ts';
import type { TextPiece } from './piece.ts';

type Masked = Pick<ScanFinding, 'start' | 'end' | 'text' | 'mask'>;

/**
 * The piece with a finding masked, or the Chinese reason why not: the text changed since the scan, or only a person
 * can say what should stand there. Nothing is changed then.
 */
export function applyMask(piece: TextPiece, finding: Masked): Result<TextPiece, string> {
  if (finding.mask === null) return err('这一处没有可以自动替换的内容，请人工修改。');
  if (piece.text.slice(finding.start, finding.end) !== finding.text) {
    return err('这一处文字在扫描之后改动过，没有替换；请重新扫描。');
  }
  const text = piece.text.slice(0, finding.start) + finding.mask + piece.text.slice(finding.end);
  return ok({ ...piece, text });
}
