import { describe, expect, test } from 'vitest';
import { cleanContext } from '../../../test/build-report.ts';
import { AGGREGATION_MUTATIONS } from '../../../test/mutations/aggregation-mutations.ts';
import { CELL_MUTATIONS } from '../../../test/mutations/cell-mutations.ts';
import { FORM_MUTATIONS } from '../../../test/mutations/form-mutations.ts';
import type { Mutation } from '../../../test/mutations/mutation.ts';
import { PLAUSIBILITY_MUTATIONS } from '../../../test/mutations/plausibility-mutations.ts';
import { REGISTER_MUTATIONS } from '../../../test/mutations/register-mutations.ts';
import { TEXT_MUTATIONS } from '../../../test/mutations/text-mutations.ts';
import { TIE_OUT_MUTATIONS } from '../../../test/mutations/tie-out-mutations.ts';
import { onPlatform } from '../../../test/register-context.ts';
import { CHECK_RULES } from './catalogue.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext } from './rule.ts';

/** A rule file brings its rows: add them here. */
const MUTATIONS: readonly Mutation[] = [
  ...FORM_MUTATIONS,
  ...CELL_MUTATIONS,
  ...TIE_OUT_MUTATIONS,
  ...PLAUSIBILITY_MUTATIONS,
  ...TEXT_MUTATIONS,
  ...AGGREGATION_MUTATIONS,
  ...REGISTER_MUTATIONS,
];

function failingRules(context: CheckContext): readonly string[] {
  const findings = evaluateReport(context);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  const failing = findings.filter(({ status }) => status === 'fail');
  return [...new Set(failing.map(({ rule }) => rule))].toSorted();
}

describe('mutation table', () => {
  test.each(['2019', '2021'] as const)('the clean report on form %s has no finding', (version) => {
    expect(failingRules(cleanContext(version))).toEqual([]);
  });

  test.each(['2019', '2021'] as const)('nor has the one on form %s beside its registers', (version) => {
    expect(failingRules(onPlatform(cleanContext(version), version))).toEqual([]);
  });

  test.each(MUTATIONS.map((row) => [row.rule, row.what, row] as const))('%s: %s', (rule, _, row) => {
    const context = row.mutate(cleanContext(row.version));
    expect(failingRules(context)).toEqual([rule, ...(row.alsoFails ?? [])].toSorted());
  });

  test('every rule of the catalogue has a row', () => {
    const tested = new Set(MUTATIONS.map(({ rule }) => rule));
    expect(CHECK_RULES.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
  });

  test('rule ids are unique', () => {
    expect(new Set(CHECK_RULES.map(({ id }) => id)).size).toBe(CHECK_RULES.length);
  });
});
