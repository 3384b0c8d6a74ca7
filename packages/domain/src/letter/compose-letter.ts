import { provisionalWords } from '../calendar/provisional-words.ts';
import { chineseDate } from '../kernel/chinese-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Remedy, remedyOf, remedyOfAct, remedyText } from '../remedy/remedy.ts';
import { type MissingField, missingParts, type PlaceWords, wordsOfPlaces } from './check-letter.ts';
import type { Letter, LetterForm, LetterParagraph, LetterRemedy, ProvisionalMark } from './letter.ts';
import type { LetterFacts } from './letter-facts.ts';
import { type LetterFieldValues, linesOf } from './letter-field.ts';
import { LETTER_KINDS, type LetterKind, outcomeOfLetter, templateOf } from './letter-kinds.ts';
import { fillText, type LetterTemplate, placesOf, type TemplateRow, textsOf } from './letter-template.ts';

/** Where the seal is put, until it is. */
export const SEAL = '（印章）';

/** Lines that the officer or the applicant wrote stay paragraphs of their own. */
function paragraphsOf({ paragraphs }: LetterTemplate, words: PlaceWords): readonly LetterParagraph[] {
  return paragraphs.flatMap(({ role, text }) =>
    linesOf(fillText(text, words)).map((filled) => ({ role, text: filled })),
  );
}

const rowsOf = (rows: readonly TemplateRow[], words: PlaceWords): readonly TemplateRow[] =>
  rows.map(({ label, text }) => ({ label, text: fillText(text, words) }));

function formOf({ replyForm }: LetterTemplate, words: PlaceWords): LetterForm | null {
  if (replyForm === undefined) return null;
  const { title, paragraphs, rows } = replyForm;
  return { title, paragraphs: paragraphs.map((text) => fillText(text, words)), rows: rowsOf(rows, words) };
}

function remedyFor(kind: LetterKind, { remedy }: LetterTemplate, facts: LetterFacts): Remedy {
  const { date, givenBefore, readings } = facts;
  if (remedy !== 'outcome') return remedyOfAct(remedy, date, readings);
  const outcome = outcomeOfLetter(kind);
  if (outcome === null) throw new Error(`${kind} states no outcome`);
  return remedyOf({ outcome, on: date, givenBefore, readings });
}

function remedyBlock(remedy: Remedy, { remedyPlaces, byInternet, readings }: LetterFacts): LetterRemedy {
  if (remedyPlaces === null) return { ...remedy, text: '' };
  const places = byInternet ? remedyPlaces : { ...remedyPlaces, reviewAddress: null };
  return { ...remedy, text: remedyText(remedy.code, places, readings.courtRefuses) };
}

/** A provisional date that the letter prints is never printed as final (calendar.md §4). */
function provisionalMarks(template: LetterTemplate, { due }: LetterFacts): readonly ProvisionalMark[] {
  const printsDue = textsOf(template).some((text) => placesOf(text).all.includes('due'));
  if (due === null || !due.provisional || !printsDue) return [];
  return [{ date: due.date, sentence: provisionalWords(due.date) }];
}

/**
 * The letter in its parts, with all elements of §11.1; or everything that is missing or cannot be printed as it is.
 * @throws {RangeError} when the law knew no such letter on its date.
 */
export function composeLetter(
  kind: LetterKind,
  facts: LetterFacts,
  fields: LetterFieldValues,
): Result<Letter, readonly MissingField[]> {
  const template = templateOf(kind, facts.date);
  const { title, to } = LETTER_KINDS[kind];
  const remedy = remedyFor(kind, template, facts);
  const missing = missingParts({ template, to, remedy }, facts, fields);
  if (missing.length > 0) return err(missing);
  const words = wordsOfPlaces(template, facts, fields);
  const isForm = to === 'internal';
  return ok({
    kind,
    version: template.version,
    issuer: facts.organ,
    title,
    documentNumber: template.numbered ? facts.documentNumber : null,
    registrationNumber: facts.application.registrationNumber,
    addressee: isForm ? null : facts.addressee,
    paragraphs: paragraphsOf(template, words),
    rows: rowsOf(template.rows ?? [], words),
    remedy: remedyBlock(remedy, facts),
    enclosures: linesOf(fields['enclosures'] ?? ''),
    contact: isForm ? [] : facts.contact,
    date: facts.date,
    dateText: chineseDate(facts.date),
    seal: isForm ? null : SEAL,
    replyForm: formOf(template, words),
    provisional: provisionalMarks(template, facts),
  });
}
