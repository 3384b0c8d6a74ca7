import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { DisputeKind } from './dispute.ts';
import { isUnaccepted, resultsAt, resultTitle, STAGE_KINDS } from './dispute-results.ts';
import { nextStageKinds, type RegisteredStage } from './registered-stage.ts';

/** What is wrong with a stage, at which of its fields. */
export interface StageFault {
  readonly field: keyof RegisteredStage;
  readonly message: string;
}

// A day of every year.
export const DISPUTES_SINCE = '2008-05-01' as CivilDate;

/** What each day is called where something is wrong with it. */
const DAY_NAMES = {
  filedOn: '收到申请（起诉状）的日期',
  acceptedOn: '受理（立案）日期',
  servedOn: '收到答复通知书的日期',
  answeredOn: '提交答复的日期',
  decidedOn: '决定（裁判）日期',
  decisionReceivedOn: '本机关收到文书的日期',
  decisionServedOn: '送达对方的日期',
  effectiveOn: '生效日期',
  performBy: '文书写明的履行期限',
  performedOn: '履行日期',
  opinionOn: '收到行政复议意见书的日期',
  reportedOn: '报告日期',
} as const satisfies Readonly<Partial<Record<keyof RegisteredStage, string>>>;

type DayName = keyof typeof DAY_NAMES;

const DAYS = Object.keys(DAY_NAMES) as readonly DayName[];

/** Each day with the one that it cannot be before. */
const ORDER: readonly (readonly [later: DayName, before: DayName])[] = [
  ['decidedOn', 'acceptedOn'],
  ['effectiveOn', 'decidedOn'],
  ['answeredOn', 'servedOn'],
  ['performedOn', 'decidedOn'],
  ['reportedOn', 'opinionOn'],
  ['decisionServedOn', 'decidedOn'],
  ['decisionReceivedOn', 'decidedOn'],
  ['performBy', 'decidedOn'],
];

/**
 * What is wrong with a day of a dispute by itself: nothing happened after today, and nothing before there was a duty to
 * disclose (国务院令第492号, in force since 1 May 2008), as where the year was typed with two digits.
 */
export function dayFault(on: CivilDate, words: string, today: CivilDate): string | null {
  if (on > today) return `${words}不能晚于今天`;
  return on < DISPUTES_SINCE ? `${words}不能早于2008年5月1日（条例施行之日），请核对年份` : null;
}

/**
 * An act is contested only after it was done; `null`: it was, or one of the days is not known.
 *
 * @param first of the stages, by what is known of its beginning
 */
export function actFault(actOn: CivilDate | null, first: RegisteredStage | undefined): string | null {
  const began = first?.filedOn ?? first?.acceptedOn ?? null;
  if (actOn === null || began === null || actOn <= began) return null;
  const words = first?.filedOn == null ? DAY_NAMES.acceptedOn : DAY_NAMES.filedOn;
  return `行为作出日期（${chineseDate(actOn)}）不能晚于${words}（${chineseDate(began)}）`;
}

function dayFaults(stage: RegisteredStage, today: CivilDate): readonly StageFault[] {
  const wrong = DAYS.flatMap((field): StageFault[] => {
    const on = stage[field];
    // The last day to perform mostly lies ahead.
    const message = on === null ? null : dayFault(on, DAY_NAMES[field], field === 'performBy' ? on : today);
    return message === null ? [] : [{ field, message }];
  });
  const disordered = ORDER.flatMap(([field, before]): StageFault[] => {
    const [later, earlier] = [stage[field], stage[before]];
    if (later === null) return [];
    if (earlier === null) {
      // Without acceptance only a refusal to take the case up can be decided, which is judged by its result.
      return field === 'decidedOn' ? [] : [{ field: before, message: `请填写${DAY_NAMES[before]}` }];
    }
    return later < earlier ? [{ field, message: `${DAY_NAMES[field]}不能早于${DAY_NAMES[before]}` }] : [];
  });
  const { filedOn, acceptedOn } = stage;
  if (filedOn !== null && acceptedOn !== null && acceptedOn < filedOn) {
    const message = `${DAY_NAMES.filedOn}不能晚于${DAY_NAMES.acceptedOn}`;
    disordered.push({ field: 'filedOn', message });
  }
  return [...wrong, ...disordered];
}

