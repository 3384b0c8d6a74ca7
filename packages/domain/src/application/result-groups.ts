import type { OutcomeId } from './outcome.ts';

/** The six ways an application ends: parts （一）to（六）of 三、本年度办理结果 in table three. */
export const RESULT_GROUPS = {
  granted: '予以公开',
  partiallyGranted: '部分公开',
  refused: '不予公开',
  unavailable: '无法提供',
  notProcessed: '不予处理',
  otherHandling: '其他处理',
} as const;

export type ResultGroup = keyof typeof RESULT_GROUPS;

export const RESULT_GROUP_NAMES = Object.keys(RESULT_GROUPS) as readonly ResultGroup[];

/** The group of an outcome, which its id begins with. */
export function resultGroupOf(outcome: OutcomeId): ResultGroup {
  const [name] = outcome.split('.');
  const found = RESULT_GROUP_NAMES.find((group) => group === name);
  if (found === undefined) throw new Error(`outcome of no group: ${outcome}`);
  return found;
}
