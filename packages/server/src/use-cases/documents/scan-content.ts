import { type ContentPiece, contentPieces } from '@zhaoshi/domain/disclosure/content-pieces';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { ScanSummary } from '@zhaoshi/domain/disclosure/document-context';
import { findingKey, type ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import { justifyingRoles } from '@zhaoshi/domain/disclosure/scan/justification';
import { type ScanOptions, scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';

/** A finding with where it stands in the content. Quotes personal data: shown to who handles it, kept nowhere. */
export interface ContentFinding {
  readonly key: string;
  readonly finding: ScanFinding;
  readonly at: ContentPiece['at'];
}

/** Scans the text of a version. */
export function scanContent(content: DocumentContent, options: ScanOptions): readonly ContentFinding[] {
  const pieces = contentPieces(content);
  const findings = scanText(
    pieces.map(({ piece }) => piece),
    options,
  );
  return findings.flatMap((finding) => {
    const piece = pieces[finding.piece];
    return piece === undefined ? [] : [{ key: findingKey(finding), finding, at: piece.at }];
  });
}

/** What of it blocks, and who may justify it. */
export const scanSummary = (findings: readonly ContentFinding[]): Pick<ScanSummary, 'blocking'> => ({
  blocking: new Map(
    findings
      .filter(({ finding }) => finding.severity === 'blocks')
      .map(({ key, finding }) => [key, justifyingRoles(finding)]),
  ),
});