function resultFaults({ kind, result, acceptedOn, decidedOn }: RegisteredStage): readonly StageFault[] {
  if (result === null) {
    return decidedOn === null ? [] : [{ field: 'result', message: '填了决定（裁判）日期，请选择结果' }];
  }
  if (!resultsAt(kind).includes(result)) {
    return [{ field: 'result', message: `${STAGE_KINDS[kind]}没有“${resultTitle(result)}”这种结果` }];
  }
  if (decidedOn === null) return [{ field: 'decidedOn', message: '请填写决定（裁判）日期' }];
  if (isUnaccepted(result)) {
    const message = `结果是“${resultTitle(result)}”的，没有受理（立案）日期`;
    return acceptedOn === null ? [] : [{ field: 'acceptedOn', message }];
  }
  return acceptedOn === null ? [{ field: 'acceptedOn', message: '请填写受理（立案）日期' }] : [];
}

function placeFaults(
  kind: DisputeKind,
  earlier: readonly RegisteredStage[],
  stage: RegisteredStage,
): readonly StageFault[] {
  const possible = nextStageKinds(kind, earlier);
  const last = earlier.at(-1);
  if (!possible.includes(stage.kind)) {
    const words = possible.map((one) => STAGE_KINDS[one]).join('、');
    const message =
      possible.length > 0
        ? `这里应登记${words}`
        : last?.result === null
          ? `先登记${STAGE_KINDS[last.kind]}的结果`
          : '这件案件已经办结，没有下一个审级';
    return [{ field: 'kind', message }];
  }
  const since = last?.decidedOn ?? null;
  const began = stage.acceptedOn ?? stage.decidedOn;
  return since !== null && began !== null && began < since
    ? [
        {
          field: 'acceptedOn',
          message: `受理（立案）日期不能早于上一审级的裁判日期（${chineseDate(since)}）`,
        },
      ]
    : [];
}

function fieldFaults({
  kind,
  procedure,
  tribunal,
  isExtended,
  ordersReply,
  result,
}: RegisteredStage): readonly StageFault[] {
  const isReconsideration = kind === 'reconsideration';
  const faults: StageFault[] = [];
  if (tribunal === '') faults.push({ field: 'tribunal', message: '请填写复议机关或者法院' });
  if (!isReconsideration && procedure !== null) {
    faults.push({ field: 'procedure', message: '只有行政复议分普通程序和简易程序' });
  }
  if (isExtended && (!isReconsideration || procedure === 'simplified')) {
    faults.push({
      field: 'isExtended',
      message: '只有普通程序的行政复议可以延长审理期限（行政复议法第六十二条）',
    });
  }
  if (ordersReply && result === null) {
    faults.push({ field: 'ordersReply', message: '还没有结果，不能登记责令重新答复、履行' });
  }
  return faults;
}

/** Everything that is wrong with the stages of a dispute, stage by stage in their order. */
export const stageFaults = (
  kind: DisputeKind,
  stages: readonly RegisteredStage[],
  today: CivilDate,
): readonly (readonly StageFault[])[] =>
  stages.map((stage, index) => [
    ...placeFaults(kind, stages.slice(0, index), stage),
    ...fieldFaults(stage),
    ...resultFaults(stage),
    ...dayFaults(stage, today),
  ]);

/** What decides in which cell and year a case counts. */
const COUNTING_FIELDS = ['kind', 'acceptedOn', 'result', 'decidedOn', 'effectiveOn'] as const;

/** Whether a change says something else than was entered, so that it needs a reason; filling in needs none. */
export const correctsStage = (before: RegisteredStage, after: RegisteredStage): boolean =>
  COUNTING_FIELDS.some((field) => before[field] !== null && before[field] !== after[field]);
