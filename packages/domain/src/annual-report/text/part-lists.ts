import type { Claim, Figure, ReadSentence } from './claim.ts';
import { hasWord } from './clause.ts';
import type { Lexeme, Measure } from './lexer.ts';
import type { ReadNumber } from './numerals.ts';
import type { Sentence } from './sentences.ts';
import type { Category } from './vocabulary.ts';

/** Numbers that a sentence says are parts of another: “75件，其中自然人72件、商业企业3件”. */
export interface PartList {
  readonly sentence: Sentence;
  /** Every number the parts may belong to, the nearest first: “收到75件，办结74件，其中…” leaves it open. */
  readonly wholes: readonly ReadNumber[];
  readonly parts: readonly ReadNumber[];
  /** The wording says that nothing is left out (分别为, 包括…共). */
  readonly exhaustive: boolean;
  /** The claims among the parts, for the cells of the finding. */
  readonly claims: readonly Claim[];
}

type Dimension = 'kind' | 'outcome' | 'carried' | 'handled' | 'result' | 'dispute' | 'tableTwo' | 'free';

interface OpenList {
  readonly wholes: readonly Figure[];
  readonly bare: boolean;
  readonly inBrackets: boolean;
  readonly measure: Measure;
  exhaustive: boolean;
  dimension: Dimension | undefined;
  readonly parts: Figure[];
  /** Set when the list cannot be judged: overlapping parts, ambiguous numbers. */
  doubtful: boolean;
}

function dimensionOf({ claim }: Figure): Dimension {
  if (!claim) return 'free';
  switch (claim.kind) {
    case 'byApplicant':
      return 'kind';
    case 'received':
    case 'carried':
      return 'carried';
    case 'reconsideration':
    case 'litigation':
      return claim.readings.some(({ plus }) => plus.some((cell) => cell.endsWith('/total')))
        ? 'dispute'
        : 'result';
    default:
      return claim.kind;
  }
}

/** Words that begin another statement, so that a list of things the tables do not hold ends before them. */
const BREAKS: readonly Category[] = [
  'received',
  'newlyReceived',
  'handled',
  'own',
  'thisYear',
  'lastYear',
  'nextYear',
  'carry',
  'reconsideration',
  'litigation',
  'document',
  'decision',
  'fees',
  'procurement',
  'compare',
  'change',
  'sum',
];
const BREAK_GAP = /另|此外|召开|举办|开展|组织|培训|回应|解读/;
const LONGEST_GAP = 30;

function breaksFreeList(segment: readonly Lexeme[]): boolean {
  return (
    BREAKS.some((category) => hasWord(segment, category)) ||
    segment.some(({ text }) => text.startsWith('依申请')) ||
    segment.some(
      ({ is, text }) =>
        is === 'year' || (is === 'gap' && (text.length > LONGEST_GAP || BREAK_GAP.test(text))),
    )
  );
}

const rowsOf = ({ claim }: Figure): readonly string[] => claim?.rows ?? [];

/** Whether all rows of a part lie inside the rows of another number. */
function liesWithin(part: Figure, whole: Figure): boolean {
  const outer = rowsOf(whole);
  return outer.length > 1 && rowsOf(part).every((row) => outer.includes(row));
}

/** “不予公开11件，国家秘密1件”: a leaf behind its own group is a detail of it, no part of its own. */
function isDetail(part: Figure, list: OpenList): boolean {
  const isLeaf = rowsOf(part).length === 1;
  return isLeaf && list.parts.some((other) => liesWithin(part, other));
}

function belongs(figure: Figure, list: OpenList, segment: readonly Lexeme[]): boolean {
  const { measure } = figure.lexeme;
  if (measure !== list.measure && measure !== '') return false;
  const dimension = dimensionOf(figure);
  if (list.dimension === undefined) return true;
  if (list.dimension !== dimension) return false;
  if (dimension === 'outcome') {
    const whole = list.wholes[0];
    return !whole || rowsOf(whole).length < 2 || liesWithin(figure, whole);
  }
  return dimension !== 'free' || !breaksFreeList(segment);
}

/** Brackets of the words before a number that have no partner among them. */
function openBrackets(segment: readonly Lexeme[]): { opened: number; closed: boolean } {
  const open: number[] = [];
  let closed = false;
  segment.forEach(({ is, text }, index) => {
    if (is !== 'stop') return;
    if (text === '（') open.push(index);
    else if (text === '）' && open.pop() === undefined) closed = true;
  });
  return { opened: open.at(-1) ?? -1, closed };
}

/** The opening of a list in the words before a number, if there is one. */
function openingOf(segment: readonly Lexeme[]): { exhaustive: boolean; inBrackets: boolean } | undefined {
  const brackets = openBrackets(segment).opened;
  const exhaustive = segment.findLastIndex((lexeme) => hasWord([lexeme], 'exhaustive'));
  // “自然人、商业企业分别为72件、3件”: names first, numbers later; the number before is no whole of theirs.
  const namesFirst = segment
    .slice(0, Math.max(0, exhaustive))
    .some(({ is, text }) => is !== 'stop' && text !== '其中');
  if (exhaustive >= 0 && !namesFirst) return { exhaustive: true, inBrackets: brackets >= 0 };
  if (exhaustive >= 0) return undefined;
  if (hasWord(segment, 'list')) return { exhaustive: false, inBrackets: brackets >= 0 };
  return brackets === 0 ? { exhaustive: false, inBrackets: true } : undefined;
}

