import { APPLICANT_KINDS } from '../ids.ts';
import { hasWord, type WordLexeme, wordsOf } from './clause.ts';
import { understandDispute } from './dispute-subjects.ts';
import { claimOf, type Meaning, type NumberInText, PARTIAL, UNKNOWN } from './meaning.ts';
import type { ReadingState } from './reading-state.ts';
import {
  carriedReadings,
  handledReadings,
  kindReadings,
  otherKindReadings,
  outcomeReadings,
  receivedReadings,
} from './readings.ts';
import { understandTableTwo } from './table-two-subjects.ts';

const CASE_MEASURES = new Set(['件', '宗', '起', '例', '份', '个', '']);

/** Whether the number can count applications: by its measure word, or by the one this report uses for them. */
function countsCases(text: NumberInText, state: ReadingState): boolean {
  const { measure } = text.number;
  return (
    CASE_MEASURES.has(measure) || measure === state.measure || (measure === '条' && state.applicationNamed)
  );
}

/** 结转: into the year, out of it, or not said. */
function carriedDirection(text: NumberInText): 'in' | 'forward' | 'open' {
  const { clause } = text.before;
  const years = clause.flatMap((lexeme) => (lexeme.is === 'year' ? lexeme.year : []));
  const { reportYear } = text;
  if (hasWord(clause, 'nextYear') || years.some((year) => reportYear !== null && year > reportYear)) {
    return 'forward';
  }
  if (hasWord(clause, 'lastYear') || years.some((year) => reportYear !== null && year < reportYear))
    return 'in';
  return 'open';
}

/** Joined words of one category that end the phrase: 予以公开及部分公开. Stops at the first other word. */
function lastRun(
  near: readonly WordLexeme[],
  category: WordLexeme['word']['category'],
): readonly WordLexeme[] {
  const run: WordLexeme[] = [];
  for (const lexeme of near.toReversed()) {
    if (lexeme.word.category === category) run.unshift(lexeme);
    else if (!['joiner', 'application', 'respectively'].includes(lexeme.word.category)) break;
  }
  return run;
}

function understandOutcome(text: NumberInText, state: ReadingState): Meaning {
  const aboutDocuments = state.documentClass || (state.publishing && !state.applicationNamed);
  if (aboutDocuments && text.sentence.place !== 's3') return UNKNOWN;
  const rows = [
    ...new Set(wordsOf(lastRun(text.before.near, 'outcome'), 'outcome').flatMap(({ rows }) => rows ?? [])),
  ];
  const kinds = state.inList && state.lastClaim?.kind === 'byApplicant' ? state.lastClaim.kinds : [];
  return claimOf('outcome', text, outcomeReadings(rows, text.forms, kinds), { rows });
}

function understandKind(text: NumberInText, state: ReadingState): Meaning {
  const { near } = text.before;
  const loose = wordsOf(near, 'looseKind');
  // 企业 and 其他 name a column only behind a kind that was named in full.
  if (loose.length > 0 && state.listedKinds.length === 0 && !hasWord(near, 'kind')) return UNKNOWN;
  const kinds = [...new Set([...wordsOf(near, 'kind'), ...loose].flatMap(({ kinds }) => kinds ?? []))];
  if (kinds.length === 0) {
    const readings = otherKindReadings(state.listedKinds);
    return claimOf('byApplicant', text, readings, { kinds: ['otherOrganization'] });
  }
  // 公民、法人和其他组织: everybody, so no column of its own.
  if (kinds.length === APPLICANT_KINDS.length) return understandReceivedOrHandled(text, state);
  state.listedKinds.push(...kinds);
  return claimOf('byApplicant', text, kindReadings(kinds, state.basis), { kinds });
}

function understandReceivedOrHandled(text: NumberInText, state: ReadingState): Meaning {
  const { near, clause, complete } = text.before;
  const named = hasWord(near, 'application') || text.applicationBehind;
  const received = hasWord(near, 'received') || hasWord(near, 'newlyReceived');
  const handled = hasWord(near, 'handled');
  if (state.foreign) return PARTIAL;
  if (state.inList && hasWord(near, 'received')) return PARTIAL;
  const underWay = /办理中|正在办理|在办|含结转|包括结转/.test(text.sentence.folded);
  if (received && (named || (state.applicationNamed && complete))) {
    state.basis = 'received';
    // “受理并办结5件” may count either.
    const readings = handled ? [...receivedReadings(), ...handledReadings(underWay)] : receivedReadings();
    return claimOf('received', text, readings);
  }
  if (handled && (named || (state.topic === 'application' && complete))) {
    // “其中按时答复70件”: a share of what was handled, unless all of it.
    if (state.inList && hasWord(clause, 'timely')) return PARTIAL;
    state.basis = 'handled';
    return claimOf('handled', text, handledReadings(underWay));
  }
  const strongNoun = near.some(
    ({ text: word, word: { category } }) => category === 'application' && word.endsWith('公开申请'),
  );
  if (strongNoun && complete && !received && !handled && !state.inList && !state.publishing) {
    return claimOf('received', text, receivedReadings());
  }
  return UNKNOWN;
}

function understandApplication(text: NumberInText, state: ReadingState): Meaning {
  const { near, clause } = text.before;
  if (!countsCases(text, state)) return UNKNOWN;
  if (hasWord(clause, 'channel') && !hasWord(clause, 'allChannels')) return PARTIAL;
  if (hasWord(clause, 'matter') && !near.some(({ word }) => word.category === 'outcome')) return PARTIAL;
  const aboutApplications = state.topic === 'application' || text.applicationBehind;
  if (!aboutApplications) return UNKNOWN;
  if (hasWord(near, 'outcome')) return understandOutcome(text, state);
  if (hasWord(near, 'carry')) return claimOf('carried', text, carriedReadings(carriedDirection(text)));
  if (hasWord(near, 'kind') || hasWord(near, 'looseKind')) return understandKind(text, state);
  return understandReceivedOrHandled(text, state);
}

/** What a number means, by the words before it. Anything doubtful is `unknown`: better silent than wrong. */
export function understand(text: NumberInText, state: ReadingState): Meaning {
  const { near } = text.before;
  const tableTwo = understandTableTwo(text, state);
  if (tableTwo) return tableTwo;
  if (text.number.measure === '元') return UNKNOWN;
  const dispute = understandDispute(text, state);
  if (dispute) return dispute;
  const meaning = understandApplication(text, state);
  const isAboutApplications = meaning.claim !== undefined && near.length > 0;
  if (isAboutApplications) state.measure = text.number.measure;
  return meaning;
}
