import { SECTION_IDS, type SectionId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { CheckResult } from './rule.ts';

type Passage = NonNullable<CheckResult['passage']>;

/** The passage of a finding about what is not there, or about a whole part: a place without words. */
export function emptyPlace(section: Passage['section']): Passage {
  return { section, text: '' };
}

/** Sentences of one part, without its tables. */
export function sentencesOf(report: Pick<AnnualReport, 'sections'>, section: SectionId): readonly string[] {
  return (report.sections[section]?.paragraphs ?? []).flatMap((paragraph) =>
    paragraph.split(/(?<=[。；！？])/).flatMap((sentence) => sentence.trim() || []),
  );
}

/** Every printed text of a report, one passage a paragraph, in reading order. */
export function passagesOf(report: AnnualReport): readonly Passage[] {
  const passages: Passage[] = report.title === null ? [] : [{ section: 'title', text: report.title }];
  for (const text of report.preamble) passages.push({ section: 'preamble', text });
  for (const section of SECTION_IDS) {
    const part = report.sections[section];
    if (!part) continue;
    passages.push({ section, text: part.heading });
    for (const text of part.paragraphs) passages.push({ section, text });
  }
  if (report.signature) passages.push({ section: 'signature', text: report.signature.raw });
  return passages;
}
