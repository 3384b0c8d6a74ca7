import { SECTION_IDS, type SectionId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { ACCEPTED_HEADINGS, SECTION_NUMBERS } from '../section-headings.ts';

const PUNCTUATION = /[、，,。.：:；;“”"]/g;

const NUMBERED = /^(?:第?([一二三四五六七八九十]+|\d+)(?:部分)?[、.．,，:：]?)?(.*)$/;

function isAcceptedHeading(section: SectionId, text: string): boolean {
  const [, number = '', words = ''] = NUMBERED.exec(text.replace(/\s+/g, '')) ?? [];
  const title = words.replace(PUNCTUATION, '');
  const numberFits = number === SECTION_NUMBERS[section] || (section === 's1' && number === '1');
  return (
    numberFits && ACCEPTED_HEADINGS[section].some((accepted) => accepted.replace(PUNCTUATION, '') === title)
  );
}

export interface FoundHeading {
  readonly section: SectionId;
  readonly text: string;
}

/** Every main heading in the order found; a report without a source has one heading a part. */
export function headingsOf(report: AnnualReport): readonly FoundHeading[] {
  if (report.structure) return report.structure.headings;
  return SECTION_IDS.flatMap((section) => {
    const part = report.sections[section];
    return part ? [{ section, text: part.heading }] : [];
  });
}

/** Headings whose words or number are not those of the template, or whose number is doubled. */
export function irregularHeadings(headings: readonly FoundHeading[]): readonly FoundHeading[] {
  return headings.filter(({ section, text }) => !isAcceptedHeading(section, text));
}

export interface PartFault {
  readonly section: SectionId;
  /** What is wrong with it, in Chinese. */
  readonly text: string;
}

/** What is wrong with the order and number of the six parts; empty when nothing is. */
export function partFaults(found: readonly SectionId[]): readonly PartFault[] {
  const name = (section: SectionId): string => `第${SECTION_NUMBERS[section]}部分`;
  const missing = SECTION_IDS.filter((section) => !found.includes(section));
  const doubled = SECTION_IDS.filter((section) => found.filter((other) => other === section).length > 1);
  const firsts = found.filter((section, index) => found.indexOf(section) === index);
  const displaced = firsts.filter((section, index) => index > 0 && (firsts[index - 1] ?? '') > section);
  return [
    ...missing.map((section) => ({ section, text: `缺少${name(section)}` })),
    ...doubled.map((section) => ({ section, text: `重复${name(section)}` })),
    ...displaced.map((section) => ({ section, text: `${name(section)}次序颠倒` })),
  ];
}
