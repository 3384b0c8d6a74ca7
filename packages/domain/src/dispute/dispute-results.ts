/** Where a dispute is heard. */
export const STAGE_KINDS = {
  reconsideration: '行政复议',
  firstInstance: '一审',
  secondInstance: '二审',
  retrial: '再审',
} as const;

export type StageKind = keyof typeof STAGE_KINDS;

export const STAGE_KIND_NAMES = Object.keys(STAGE_KINDS) as readonly StageKind[];

/** The results that table four knows (annual-report.md §6); a case without one is 尚未审结. */
export const DISPUTE_GROUPS = {
  upheld: '结果维持',
  rectified: '结果纠正',
  otherResult: '其他结果',
} as const;

export type DisputeGroup = keyof typeof DISPUTE_GROUPS;

export const DISPUTE_GROUP_NAMES = Object.keys(DISPUTE_GROUPS) as readonly DisputeGroup[];

interface ResultRow {
  readonly title: string;
  readonly article: string;
  readonly at: readonly StageKind[];
  /** Refuses to take the case up, so that it was never accepted. */
  readonly isUnaccepted?: true;
}

interface EndingRow extends ResultRow {
  /** What table four calls it; the national text does not say, so each is a setting [U]. */
  readonly group: DisputeGroup;
  /** What the parties may appeal against at first instance; withdrawal, transfer and mediation are final. */
  readonly appealable?: 'judgment' | 'ruling';
  /** It cannot but tell the organ to do something. */
  readonly orders?: true;
}

const REVIEW = ['reconsideration'] as const;
const FIRST = ['firstInstance'] as const;
const COURTS = ['firstInstance', 'secondInstance', 'retrial'] as const;
const ABOVE = ['secondInstance', 'retrial'] as const;

/** Results that end a case with what they say, with the default mapping of annual-report.md §6. */
export const ENDING_RESULTS = {
  'reconsideration.upheld': {
    title: '维持',
    article: '行政复议法第六十八条',
    at: REVIEW,
    group: 'upheld',
  },
  'reconsideration.requestDismissed': {
    title: '驳回复议请求',
    article: '行政复议法第六十九条',
    at: REVIEW,
    group: 'upheld',
  },
  'reconsideration.changed': {
    title: '变更',
    article: '行政复议法第六十三条',
    at: REVIEW,
    group: 'rectified',
  },
  'reconsideration.setAside': {
    title: '撤销或者部分撤销',
    article: '行政复议法第六十四条',
    at: REVIEW,
    group: 'rectified',
  },
  'reconsideration.foundUnlawful': {
    title: '确认违法',
    article: '行政复议法第六十五条',
    at: REVIEW,
    group: 'rectified',
  },
  'reconsideration.performanceOrdered': {
    title: '责令履行',
    article: '行政复议法第六十六条',
    at: REVIEW,
    group: 'rectified',
    orders: true,
  },
  'reconsideration.foundVoid': {
    title: '确认无效',
    article: '行政复议法第六十七条',
    at: REVIEW,
    group: 'rectified',
  },
  'reconsideration.mixed': {
    title: '部分维持、部分纠正',
    article: '行政复议法第六十三条至第六十九条',
    at: REVIEW,
    group: 'rectified',
  },
  'reconsideration.notAccepted': {
    title: '不予受理',
    article: '行政复议法第三十条',
    at: REVIEW,
    isUnaccepted: true,
    group: 'otherResult',
  },
  'reconsideration.applicationRejected': {
    title: '驳回复议申请',
    article: '行政复议法第三十三条',
    at: REVIEW,
    group: 'otherResult',
  },
  'reconsideration.terminated': {
    title: '终止',
    article: '行政复议法第四十一条',
    at: REVIEW,
    group: 'otherResult',
  },
  'reconsideration.withdrawn': {
    title: '撤回复议申请',
    article: '行政复议法第七十四条',
    at: REVIEW,
    group: 'otherResult',
  },
  'reconsideration.mediated': {
    title: '调解',
    article: '行政复议法第七十三条',
    at: REVIEW,
    group: 'otherResult',
  },
  'litigation.claimDismissed': {
    title: '判决驳回诉讼请求',
    article: '行政诉讼法第六十九条',
    at: COURTS,
    group: 'upheld',
    appealable: 'judgment',
  },
  'litigation.setAside': {
    title: '撤销或者部分撤销',
    article: '行政诉讼法第七十条',
    at: COURTS,
    group: 'rectified',
    appealable: 'judgment',
  },
  'litigation.changed': {
    title: '变更',
    article: '行政诉讼法第七十七条',
    at: COURTS,
    group: 'rectified',
    appealable: 'judgment',
  },
  'litigation.performanceOrdered': {
    title: '责令履行、责令公开',
    article: '行政诉讼法第七十二条；法释〔2025〕8号第十一条',
    at: COURTS,
    group: 'rectified',
    appealable: 'judgment',
    orders: true,
  },
  'litigation.foundUnlawful': {
    title: '确认违法',
    article: '行政诉讼法第七十四条',
    at: COURTS,
    group: 'rectified',
    appealable: 'judgment',
  },
  'litigation.foundVoid': {
    title: '确认无效',
    article: '行政诉讼法第七十五条',
    at: COURTS,
    group: 'rectified',
    appealable: 'judgment',
  },
  'litigation.mixed': {
    title: '部分维持、部分纠正',
    article: '行政诉讼法第六十九条至第七十七条',
    at: COURTS,
    group: 'rectified',
    appealable: 'judgment',
  },
  'litigation.notFiled': {
    title: '不予立案',
    article: '行政诉讼法第五十一条',
    at: FIRST,
    isUnaccepted: true,
    group: 'otherResult',
    appealable: 'ruling',
  },
  'litigation.suitDismissed': {
    title: '驳回起诉',
    article: '法释〔2018〕1号第六十九条',
    at: COURTS,
    group: 'otherResult',
    appealable: 'ruling',
  },
  'litigation.withdrawalAllowed': {
    title: '准予撤诉',
    article: '行政诉讼法第六十二条',
    at: COURTS,
    group: 'otherResult',
  },
  'litigation.transferred': {
    title: '移送',
    article: '行政诉讼法第二十二条',
    at: FIRST,
    group: 'otherResult',
  },
  'litigation.mediated': {
    title: '调解',
    article: '行政诉讼法第六十条',
    at: COURTS,
    group: 'otherResult',
  },
} as const satisfies Readonly<Record<string, EndingRow>>;

