import type { Claim, Figure, ReadSentence } from './claim.ts';
import { FILLER_GAP, hasWord, isWord } from './clause.ts';
import type { Lexeme } from './lexer.ts';
import type { ReadNumber } from './numerals.ts';
import { type Reading, receivedReadings } from './readings.ts';
import type { Sentence } from './sentences.ts';

/**
 * A percentage of the text. `share`: part of a whole (占96%) · `handledRate`: 办结率 · `bounded`: a rate that cannot
 * be worked out from the report (按时办结率) but lies between 0 and 100 · `growth`: against last year.
 */
export type Rate = {
  readonly sentence: Sentence;
  readonly percent: ReadNumber;
  readonly phrase: string;
} & (
  | {
      readonly is: 'share';
      /** The number the share is told of; absent in “分别占60%、30%、10%”. */
      readonly part: Figure | undefined;
      /** Numbers of the text it may be a share of. */
      readonly wholes: readonly ReadNumber[];
      /** Shares of one list share this number. */
      readonly list: number;
    }
  | { readonly is: 'handledRate' }
  | { readonly is: 'bounded' }
  | {
      readonly is: 'growth';
      readonly readings: readonly Reading[];
      /** This year's number where the text tells it. */
      readonly current: ReadNumber | undefined;
      /** Last year's number, and the difference, where the text tells them. */
      readonly previous: ReadNumber | undefined;
      readonly change: ReadNumber | undefined;
      readonly falling: boolean;
    }
);

const FALLING = /减少|下降|降低|下滑|递减|降幅/;
const GROWTH_WORDS = new Set([
  'change',
  'compare',
  'lastYear',
  'thisYear',
  'filler',
  'sum',
  'respectively',
  'joiner',
  'application',
  'received',
  'newlyReceived',
  'own',
]);

/** The words between two numbers without the clauses that were finished before. */
function lastClause(segment: readonly Lexeme[]): readonly Lexeme[] {
  return segment.slice(segment.findLastIndex(({ is }) => is === 'stop') + 1);
}

/** Whether a clause speaks of nothing but the growth of what was told before, or of applications by name. */
function isPlainGrowth(clause: readonly Lexeme[]): boolean {
  return clause.every(
    (lexeme) =>
      lexeme.is === 'year' ||
      (lexeme.is === 'gap' && FILLER_GAP.test(lexeme.text)) ||
      (lexeme.is === 'word' && GROWTH_WORDS.has(lexeme.word.category)),
  );
}

/** The claim a growth rate speaks of: one named in its own clause, or the last one of the sentence. */
function subjectOf(
  read: ReadSentence,
  figure: Figure,
  clause: readonly Lexeme[],
): Claim | readonly Reading[] | undefined {
  if (!isPlainGrowth(clause)) return undefined;
  if (clause.some((lexeme) => isWord(lexeme, 'application') && lexeme.text.includes('申请')))
    return receivedReadings();
  const earlier = read.figures.filter(({ index, role }) => index < figure.index && role === 'claim');
  return earlier.at(-1)?.claim;
}

function growthOf(
  read: ReadSentence,
  figure: Figure,
  segment: readonly Lexeme[],
  phrase: string,
): Rate | undefined {
  const clause = lastClause(segment);
  const subject = subjectOf(read, figure, clause);
  if (!subject) return undefined;
  const claim = 'readings' in subject ? subject : undefined;
  const readings = 'readings' in subject ? subject.readings : subject;
  const own = read.figures.find((other) => other.claim !== undefined && other.claim === claim);
  // Only numbers told since the claim belong to its comparison.
  const since = read.figures.filter(({ index }) => index < figure.index && index > (own?.index ?? -1));
  const unlessUnknown = since.every(({ role }) => role !== 'unknown' && role !== 'partial');
  if (!unlessUnknown) return undefined;
  return {
    is: 'growth',
    sentence: read.sentence,
    phrase,
    percent: figure.lexeme.number,
    readings,
    current: claim?.number,
    previous: since.find(({ role }) => role === 'otherYear')?.lexeme.number,
    change: since.find(({ role }) => role === 'difference')?.lexeme.number,
    falling: segment.some((lexeme) => isWord(lexeme, 'change') && FALLING.test(lexeme.text)),
  };
}