class ListReader {
  readonly found: PartList[] = [];
  private readonly open: OpenList[] = [];
  private readonly seen: Figure[] = [];
  private readonly read: ReadSentence;
  private readonly before: ReadSentence | undefined;

  constructor(read: ReadSentence, before: ReadSentence | undefined) {
    this.read = read;
    this.before = before;
  }

  take(figure: Figure, segment: readonly Lexeme[]): void {
    if (openBrackets(segment).closed) this.closeWhile((list) => list.inBrackets);
    const opening = openingOf(segment);
    if (opening) {
      const list = this.begin(figure, opening);
      if (list) this.open.push(list);
    } else
      this.closeWhile((list) => !belongs(figure, list, segment) && !this.isTotalOf(figure, list, segment));
    const current = this.open.at(-1);
    if (!current) {
      this.seen.push(figure);
      return;
    }
    if (current.bare && this.isTotalOf(figure, current, segment)) {
      this.open.pop();
      this.finish({ ...current, wholes: [figure], exhaustive: true });
      this.seen.push(figure);
      return;
    }
    if (hasWord(segment, 'also') || figure.lexeme.number.bound === 'ambiguous') current.doubtful = true;
    current.dimension ??= dimensionOf(figure);
    if (!isDetail(figure, current)) current.parts.push(figure);
  }

  end(): readonly PartList[] {
    this.closeWhile(() => true);
    return this.found;
  }

  private isTotalOf(figure: Figure, list: OpenList, segment: readonly Lexeme[]): boolean {
    return list.bare && figure.lexeme.measure === list.measure && hasWord(segment.slice(-2), 'sum');
  }

  private begin(figure: Figure, opening: { exhaustive: boolean; inBrackets: boolean }): OpenList | undefined {
    const outer = this.open.at(-1);
    const measure = figure.lexeme.measure;
    const own = outer ? outer.parts.slice(-1) : this.seen.toReversed();
    const same = (candidates: readonly Figure[]) =>
      candidates.filter((other) => other.lexeme.measure === measure || measure === '');
    let wholes = same(own);
    if (wholes.length === 0 && this.seen.length === 0 && !outer) {
      // “…75件。其中…”: the sentence before may hold the whole, when it has but one such number.
      const earlier = same(this.before?.figures ?? []);
      if (earlier.length > 1) return undefined;
      wholes = earlier;
    }
    const first = wholes[0];
    const bare = first === undefined;
    return {
      ...opening,
      wholes,
      bare,
      measure: measure === '' && first ? first.lexeme.measure : measure,
      dimension: undefined,
      parts: [],
      // A list inside a list without brackets: where it ends cannot be told, unless it lists outcomes.
      doubtful: outer !== undefined && !opening.inBrackets && dimensionOf(figure) !== 'outcome',
    };
  }

  private closeWhile(condition: (list: OpenList) => boolean): void {
    for (let list = this.open.at(-1); list && condition(list); list = this.open.at(-1)) {
      this.open.pop();
      const outer = this.open.at(-1);
      if (list.doubtful && outer) outer.doubtful = true;
      this.finish(list);
    }
  }

  private finish(list: OpenList): void {
    const roles = new Set(['otherYear', 'difference']);
    const wholes = list.wholes.filter(({ role }) => !roles.has(role));
    if (list.doubtful || wholes.length === 0 || list.parts.length === 0) return;
    this.found.push({
      sentence: this.read.sentence,
      wholes: wholes.map(({ lexeme }) => lexeme.number),
      parts: list.parts.map(({ lexeme }) => lexeme.number),
      exhaustive: list.exhaustive,
      claims: [...wholes.slice(0, 1), ...list.parts].flatMap(({ claim }) => claim ?? []),
    });
  }
}

/** The lists of parts in one sentence; `before` is the sentence with numbers just before it in the paragraph. */
export function partListsIn(read: ReadSentence, before: ReadSentence | undefined): readonly PartList[] {
  const reader = new ListReader(read, before);
  let from = 0;
  for (const figure of read.figures) {
    const segment = read.lexemes.slice(from, figure.index);
    from = figure.index + 1;
    const { measure } = figure.lexeme;
    const counts = measure !== '%' && measure !== '个百分点' && measure !== '元';
    if (counts && figure.role !== 'difference' && figure.role !== 'otherYear') reader.take(figure, segment);
  }
  return reader.end();
}

/** Whether the parts agree with the whole: no more than it, and all of it where the wording says so (AR-TXT-09). */
export function partsAgree(list: PartList): boolean {
  const low = list.parts.reduce((sum, part) => sum + part.low, 0);
  const high = list.parts.reduce((sum, part) => sum + part.high, 0);
  return list.wholes.some((whole) => low <= whole.high && (!list.exhaustive || high >= whole.low));
}
