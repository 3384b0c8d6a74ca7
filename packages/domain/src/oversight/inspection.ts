import { stableHash } from '../kernel/stable-hash.ts';

/** What an inspected item was found to be; what cannot be seen is not a fault (oversight.md §2). */
export const INSPECTION_VERDICTS = {
  inOrder: '符合要求',
  fault: '发现问题',
  notAssessable: '无法核实',
} as const;

export type InspectionVerdict = keyof typeof INSPECTION_VERDICTS;

/** A question of the checklist, as data of the inspection. */
export interface ChecklistQuestion {
  /** `Q1`, `Q2` …, in the order of the list. */
  readonly code: string;
  readonly text: string;
}

/** What a new inspection asks, until somebody asks otherwise (oversight.md §2.2, A24–A26, E03). */
export const USUAL_CHECKLIST = [
  '标题、索引号、发布机关、发布日期等要素齐全',
  '在规定的期限内公开',
  '正文和附件能够打开、显示正常',
  '内容准确、完整，没有错别字',
  '有效性标注正确',
  '没有不应公开的个人信息',
] as const;

/** As many published items of a unit as are looked at, our own choice: 条例47 asks for inspection and says nothing of how many. */
export const MOST_PER_UNIT = 50;

/**
 * Draws some of a unit's published items. Whoever has the seed draws the same again, in whatever order the items come,
 * and an item that is not among them takes no other's place.
 *
 * @param ids of the items from which is drawn
 */
export const drawSample = (ids: readonly string[], seed: string, count: number): readonly string[] =>
  ids
    // Hashed twice: once leaves what differs in its last characters only close together.
    .map((id) => ({ id, lot: stableHash(stableHash(`${seed}/${id}`)) }))
    .toSorted((a, b) => (a.lot === b.lot ? a.id.localeCompare(b.id) : a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);

/** The questions of a checklist that is typed a line each. */
export const checklistOf = (lines: readonly string[]): readonly ChecklistQuestion[] =>
  lines.map((text, index) => ({ code: `Q${index + 1}`, text }));
