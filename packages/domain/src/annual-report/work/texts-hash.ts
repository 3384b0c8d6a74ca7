import { stableHash } from '../../kernel/stable-hash.ts';
import { type ReportDraft, WRITTEN_PART_IDS } from './report-draft.ts';

/** Names the words of a draft, so that a review of them ends when they change; 表注 are words too. */
export const textsHash = ({ texts, footnotes }: Pick<ReportDraft, 'texts' | 'footnotes'>): string =>
  stableHash(
    JSON.stringify([
      WRITTEN_PART_IDS.map((part) => texts[part].trim()),
      Object.entries(footnotes).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );
