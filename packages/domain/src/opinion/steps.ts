import { isEmergency, OPINION_STEPS, type OpinionFacts, type OpinionStep } from './opinion.ts';

interface NextStep {
  readonly to: OpinionStep;
  /** Why words are wanted; `null`: they may be left out. */
  readonly note: string | null;
}

const OPINION = '写明研判意见：是否属于政务舆情、由谁回应、怎样回应';
const FOLLOW_UP = '写明为什么继续处置';

/** What may follow on what (80号: 收集、研判、会商、处置、回应、评估). What is left out is left out with a reason. */
const NEXT: Readonly<Record<OpinionStep, readonly NextStep[]>> = {
  collected: [{ to: 'assessed', note: OPINION }],
  assessed: [
    { to: 'consulted', note: '写明会商的单位和意见' },
    { to: 'handled', note: '没有会商的，写明理由和处置措施' },
    { to: 'responded', note: '没有会商、处置的，写明理由' },
    { to: 'closed', note: '写明不需要回应的理由' },
  ],
  consulted: [
    { to: 'handled', note: '写明处置措施' },
    { to: 'responded', note: '没有处置的，写明理由' },
  ],
  handled: [
    { to: 'responded', note: null },
    { to: 'consulted', note: '写明会商的单位和意见' },
  ],
  responded: [
    { to: 'evaluated', note: '写明回应的效果' },
    { to: 'handled', note: FOLLOW_UP },
  ],
  evaluated: [
    { to: 'closed', note: null },
    { to: 'handled', note: FOLLOW_UP },
  ],
  closed: [{ to: 'handled', note: '写明为什么重新办理' }],
};

/** The steps that may be taken next. */
export const nextSteps = (step: OpinionStep): readonly NextStep[] => NEXT[step];

export interface StepFault {
  readonly on: 'step' | 'note';
  readonly words: string;
}

/**
 * Why a step cannot be taken, every reason at once; empty when it can.
 *
 * @param note what was written with it, trimmed
 */
export function refuseStep(facts: OpinionFacts, to: OpinionStep, note: string): readonly StepFault[] {
  const found = NEXT[facts.step].find((next) => next.to === to);
  if (found === undefined) {
    const may = NEXT[facts.step].map((next) => `“${OPINION_STEPS[next.to]}”`).join('、');
    const words = `现在在“${OPINION_STEPS[facts.step]}”，下一步可以是${may}，不能直接到“${OPINION_STEPS[to]}”。`;
    return [{ on: 'step', words }];
  }
  const faults: StepFault[] = [];
  if (to === 'responded' && facts.firstReleaseAt === null) {
    const words = '还没有登记发布，关联的文件也没有公开。请先登记首次发布，或者公开关联的文件。';
    faults.push({ on: 'step', words });
  }
  if (to === 'closed' && facts.step !== 'assessed' && lacksConference(facts) && note === '') {
    const words =
      '特别重大、重大突发事件没有登记新闻发布会。请登记，或者写明没有举行的理由（国办发〔2016〕80号）。';
    faults.push({ on: 'note', words });
  }
  if (to === 'closed' && facts.step === 'assessed' && facts.firstReleaseAt !== null) {
    faults.push({ on: 'step', words: '已经登记了发布，请先到“回应”，评估效果以后办结。' });
  }
  if (found.note !== null && note === '') faults.push({ on: 'note', words: `请${found.note}。` });
  return faults;
}

/** Why a step that comes next cannot be taken yet, whatever is written with it; `null`: it can. */
export const hindranceOf = (facts: OpinionFacts, to: OpinionStep): string | null =>
  refuseStep(facts, to, '').find(({ on }) => on === 'step')?.words ?? null;

const lacksConference = ({ level, pressConferenceAt }: OpinionFacts): boolean =>
  isEmergency(level) && pressConferenceAt === null;

export interface TimeFault {
  readonly field: 'occurredAt' | 'foundAt' | 'releasedAt';
  readonly words: string;
}

/** What is dated before there was an organ to answer, as in a year 0000, is a slip of whoever or whatever wrote it. */
const EARLIEST = new Date('1949-10-01T00:00:00+08:00');
const TOO_EARLY = '不能早于1949年10月1日，请核对年份。';

/** What is wrong with the moments of an event. */
export function timeFaults(
  { occurredAt, foundAt }: Pick<OpinionFacts, 'occurredAt' | 'foundAt'>,
  now: Date,
): readonly TimeFault[] {
  const faults: TimeFault[] = [];
  if (foundAt < EARLIEST) faults.push({ field: 'foundAt', words: `发现时间${TOO_EARLY}` });
  if (occurredAt !== null && occurredAt < EARLIEST) {
    faults.push({ field: 'occurredAt', words: `发生时间${TOO_EARLY}` });
  }
  if (foundAt > now) faults.push({ field: 'foundAt', words: '发现时间不能晚于现在。' });
  if (occurredAt !== null && occurredAt > foundAt) {
    faults.push({ field: 'occurredAt', words: '发生时间不能晚于发现时间。' });
  }
  return faults;
}

/** What is wrong with the moment of a release: what is not out yet ends no clock. */
export function releaseFaults(
  releasedAt: Date,
  { occurredAt }: Pick<OpinionFacts, 'occurredAt'>,
  now: Date,
): readonly TimeFault[] {
  if (releasedAt > now) {
    return [{ field: 'releasedAt', words: '发布时间不能晚于现在；还没有发布的，发布以后再登记。' }];
  }
  if (releasedAt < EARLIEST) return [{ field: 'releasedAt', words: `发布时间${TOO_EARLY}` }];
  return occurredAt !== null && releasedAt < occurredAt
    ? [{ field: 'releasedAt', words: '发布时间不能早于事件发生时间。' }]
    : [];
}