class RateReader {
  readonly rates: Rate[] = [];
  private list = 0;
  private inShares = false;
  private readonly read: ReadSentence;
  private readonly before: ReadSentence | undefined;

  constructor(read: ReadSentence, before: ReadSentence | undefined) {
    this.read = read;
    this.before = before;
  }

  take(figure: Figure, at: number, segment: readonly Lexeme[]): void {
    const clause = lastClause(segment);
    const first = clause[0];
    const phrase = first
      ? this.read.sentence.folded.slice(first.start, figure.lexeme.end)
      : figure.lexeme.text;
    const base = { sentence: this.read.sentence, percent: figure.lexeme.number, phrase };
    if (hasWord(segment, 'change')) {
      const growth = growthOf(this.read, figure, segment, phrase);
      if (growth) this.rates.push(growth);
      this.inShares = false;
    } else if (hasWord(clause, 'otherRate')) this.rates.push({ ...base, is: 'bounded' });
    else if (hasWord(clause, 'handledRate')) {
      const known = this.isAboutApplications() && !hasWord(clause, 'timely');
      this.rates.push({ ...base, is: known ? 'handledRate' : 'bounded' });
    } else this.takeShare(at, clause, base);
  }

  private isAboutApplications(): boolean {
    const { folded } = this.read.sentence;
    return folded.includes('申请') && !/提案|建议|工单|热线|信访|投诉/.test(folded);
  }

  private takeShare(
    at: number,
    clause: readonly Lexeme[],
    base: { sentence: Sentence; percent: ReadNumber; phrase: string },
  ): void {
    const starts = hasWord(clause, 'share');
    const goesOn = this.inShares && clause.every((lexeme) => isWord(lexeme, 'joiner'));
    if (!starts && !goesOn) return;
    if (!this.inShares) this.list++;
    this.inShares = true;
    const previous = this.read.figures[at - 1];
    const inTurn = clause.some(({ text }) => text === '分别占' || text === '各占');
    const isOwn = starts && !inTurn && previous !== undefined && previous.lexeme.measure !== '%';
    const subject = clause.slice(
      0,
      clause.findIndex((lexeme) => isWord(lexeme, 'share')),
    );
    // “自然人占96%” names its own subject, which is not the number before it.
    const named = subject.some(({ is, text }) => is !== 'gap' || !FILLER_GAP.test(text));
    const part = isOwn && !named && previous.role !== 'difference' ? previous : undefined;
    const sameMeasure = [
      ...(this.before?.figures ?? []),
      ...this.read.figures.slice(0, Math.max(0, at - 1)),
    ].filter(
      ({ role, lexeme }) =>
        role !== 'difference' && role !== 'otherYear' && lexeme.measure === part?.lexeme.measure,
    );
    this.rates.push({
      ...base,
      is: 'share',
      part,
      wholes: part ? sameMeasure.map(({ lexeme }) => lexeme.number) : [],
      list: this.list,
    });
  }
}

/** The percentages of one sentence that say something checkable; `before` is the sentence with numbers before it. */
export function ratesIn(read: ReadSentence, before: ReadSentence | undefined): readonly Rate[] {
  const reader = new RateReader(read, before);
  let from = 0;
  read.figures.forEach((figure, at) => {
    const segment = read.lexemes.slice(from, figure.index);
    from = figure.index + 1;
    if (figure.lexeme.measure === '%') reader.take(figure, at, segment);
  });
  return reader.rates;
}

/** Half a unit of the last printed digit, so that 1.08 % printed for 1.0791 % is right. */
export function agreesAsPrinted(percent: ReadNumber, exact: number): boolean {
  const half = 0.5 * 10 ** -percent.decimals + 1e-9;
  return exact >= percent.low - half && exact <= percent.high + half;
}
