import { hasWord, wordsOf } from './clause.ts';
import { claimOf, type Meaning, type NumberInText, UNKNOWN } from './meaning.ts';
import type { ReadingState } from './reading-state.ts';
import { type LitigationScope, litigationReadings, reconsiderationReadings } from './readings.ts';

const CASE_MEASURES = new Set(['件', '宗', '起', '例', '个', '']);

function litigationScope(clause: string, named: { reconsideration: boolean }): LitigationScope {
  if (/未经(?:行政)?复议|直接(?:提起|起诉|向)/.test(clause)) return 'direct';
  if (/(?<!未)经(?:过)?(?:行政)?复议|复议(?:决定)?后/.test(clause)) return 'after';
  return named.reconsideration ? 'withReconsideration' : 'any';
}

/** A number about 行政复议 or 行政诉讼; `undefined` when the words speak of neither. */
export function understandDispute(text: NumberInText, state: ReadingState): Meaning | undefined {
  const { near, clause } = text.before;
  const reconsideration = hasWord(near, 'reconsideration');
  const suit = ['litigation', 'direct', 'afterReconsideration'] as const;
  const litigation = suit.some((category) => hasWord(near, category));
  const results = wordsOf(near, 'result').flatMap(({ columns }) => columns ?? []);
  const inDispute = state.topic === 'reconsideration' || state.topic === 'litigation';
  if (!reconsideration && !litigation && !(inDispute && results.length > 0)) {
    // “行政复议5件，办结5件”: still about disputes, but no cell counts it.
    return inDispute && !hasWord(near, 'application') && !text.applicationBehind ? UNKNOWN : undefined;
  }
  if (!CASE_MEASURES.has(text.number.measure)) return UNKNOWN;
  const words = clause.map((lexeme) => lexeme.text).join('');
  const columns = results.length > 0 ? [...new Set(results)] : ['total'];
  const soft = ['soft', 'received', 'handled'].some((category) =>
    clause.some((lexeme) => lexeme.is === 'word' && lexeme.word.category === category),
  );
  const isReconsideration = litigation ? false : reconsideration || state.topic === 'reconsideration';
  if (isReconsideration) {
    state.topic = 'reconsideration';
    return claimOf('reconsideration', text, reconsiderationReadings(columns), { soft });
  }
  state.topic = 'litigation';
  if (litigation) state.scope = litigationScope(words, { reconsideration });
  const readings = litigationReadings(state.scope, columns);
  // “行政复议和行政诉讼均为0” says it of each, so the sum of all must be 0.
  const isNought = text.number.number.value === 0;
  return claimOf('litigation', text, isNought ? readings.slice(0, 1) : readings, { soft });
}
