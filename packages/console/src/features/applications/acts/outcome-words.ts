import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type RemedyCode, remedyOf } from '@zhaoshi/domain/remedy/remedy';

const GROUPS: Readonly<Record<string, string>> = {
  granted: '予以公开',
  partiallyGranted: '部分公开',
  refused: '不予公开',
  unavailable: '无法提供',
  notProcessed: '不予处理',
  otherHandling: '其他处理',
};

/** Given by a step of its own, never drafted as a reply. */
const BY_A_STEP: ReadonlySet<OutcomeId> = new Set<OutcomeId>([
  'otherHandling.correctionLapsed',
  'otherHandling.feeUnpaid',
  'otherHandling.withdrawn',
]);

export interface OutcomeGroup {
  readonly title: string;
  readonly outcomes: readonly OutcomeId[];
}

/** What a reply can say, by the groups of table three. */
export const OUTCOME_GROUPS: readonly OutcomeGroup[] = Object.entries(GROUPS).map(([group, title]) => ({
  title,
  outcomes: OUTCOME_IDS.filter((id) => id.split('.')[0] === group && !BY_A_STEP.has(id)),
}));

const REMEDY_WORDS: Readonly<Record<RemedyCode, string>> = {
  REVIEW_FIRST: '先申请行政复议，对复议决定不服的再提起诉讼',
  EITHER: '可以申请行政复议，也可以直接提起诉讼',
  COURT_REFUSES: '可以申请行政复议；提起诉讼的，人民法院一般不予受理',
  NONE: '不写救济途径',
};

interface OutcomeWords {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, words: string])[];
}

/** What follows from an outcome: article, operative words, evidence to keep, remedy on a day, row of table three. */
export function outcomeWords(id: OutcomeId, on: CivilDate): OutcomeWords {
  const { title, article, words, letter, evidence, leaf } = OUTCOMES[id];
  const remedy = remedyOf({ outcome: id, on });
  const row = formTable('t3', '2021').rows.find((one) => one.id === leaf);
  return {
    title,
    rows: [
      ['依据', article === '' ? '没有专门条款' : article.startsWith('第') ? `条例${article}` : article],
      ['主文', words],
      ['文书', letter],
      ['须留存的证据', evidence],
      ['救济途径', `${REMEDY_WORDS[remedy.code]}（${remedy.source}）${remedy.unconfirmed ? '；待确认' : ''}`],
      ['年报表三', row === undefined ? '' : [...row.groups.slice(1), row.label].join(' ')],
    ],
  };
}
