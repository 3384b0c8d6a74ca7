import type { AnnualReport } from '../report.ts';
import type { Figure, ReadSentence } from './claim.ts';
import { understand } from './claim-subjects.ts';
import { applicationFollows, type Before, hasWord, isWord, readBefore } from './clause.ts';
import { type Lexeme, lex, mayHoldNumbers } from './lexer.ts';
import { newState, type ReadingState, startSentence, topicOf } from './reading-state.ts';
import type { Forms } from './readings.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/**
 * Follows the year a sentence speaks of. A year behind 比, 较, 与, 由 is only a yardstick for the next number;
 * otherwise it stays until another is named. 上年结转 is a row of the form, no other year.
 */
function followYear(
  segment: readonly Lexeme[],
  reportYear: number | null,
  state: ReadingState,
): 'previous' | 'own' {
  if (followYearsInTurn(segment, reportYear, state)) return 'own';
  let yardstick = false;
  let compared = false;
  segment.forEach((lexeme, index) => {
    if (isWord(lexeme, 'compare') || (lexeme.is === 'gap' && /[由从]$/.test(lexeme.text))) compared = true;
    if (isWord(lexeme, 'joiner') && lexeme.text === '与') compared = true;
    if (isWord(lexeme, 'thisYear') || isWord(lexeme, 'changedTo')) {
      state.otherYear = false;
      state.partYear = false;
      yardstick = false;
    }
    if (isWord(lexeme, 'partYear')) state.partYear = true;
    if (lexeme.is === 'year' && lexeme.year === reportYear) {
      state.otherYear = false;
      yardstick = false;
    }
    const other = lexeme.is === 'year' ? lexeme.year !== reportYear : isWord(lexeme, 'lastYear');
    if (!other) return;
    const beside = [segment[index - 1], segment[index + 1], segment[index + 2]];
    if (beside.some((neighbour) => isWord(neighbour, 'carry'))) return;
    if (compared) yardstick = true;
    else state.otherYear = true;
  });
  return yardstick ? 'previous' : 'own';
}

const UP_TO = /^(?:至|到|[-—–~～]{1,2})$/;

/** Years named side by side or as a span: “2021年、2022年和2023年”, “2021年至2023年”; fewer than two are none. */
function yearsSideBySide(segment: readonly Lexeme[]): readonly number[] {
  const years = segment.flatMap((lexeme, index) => {
    if (lexeme.is !== 'year') return [];
    const [before, earlier] = [segment[index - 1], segment[index - 2]];
    const [after, later] = [segment[index + 1], segment[index + 2]];
    const joins = (link: Lexeme | undefined) =>
      isWord(link, 'joiner') || (link?.is === 'gap' && UP_TO.test(link.text));
    const joined = (earlier?.is === 'year' && joins(before)) || (later?.is === 'year' && joins(after));
    return joined ? lexeme.year : [];
  });
  return years.length > 1 ? years : [];
}

/**
 * Years told of one after the other: with 分别 each number has its own, without it the number is of them all.
 * Returns false where no such list is at work.
 */
function followYearsInTurn(
  segment: readonly Lexeme[],
  reportYear: number | null,
  state: ReadingState,
): boolean {
  const named = yearsSideBySide(segment);
  const inTurn = hasWord(segment, 'respectively') || hasWord(segment, 'exhaustive');
  const isCompared = hasWord(segment, 'compare');
  if (named.length > 0 && !isCompared) state.yearsInTurn = inTurn ? named : [];
  else if (!segment.every((lexeme) => isWord(lexeme, 'joiner'))) state.yearsInTurn = [];
  const [year, ...others] = state.yearsInTurn;
  if (year !== undefined) {
    state.yearsInTurn = others;
    state.otherYear = year !== reportYear;
    return true;
  }
  if (named.length > 0 && !isCompared) state.otherYear = true;
  return named.length > 0 && !isCompared;
}

