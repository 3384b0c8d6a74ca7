import type { ApplicantKind, RowId } from '../ids.ts';
import type { Claim } from './claim.ts';
import type { Measure } from './lexer.ts';
import type { LitigationScope } from './readings.ts';
import type { Sentence } from './sentences.ts';

/** What a reader keeps in mind from one number to the next. Changed in place while a report is read. */
export interface ReadingState {
  topic: 'application' | 'reconsideration' | 'litigation' | 'none';
  /** Which suits the last mention of 诉讼 meant, for the results that follow. */
  scope: LitigationScope;
  /** Whether applications are counted as received or as handled. */
  basis: 'received' | 'handled';
  /** The measure word of the last claim about applications: 件, or 条 in some reports. */
  measure: Measure | undefined;
  /** 申请 stands in this very sentence. */
  applicationNamed: boolean;
  otherYear: boolean;
  /** Years still to be told of: “2022年、2023年分别收到9件、6件”. */
  yearsInTurn: readonly number[];
  partYear: boolean;
  foreign: boolean;
  publishing: boolean;
  documentClass: boolean;
  inList: boolean;
  listedKinds: ApplicantKind[];
  /** 规章 or 规范性文件, for “制发8件、废止5件”. */
  document: RowId | undefined;
  lastClaim: Claim | undefined;
}

export function newState(): ReadingState {
  return {
    topic: 'none',
    scope: 'any',
    basis: 'received',
    measure: undefined,
    applicationNamed: false,
    otherYear: false,
    yearsInTurn: [],
    partYear: false,
    foreign: false,
    publishing: false,
    documentClass: false,
    inList: false,
    listedKinds: [],
    document: undefined,
    lastClaim: undefined,
  };
}

const HEADING_LENGTH = 30;

/** The topic of a sentence without numbers, by its words; `undefined` when it names none. */
export function topicOf(folded: string): ReadingState['topic'] | undefined {
  if (/申请(?!人|(?:行政)?复议)/.test(folded)) return 'application';
  return /复议|诉讼/.test(folded) ? 'reconsideration' : undefined;
}

/**
 * Forgets what does not reach over the end of a sentence. The topic holds for a paragraph, and a heading gives
 * its topic to the paragraph below it; “其中…” at the start of a sentence goes on with the one before.
 */
export function startSentence(state: ReadingState, sentence: Sentence, last: Sentence | undefined): void {
  const goesOn = sentence.folded.startsWith('其中');
  const sameParagraph = last?.place === sentence.place && last.paragraph === sentence.paragraph;
  const belowHeading = last?.place === sentence.place && last.folded.length <= HEADING_LENGTH;
  if (!sameParagraph && !belowHeading) {
    state.topic = sentence.place === 's3' ? 'application' : 'none';
    state.measure = undefined;
  }
  if (!goesOn) {
    state.otherYear = false;
    state.foreign = false;
    state.basis = 'received';
    state.scope = 'any';
    state.lastClaim = undefined;
    state.inList = false;
  }
  state.yearsInTurn = [];
  state.partYear = false;
  state.publishing = false;
  state.documentClass = false;
  state.applicationNamed = false;
  state.listedKinds = [];
  state.document = undefined;
}
