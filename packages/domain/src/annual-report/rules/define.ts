import type { CellId } from '../ids.ts';
import type { CheckContext, CheckResult, CheckRule } from './rule.ts';

/** A rule as data; what is not given is the plainest case: version 1, reads the report, not waivable. */
export type RuleSpec = Pick<CheckRule, 'id' | 'class' | 'severity' | 'message' | 'basis'> &
  Partial<Omit<CheckRule, 'evaluate'>>;

export type MessageValues = Readonly<Record<string, string | number>>;

type Details = Partial<Omit<CheckResult, 'status' | 'message'>>;

/** Makes the results of one rule, with its message filled in. */
export interface Verdicts {
  readonly fail: (values: MessageValues, details?: Details) => CheckResult;
  readonly pass: (details?: Details) => CheckResult;
  /** `note` says in Chinese why the rule could not be evaluated. */
  readonly notEvaluated: (note: string, details?: Details) => CheckResult;
}

/** Evaluation of a rule. An empty answer means that the rule has nothing to say about this report. */
export type Evaluation = (context: CheckContext, verdicts: Verdicts) => readonly CheckResult[];

const PLACEHOLDER = /\{(\w+)\}/g;

/** Fills `{name}` placeholders; a value that is not given is a programming fault. */
function fillMessage(template: string, values: MessageValues): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`message placeholder without a value: ${name}`);
    return String(value);
  });
}

const NOTHING = { left: null, right: null, difference: null } as const;
const NO_CELLS: readonly CellId[] = [];

function verdictsOf(template: string): Verdicts {
  return {
    fail: (values, details) => ({
      cells: NO_CELLS,
      ...NOTHING,
      ...details,
      status: 'fail',
      message: fillMessage(template, values),
    }),
    pass: (details) => ({ cells: NO_CELLS, ...NOTHING, ...details, status: 'pass', message: '符合。' }),
    notEvaluated: (note, details) => ({
      cells: NO_CELLS,
      ...NOTHING,
      ...details,
      status: 'notEvaluated',
      message: `未校验：${note}。`,
      note,
    }),
  };
}

/** The result of a rule that lacks what it needs, outside of its own evaluation. */
export function notEvaluatedResult(note: string): CheckResult {
  return verdictsOf('').notEvaluated(note);
}

/** Joins a rule's data with its evaluation; the message template stays the only wording of the rule. */
export function defineRule(spec: RuleSpec, evaluate: Evaluation): CheckRule {
  const verdicts = verdictsOf(spec.message);
  return {
    version: 1,
    needs: ['report'],
    blank: 'none',
    waiver: 'none',
    cells: NO_CELLS,
    ...spec,
    evaluate: (context) => evaluate(context, verdicts),
  };
}

/** The failures, or one pass when there are none. */
export function failuresOrPass(failures: readonly CheckResult[], verdicts: Verdicts): readonly CheckResult[] {
  return failures.length > 0 ? failures : [verdicts.pass()];
}
