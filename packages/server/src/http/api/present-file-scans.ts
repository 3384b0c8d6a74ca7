import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { findingKey, SCAN_KINDS, type ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import { justifyingRoles } from '@zhaoshi/domain/disclosure/scan/justification';
import { placeWords } from '@zhaoshi/domain/disclosure/scan/piece';
import { kindTitle } from '@zhaoshi/domain/disclosure/scan/scan-text';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import {
  type FileScan,
  fileFindingKey,
  UNREADABLE_BY,
  unreadableKey,
  unreadableReason,
} from '../../use-cases/documents/file-findings.ts';
import { openFindings } from '../../use-cases/files/scan-file.ts';

interface Shown {
  readonly justified: ReadonlySet<string>;
  readonly seesText: boolean;
  readonly box: SecretBox;
}

const UNREADABLE_PLACE = placeWords({ kind: 'file' });

const unreadable = ({ fileId, failure }: FileScan, { justified }: Shown) => ({
  key: unreadableKey(fileId),
  kind: 'unreadable',
  title: SCAN_KINDS.unreadable.title,
  severity: 'blocks' as const,
  place: UNREADABLE_PLACE,
  text: null,
  reason: unreadableReason(failure ?? ''),
  source: SCAN_KINDS.unreadable.source,
  justifiedBy: [...UNREADABLE_BY],
  isJustified: justified.has(unreadableKey(fileId)),
});

const present = (key: string, finding: ScanFinding, { justified, seesText }: Shown) => ({
  key,
  kind: finding.kind,
  title: kindTitle(finding),
  severity: finding.severity,
  place: placeWords(finding.place),
  text: seesText ? finding.text : null,
  reason: finding.reason,
  source: SCAN_KINDS[finding.kind].source,
  justifiedBy: [...justifyingRoles(finding)],
  isJustified: justified.has(key),
});

function findingsOf(scan: FileScan, shown: Shown) {
  if (scan.state === 'failed') return [unreadable(scan, shown)];
  if (scan.sealed === null) return [];
  return openFindings(shown.box, scan.fileId, scan.sealed).map((finding) =>
    present(fileFindingKey(scan.fileId, findingKey(finding)), finding, shown),
  );
}

/** What pictures of the text show, by their files. */
function pictureNames({ content }: DocumentBody): ReadonlyMap<string, string> {
  return new Map(
    content.flatMap((block): readonly [string, string][] =>
      block.type === 'image' ? [[block.attrs.fileId, block.attrs.alt]] : [],
    ),
  );
}

/** The files of a content with what was found in each; what a finding quotes only for who works on the document. */
export function presentFileScans(content: DocumentContent, scans: readonly FileScan[], shown: Shown) {
  const pictures = pictureNames(content.body);
  const labels = new Map(content.attachments.map(({ fileId, name }) => [fileId, name]));
  return scans.map((scan) => ({
    fileId: scan.fileId,
    name: labels.get(scan.fileId) ?? pictures.get(scan.fileId) ?? '图片',
    state: scan.state,
    isRedactable: scan.isRedactable,
    findings: findingsOf(scan, shown),
  }));
}
