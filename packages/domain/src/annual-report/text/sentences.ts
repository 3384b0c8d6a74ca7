import { SECTION_IDS, type SectionId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';

/** Where a sentence stands. */
export type Place = SectionId | 'preamble';

export interface Sentence {
  readonly place: Place;
  /** Number of the paragraph inside its place, from 0. */
  readonly paragraph: number;
  /** As printed, without blanks at the ends. */
  readonly text: string;
  /** For reading by machine: half-width digits, full-width punctuation, no blanks except between two digits. */
  readonly folded: string;
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ．％＠]/g;
const HALF_WIDTH_MARKS = /[();:!?]|,(?!\d{3})|(?<!\d),/g;
const MARKS: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};

/** Without a lookaround, so that a long run of blanks costs no more than its length. */
function keepBetweenDigits(blanks: string, at: number, text: string): string {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + blanks.length)) ? ' ' : '';
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Half-width digits and letters; nothing else changes, not even the length. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** One writing for what is printed in many; the length may change. */
export function foldText(text: string): string {
  return foldWidth(text)
    .replace(/\s+/g, keepBetweenDigits)
    .replace(HALF_WIDTH_MARKS, (mark) => MARKS[mark] ?? mark);
}

/** No sentence is longer; what is, is no text, and is cut so that no rule's work grows beyond its length. */
const LONGEST_SENTENCE = 1500;

function inPieces(text: string): readonly string[] {
  if (text.length <= LONGEST_SENTENCE) return [text];
  const count = Math.ceil(text.length / LONGEST_SENTENCE);
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * LONGEST_SENTENCE, (index + 1) * LONGEST_SENTENCE),
  );
}

function sentencesOfParagraph(place: Place, paragraph: number, text: string): Sentence[] {
  return text
    .split(/(?<=[。！？])/)
    .flatMap(inPieces)
    .flatMap((part) => {
      const trimmed = part.trim();
      return trimmed === '' ? [] : { place, paragraph, text: trimmed, folded: foldText(trimmed) };
    });
}

function readSentences(report: AnnualReport): readonly Sentence[] {
  const preamble = report.preamble.flatMap((text, index) => sentencesOfParagraph('preamble', index, text));
  const sections = SECTION_IDS.flatMap((section) =>
    (report.sections[section]?.paragraphs ?? []).flatMap((text, index) =>
      sentencesOfParagraph(section, index, text),
    ),
  );
  return [...preamble, ...sections];
}

const READ = new WeakMap<AnnualReport, readonly Sentence[]>();

/** Every sentence of the preamble and the six parts, in reading order. Kept per report: many rules ask. */
export function sentencesOf(report: AnnualReport): readonly Sentence[] {
  const known = READ.get(report);
  if (known) return known;
  const sentences = readSentences(report);
  READ.set(report, sentences);
  return sentences;
}

/** The text of some parts as one folded string, for rules that only look for words. */
export function foldedText(report: AnnualReport, places: readonly Place[]): string {
  let text = '';
  for (const sentence of sentencesOf(report)) if (places.includes(sentence.place)) text += sentence.folded;
  return text;
}
