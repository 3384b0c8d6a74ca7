import type { CivilDate } from '../kernel/civil-date.ts';
import type { RemedyAct } from '../remedy/remedy.ts';
import type { LetterField } from './letter-field.ts';

/** What a paragraph is for; the elements of §11.1 are looked for by it. */
export type LetterRole =
  /** 申请事实: when what was asked. */
  | 'request'
  /** 法律依据 */
  | 'basis'
  /** 处理决定 */
  | 'decision'
  | 'reason'
  /** What was done before: correction, extension, consultation. */
  | 'course'
  /** Form and way of supply. */
  | 'supply'
  | 'guidance'
  /** By when, and what follows when nothing comes. */
  | 'period'
  | 'effect'
  | 'fee'
  | 'closing';

/**
 * A paragraph with places: `{key}` is a field or a fact, `[…]` a piece that is left out when a place in it is empty.
 * A paragraph of which nothing is left is left out.
 */
export interface TemplateParagraph {
  readonly role: LetterRole;
  readonly text: string;
}

/** A row of a form with its label; an empty one is filled in by hand. */
export interface TemplateRow {
  readonly label: string;
  readonly text: string;
}

/** A sheet that the addressee fills in and sends back. */
export interface TemplateForm {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly TemplateRow[];
}

/** The wording of a letter from a day on; a change of wording is a new version, old letters keep theirs. */
export interface LetterTemplate {
  readonly version: number;
  readonly validFrom: CivilDate;
  /** Article, notice or practice that the wording comes from. */
  readonly source: string;
  readonly fields: readonly LetterField[];
  readonly paragraphs: readonly TemplateParagraph[];
  readonly rows?: readonly TemplateRow[];
  readonly replyForm?: TemplateForm;
  /** Which remedy it names: that of the outcome it states, or that against an act. */
  readonly remedy: 'outcome' | RemedyAct;
  /** Whether it has a 发文字号. */
  readonly numbered: boolean;
}

/** 国务院令第711号 in force. */
export const LAW_IN_FORCE = '2019-05-15' as CivilDate;

const PLACE = /\{(\w+)\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(PLACE)].flatMap(([, key]) => key ?? []);

/** Every place of a text; `needed` are those outside `[…]`. */
export const placesOf = (
  text: string,
): { readonly all: readonly string[]; readonly needed: readonly string[] } => ({
  all: placesIn(text),
  needed: placesIn(text.replace(OPTIONAL, '')),
});

/** The places of each piece that may be left out. */
export const optionalPieces = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(OPTIONAL)].map(([, piece = '']) => placesIn(piece));

/** The text with its places filled; what is put in is never read as a place. */
export const fillText = (text: string, words: (key: string) => string): string =>
  text
    .replace(OPTIONAL, (_, piece: string) => (placesIn(piece).every((key) => words(key) !== '') ? piece : ''))
    .replace(PLACE, (_, key: string) => words(key));

/** Every text of a template that has places. */
export const textsOf = ({ paragraphs, rows = [], replyForm }: LetterTemplate): readonly string[] => [
  ...[...paragraphs, ...rows, ...(replyForm?.rows ?? [])].map(({ text }) => text),
  ...(replyForm?.paragraphs ?? []),
];
