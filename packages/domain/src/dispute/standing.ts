import type { CivilDate } from '../kernel/civil-date.ts';
import type { DisputeRules } from './counting-rules.ts';
import type { DisputeStage } from './dispute.ts';
import { type EndingResult, isAppealable, isEnding } from './dispute-results.ts';

/** Why a case is 尚未审结: not decided; decided, but not in effect yet; or sent back to be heard anew. */
export type PendingBecause = 'heard' | 'appealable' | 'remanded';

/** How a case stands at the end of a day. */
export type Standing =
  | { readonly state: 'none' }
  | { readonly state: 'pending'; readonly stage: DisputeStage; readonly because: PendingBecause }
  | {
      readonly state: 'settled';
      /** The stage whose result counts. */
      readonly stage: DisputeStage;
      readonly result: EndingResult;
      /** From when it counts. */
      readonly on: CivilDate;
    };

const NONE: Standing = { state: 'none' };

const isBy = (date: CivilDate | null, day: CivilDate): date is CivilDate => date !== null && date <= day;

/** Whether the case was taken up by the day, or that was refused. */
const isOpenedBy = ({ acceptedOn, decidedOn }: DisputeStage, day: CivilDate): boolean =>
  isBy(acceptedOn ?? decidedOn, day);

/** How stages are looked at: by what is known at the end of a day. */
interface View {
  readonly day: CivilDate;
  readonly waitsForEffect: boolean;
}

/** From when a result counts; `null`: an appeal lies against it, and no day of its effect is known. */
function countsFrom(stage: DisputeStage, result: EndingResult, { waitsForEffect }: View): CivilDate | null {
  return waitsForEffect && isAppealable(stage.kind, result) ? stage.effectiveOn : stage.decidedOn;
}

/** What a result that speaks about the act itself makes of a case. */
function settledBy(stage: DisputeStage, result: EndingResult, view: View): Standing {
  const on = countsFrom(stage, result, view);
  return isBy(on, view.day)
    ? { state: 'settled', stage, result, on }
    : { state: 'pending', stage, because: 'appealable' };
}

/** What was decided about the act itself, and now stands from another day on. */
function keptSince(earlier: readonly DisputeStage[], on: CivilDate): Standing | null {
  for (const stage of earlier.toReversed()) {
    const { result } = stage;
    if (result !== null && isEnding(result)) return { state: 'settled', stage, result, on };
  }
  return null;
}

/** What a stage makes of the standing before it. */
function after(
  before: Standing,
  stage: DisputeStage,
  earlier: readonly DisputeStage[],
  view: View,
): Standing {
  const { kind, result, decidedOn } = stage;
  const pending = { state: 'pending', stage, because: 'heard' } as const;
  // A retrial undoes nothing before it is decided (行诉法90): what was decided is the latest effective result until then.
  const remains = kind === 'retrial' && before.state === 'settled' ? before : null;
  if (result === null || !isBy(decidedOn, view.day)) return remains ?? pending;
  if (isEnding(result)) return settledBy(stage, result, view);
  if (result === 'litigation.remanded') return { ...pending, because: 'remanded' };
  return remains ?? keptSince(earlier, decidedOn) ?? pending;
}

/** The latest effective result of all instances, or 尚未审结 (annual-report.md §6). */
function latestStanding(stages: readonly DisputeStage[], view: View): Standing {
  let standing = NONE;
  for (const [index, stage] of stages.entries()) {
    if (!isOpenedBy(stage, view.day)) break;
    standing = after(standing, stage, stages.slice(0, index), view);
  }
  return standing;
}

/** One instance by itself: what it kept counts as its own result; sent back, it has none. */
function ownStanding(stage: DisputeStage, earlier: readonly DisputeStage[], view: View): Standing {
  if (!isOpenedBy(stage, view.day)) return NONE;
  const standing = after(NONE, stage, earlier, view);
  return standing.state === 'pending' && standing.because === 'remanded' ? NONE : standing;
}

function uptoFirstResult(stages: readonly DisputeStage[]): readonly DisputeStage[] {
  const first = stages.findIndex(({ result }) => result !== null && isEnding(result));
  return first === -1 ? stages : stages.slice(0, first + 1);
}

/**
 * How a case stands at the end of a day, by what the organ counts: once, or once for each instance. What happened after
 * the day is not looked at.
 */
export function standingsOn(
  stages: readonly DisputeStage[],
  day: CivilDate,
  { instances, waitsForEffect }: Pick<DisputeRules, 'instances' | 'waitsForEffect'>,
): readonly Standing[] {
  if (instances === 'latest') return [latestStanding(stages, { day, waitsForEffect })];
  // A first result, and each of several, counts although it may never take effect.
  const view = { day, waitsForEffect: false };
  if (instances === 'first') return [latestStanding(uptoFirstResult(stages), view)];
  return stages.map((stage, index) => ownStanding(stage, stages.slice(0, index), view));
}

/** The days between which a case may count somewhere; `settledOn` is `null` while that may still change. */
export interface DisputeSpan {
  readonly openedOn: CivilDate | null;
  readonly settledOn: CivilDate | null;
}

/** Whether nothing is open: every stage is decided, the first of them about the act, and the last has taken effect. */
function isOver(stages: readonly DisputeStage[]): boolean {
  const last = stages.at(-1);
  const first = stages[0]?.result ?? null;
  if (last === undefined || last.result === null || last.result === 'litigation.remanded') return false;
  if (first === null || !isEnding(first) || stages.some(({ result }) => result === null)) return false;
  return last.effectiveOn !== null || !isAppealable(last.kind, last.result);
}

/** By which days lists and figures find the case, whatever the rules of counting are. */
export function spanOf(stages: readonly DisputeStage[]): DisputeSpan {
  const [first] = stages;
  if (first === undefined) return { openedOn: null, settledOn: null };
  const days = stages.flatMap(({ decidedOn, effectiveOn }) => [decidedOn, effectiveOn]);
  const latest = days.reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
  return {
    openedOn: first.acceptedOn ?? first.decidedOn,
    settledOn: isOver(stages) ? latest : null,
  };
}
