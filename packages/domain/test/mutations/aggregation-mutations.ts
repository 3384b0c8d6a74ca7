/** Test-only: one row for every rule of aggregation-rules.ts, on a report that is the sum of two members. */

import type { AnnualReport } from '../../src/annual-report/report.ts';
import type { CheckContext, MemberReport } from '../../src/annual-report/rules/rule.ts';
import { addTo, zeroed } from '../build-report.ts';
import type { Mutation } from './mutation.ts';

/** The clean report is the sum of itself and of a unit that reports nothing but zeros. */
export function twoMembers(report: AnnualReport): readonly [MemberReport, MemberReport] {
  return [
    { unit: '柳林镇', report },
    { unit: '清河镇', report: zeroed(report) },
  ];
}

function ofMembers(
  rule: string,
  what: string,
  change: (members: readonly [MemberReport, MemberReport], context: CheckContext) => readonly MemberReport[],
): Mutation {
  return {
    rule,
    what,
    mutate: (context) => ({ ...context, members: change(twoMembers(context.report), context) }),
  };
}

export const AGGREGATION_MUTATIONS: readonly Mutation[] = [
  ofMembers('AR-AGG-01', 'a member with one licence more', ([first, second], { report }) => [
    first,
    { ...second, report: addTo(zeroed(report), 't2.licensing/decisions', 1) },
  ]),
  ofMembers('AR-AGG-02', 'a member that has not reported', ([first, second]) => [
    first,
    { ...second, report: null },
  ]),
  ofMembers('AR-AGG-03', 'a vertical-system unit', ([first, second]) => [
    first,
    second,
    { unit: '县税务局', report: first.report, verticalSystem: true },
  ]),
  ofMembers('AR-AGG-04', 'a unit twice, written with a space', ([first, second]) => [
    first,
    second,
    { ...first, unit: '柳林 镇' },
  ]),
];