export type EndingResult = keyof typeof ENDING_RESULTS;

export const ENDING_RESULT_NAMES = Object.keys(ENDING_RESULTS) as readonly EndingResult[];

interface PassingRow extends ResultRow {
  /** `keeps`: what was decided before stands; `continues`: the case is heard anew and goes on. */
  readonly effect: 'keeps' | 'continues';
}

/** Results of a higher instance that say nothing of their own about the act. */
export const PASSING_RESULTS = {
  'litigation.appealDismissed': {
    title: '维持原裁判',
    article: '行政诉讼法第八十九条第一款第（一）项',
    at: ABOVE,
    effect: 'keeps',
  },
  'litigation.appealWithdrawn': {
    title: '准许撤回上诉、撤回再审申请',
    article: '行政诉讼法第六十二条、第一百零一条',
    at: ABOVE,
    effect: 'keeps',
  },
  'litigation.remanded': {
    title: '发回重审、指令继续审理',
    article: '行政诉讼法第八十九条第一款第（三）项、第（四）项',
    at: ABOVE,
    effect: 'continues',
  },
} as const satisfies Readonly<Record<string, PassingRow>>;

type PassingResult = keyof typeof PASSING_RESULTS;

export type DisputeResult = EndingResult | PassingResult;

const RESULTS: Readonly<Record<DisputeResult, ResultRow>> = { ...ENDING_RESULTS, ...PASSING_RESULTS };

export const DISPUTE_RESULT_NAMES = Object.keys(RESULTS) as readonly DisputeResult[];

export const isEnding = (result: DisputeResult): result is EndingResult =>
  Object.hasOwn(ENDING_RESULTS, result);

export const resultTitle = (result: DisputeResult): string => RESULTS[result].title;

export const resultArticle = (result: DisputeResult): string => RESULTS[result].article;

/** Whether the case was never taken up (不予受理、不予立案). */
export const isUnaccepted = (result: DisputeResult): boolean => RESULTS[result].isUnaccepted === true;

/** What can be decided at a stage. */
export const resultsAt = (kind: StageKind): readonly DisputeResult[] =>
  DISPUTE_RESULT_NAMES.filter((result) => RESULTS[result].at.includes(kind));

/** Whether a result of a higher instance lets stand what was decided before. */
export const keepsResult = (result: DisputeResult): boolean =>
  !isEnding(result) && PASSING_RESULTS[result].effect === 'keeps';

/** Whether the result by itself tells the organ to do something (复议法66, 行诉法72). */
export function ordersPerformance(result: DisputeResult): boolean {
  if (!isEnding(result)) return false;
  const { orders }: EndingRow = ENDING_RESULTS[result];
  return orders === true;
}

/** 行诉法85. */
const APPEAL_DAYS = { judgment: 15, ruling: 10 } as const;

/** Within how many days an appeal lies against a result of a stage; `null`: none does. */
export function appealDays(kind: StageKind, result: DisputeResult): number | null {
  if (kind !== 'firstInstance' || !isEnding(result)) return null;
  const { appealable }: EndingRow = ENDING_RESULTS[result];
  return appealable === undefined ? null : APPEAL_DAYS[appealable];
}

/** Whether an appeal lies against a result of a stage, so that it takes effect only when its period has run. */
export const isAppealable = (kind: StageKind, result: DisputeResult): boolean =>
  appealDays(kind, result) !== null;