function followTopic(segment: readonly Lexeme[], state: ReadingState): void {
  for (const lexeme of segment) {
    if (lexeme.is !== 'word') continue;
    switch (lexeme.word.category) {
      case 'application':
        state.topic = 'application';
        state.applicationNamed = true;
        break;
      case 'reconsideration':
        state.topic = 'reconsideration';
        break;
      case 'litigation':
      case 'direct':
      case 'afterReconsideration':
        state.topic = 'litigation';
        break;
      case 'foreign':
        state.foreign = true;
        break;
      case 'own':
        state.foreign = false;
        break;
      case 'publish':
        state.publishing = true;
        break;
      case 'documentClass':
        state.documentClass = true;
        break;
      default:
    }
  }
}

/** “增加15件”, “多5件”: how much it changed, not how much it was. */
function isDifference(before: Before): boolean {
  const last = before.clause.at(-1);
  if (last?.is === 'gap') return /[多少]$/.test(last.text) && hasWord(before.segment, 'compare');
  return isWord(last, 'change') || (hasWord(before.clause, 'change') && !hasWord(before.clause, 'changedTo'));
}

function readFigures(
  sentence: Sentence,
  forms: Forms,
  reportYear: number | null,
  state: ReadingState,
): ReadSentence {
  const lexemes = lex(sentence.folded);
  const figures: Figure[] = [];
  let from = 0;
  lexemes.forEach((lexeme, index) => {
    if (lexeme.is !== 'number') return;
    const before = readBefore(lexemes, from, index);
    from = index + 1;
    const year = followYear(before.segment, reportYear, state);
    followTopic(before.segment, state);
    if (hasWord(before.segment, 'list') || hasWord(before.segment, 'exhaustive')) state.inList = true;
    const base = { index, lexeme };
    if (lexeme.measure === '%' || lexeme.measure === '个百分点') {
      figures.push({ ...base, role: 'unknown' });
    } else if (isDifference(before)) figures.push({ ...base, role: 'difference' });
    else if (state.otherYear || year === 'previous') figures.push({ ...base, role: 'otherYear' });
    else if (state.partYear) figures.push({ ...base, role: 'partial' });
    else {
      const applicationBehind = applicationFollows(lexemes, index);
      if (applicationBehind) followTopic(lexemes.slice(index + 1, index + 4), state);
      const meaning = understand(
        { sentence, before, number: lexeme, applicationBehind, forms, reportYear },
        state,
      );
      figures.push({ ...base, ...meaning });
      if (meaning.claim) state.lastClaim = meaning.claim;
    }
  });
  return { sentence, lexemes, figures };
}

function readClaims(report: AnnualReport): readonly ReadSentence[] {
  const state = newState();
  const read: ReadSentence[] = [];
  let last: Sentence | undefined;
  for (const sentence of sentencesOf(report)) {
    startSentence(state, sentence, last);
    last = sentence;
    if (mayHoldNumbers(sentence.folded)) {
      const result = readFigures(sentence, report.tableForms, report.reportYear, state);
      if (result.figures.length > 0) read.push(result);
    } else state.topic = topicOf(sentence.folded) ?? state.topic;
  }
  return read;
}

const READ = new WeakMap<AnnualReport, readonly ReadSentence[]>();

/**
 * Every number of the text with what it means, sentence by sentence; sentences without numbers are left out.
 * Kept per report, because a dozen rules ask for the same reading.
 */
export function readClaimsOf(report: AnnualReport): readonly ReadSentence[] {
  const known = READ.get(report);
  if (known) return known;
  const read = readClaims(report);
  READ.set(report, read);
  return read;
}

/** The sentence with numbers before this one, when it stands in the same paragraph. */
export function sentenceBefore(sentences: readonly ReadSentence[], index: number): ReadSentence | undefined {
  const own = sentences[index];
  const before = sentences[index - 1];
  const same =
    before?.sentence.place === own?.sentence.place && before?.sentence.paragraph === own?.sentence.paragraph;
  return same ? before : undefined;
}
