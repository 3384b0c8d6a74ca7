import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { placeWords } from '@zhaoshi/domain/disclosure/scan/piece';
import { kindTitle } from '@zhaoshi/domain/disclosure/scan/scan-text';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { DocumentEventRow } from '../../db/queries/documents.ts';
import { scanContent } from '../documents/scan-content.ts';

const findingIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'finding' in data && typeof data.finding === 'string'
    ? data.finding
    : null;

/**
 * What the scan finds in something published that would block it and that nobody justified: what goes to paper or to
 * another platform cannot be called back, so it is scanned again by today's rules (publication.md §9, §12).
 *
 * @returns where they stand, in words; never what was found
 */
export function unjustifiedFindings(
  content: DocumentContent,
  events: readonly DocumentEventRow[],
  today: CivilDate,
): readonly string[] {
  const justified = new Set(
    events.filter(({ type }) => type === 'justifyFinding').map(({ data }) => findingIn(data)),
  );
  return scanContent(content, { today })
    .filter(({ key, finding }) => finding.severity === 'blocks' && !justified.has(key))
    .map(({ finding }) => `${placeWords(finding.place)}（${kindTitle(finding)}）`);
}
