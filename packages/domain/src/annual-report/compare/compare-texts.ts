import { SECTION_IDS, type SectionId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { DIFF_BUDGET } from './changed-parts.ts';
import { compareParagraphs, type TextHunk } from './compare-paragraphs.ts';
import { similarityPercent } from './similarity.ts';

export interface SectionComparison {
  readonly section: SectionId | 'preamble';
  /** Heading as printed; `null` when the report lacks the part. The preamble has none. */
  readonly headingA: string | null;
  readonly headingB: string | null;
  readonly hunks: readonly TextHunk[];
  /** 0–100, see `similarityPercent`. */
  readonly similarity: number;
}

export interface TextComparison {
  readonly sections: readonly SectionComparison[];
  /** 0–100, over all parts together. */
  readonly similarity: number;
}

interface Part {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
}

function partOf(report: AnnualReport, section: SectionId | 'preamble'): Part {
  const found = section === 'preamble' ? { paragraphs: report.preamble } : report.sections[section];
  const paragraphs = (found?.paragraphs ?? []).filter((paragraph) => /\S/u.test(paragraph));
  return {
    heading: (section === 'preamble' ? undefined : report.sections[section]?.heading) ?? null,
    paragraphs,
  };
}

/**
 * The texts of two reports part by part and paragraph by paragraph, `a` usually the earlier one. Takes bounded
 * time: where too much differs, changes are shown by sentences or whole paragraphs instead of characters.
 */
export function compareTexts(a: AnnualReport, b: AnnualReport): TextComparison {
  const budget = { left: DIFF_BUDGET };
  const all = { a: [] as string[], b: [] as string[] };
  const sections = (['preamble', ...SECTION_IDS] as const).map((section): SectionComparison => {
    const [left, right] = [partOf(a, section), partOf(b, section)];
    all.a.push(...left.paragraphs);
    all.b.push(...right.paragraphs);
    return {
      section,
      headingA: left.heading,
      headingB: right.heading,
      hunks: compareParagraphs(left.paragraphs, right.paragraphs, budget),
      similarity: similarityPercent(left.paragraphs.join('\n'), right.paragraphs.join('\n')),
    };
  });
  return { sections, similarity: similarityPercent(all.a.join('\n'), all.b.join('\n')) };
}
