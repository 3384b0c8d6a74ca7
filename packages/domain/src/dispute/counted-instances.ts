/** Which instances of a case count, in the words of the setting; the first is the default (annual-report.md §6) [U]. */
export const COUNTED_INSTANCES = [
  { name: 'latest', words: '一案计一次，以最后生效的结果为准' },
  { name: 'first', words: '一案计一次，以第一次的结果为准' },
  { name: 'each', words: '每个审级各计一次' },
] as const;

export type CountedInstances = (typeof COUNTED_INSTANCES)[number]['name'];
