import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each takes minutes: begun last, one of them would keep the whole run waiting while the other workers are idle. */
const LONGEST = [
  'server/test/route-matrix',
  'server/test/route-problems',
  'server/test/browser',
  'server/test/serve',
  'server/test/operations',
  'domain/test/clock-oracle',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONGEST.findIndex((name) => moduleId.includes(name));
  return rank === -1 ? LONGEST.length : rank;
};

/** In a fresh clone Vitest knows no durations and begins with the largest files. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
