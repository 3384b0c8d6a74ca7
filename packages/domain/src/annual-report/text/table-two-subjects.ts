import type { RowId } from '../ids.ts';
import { hasWord, type WordLexeme, wordsOf } from './clause.ts';
import { claimOf, type Meaning, type NumberInText, UNKNOWN } from './meaning.ts';
import type { ReadingState } from './reading-state.ts';
import { decisionReadings, documentReadings, yearlyCells } from './readings.ts';

const DOCUMENT_MEASURES = new Set(['件', '部', '份', '个', '项', '']);
const DECISION_MEASURES = new Set(['件', '宗', '起', '例', '份', '']);

const rowsOf = (near: readonly WordLexeme[], category: 'document' | 'decision'): readonly RowId[] => [
  ...new Set(wordsOf(near, category).flatMap(({ rows }) => rows ?? [])),
];

/** “规范性文件、行政许可、行政处罚、…均为0”: every row named is said to be nought. */
function understandNought(text: NumberInText): Meaning | undefined {
  const { near } = text.before;
  if (text.number.number.value !== 0) return undefined;
  const rows = [...rowsOf(near, 'document'), ...rowsOf(near, 'decision')];
  if (hasWord(near, 'fees')) rows.push('t2.fees');
  if (rows.length < 2) return undefined;
  const plus = rows.flatMap((row) => yearlyCells(row, text.forms));
  return claimOf('tableTwo', text, [{ name: '各项均为0', plus }]);
}

function understandDocument(text: NumberInText, state: ReadingState): Meaning | undefined {
  const { near, clause } = text.before;
  const named = rowsOf(near, 'document');
  const columns = wordsOf(near, 'action').at(-1)?.columns;
  if (named.length > 1) return UNKNOWN;
  const document = named[0] ?? (hasWord(near, 'action') ? state.document : undefined);
  if (document === undefined) return undefined;
  if (hasWord(clause, 'publish') || !DOCUMENT_MEASURES.has(text.number.measure)) return UNKNOWN;
  state.document = document;
  // “规范性文件5件” without a verb does not say whether made, repealed or in force.
  return columns === undefined
    ? UNKNOWN
    : claimOf('tableTwo', text, documentReadings(document, columns, text.forms));
}

function understandDecision(text: NumberInText, state: ReadingState): Meaning | undefined {
  const { near, clause } = text.before;
  const rows = rowsOf(near, 'decision');
  if (rows.length === 0) return undefined;
  if (!DECISION_MEASURES.has(text.number.measure)) return UNKNOWN;
  const decided = hasWord(clause, 'decided') || hasWord(clause, 'handled');
  // “公开行政许可11件”, “行政许可信息11件” count what was published, not what was decided.
  const told = text.sentence.folded.slice(0, text.number.start);
  if (!decided && (state.publishing || /公开|信息$/.test(told))) return UNKNOWN;
  return claimOf('tableTwo', text, decisionReadings(rows), { soft: !hasWord(clause, 'decided') });
}

function understandMoney(text: NumberInText): Meaning | undefined {
  const { near, segment } = text.before;
  const isMoney = text.number.measure === '元';
  if (hasWord(near, 'fees') && isMoney && text.forms.t2 === '2021') {
    return claimOf('tableTwo', text, [{ name: '收费金额', plus: ['t2.fees/amountWan'] }]);
  }
  const concerns = hasWord(segment, 'procurement') || text.sentence.folded.includes('集中采购');
  if (!concerns || text.forms.t2 !== '2019') return undefined;
  if (isMoney && (hasWord(near, 'procurementAmount') || hasWord(near, 'procurement'))) {
    return claimOf('tableTwo', text, [{ name: '采购总金额', plus: ['t2.procurement/amount'] }]);
  }
  if (hasWord(near, 'procurementProjects') && ['项', '个', '件'].includes(text.number.measure)) {
    return claimOf('tableTwo', text, [{ name: '采购项目数量', plus: ['t2.procurement/projects'] }]);
  }
  return undefined;
}

/** A number about table two; `undefined` when the words name nothing of it. */
export function understandTableTwo(text: NumberInText, state: ReadingState): Meaning | undefined {
  return (
    understandMoney(text) ??
    understandNought(text) ??
    understandDocument(text, state) ??
    understandDecision(text, state)
  );
}
