/**
 * 政务舆情: what is said in public about the government's work, and how it is answered (oversight.md §6; 国办发〔2016〕80号,
 * 国办发〔2016〕61号). Emergency information is given out only by the organ that has the power to (突发事件应对法第七条).
 */

/** How grave it is; the first two have the short clocks. */
export const OPINION_LEVELS = {
  gravest: '特别重大突发事件',
  grave: '重大突发事件',
  other: '其他政务舆情',
} as const;

export type OpinionLevel = keyof typeof OPINION_LEVELS;

export const OPINION_LEVEL_NAMES = Object.keys(OPINION_LEVELS) as readonly OpinionLevel[];

/** Whether the clocks of 5 and 24 hours run. */
export const isEmergency = (level: OpinionLevel): boolean => level !== 'other';

/** How it came into the register. */
export const OPINION_ORIGINS = { manual: '人工登记', import: '表格导入', webhook: '监测推送' } as const;

export type OpinionOrigin = keyof typeof OPINION_ORIGINS;

/** The chain of 80号, by the step that was reached last. */
export const OPINION_STEPS = {
  collected: '收集',
  assessed: '研判',
  consulted: '会商',
  handled: '处置',
  responded: '回应',
  evaluated: '评估',
  closed: '办结',
} as const;

export type OpinionStep = keyof typeof OPINION_STEPS;

export const OPINION_STEP_NAMES = Object.keys(OPINION_STEPS) as readonly OpinionStep[];

/** What was given out. Each of them is a first authoritative word; only one kind ends the clock of 24 hours. */
export const RELEASE_KINDS = {
  information: '权威信息',
  pressConference: '新闻发布会',
  followUp: '后续信息',
} as const;

export type ReleaseKind = keyof typeof RELEASE_KINDS;

export const RELEASE_KIND_NAMES = Object.keys(RELEASE_KINDS) as readonly ReleaseKind[];

/** What the clocks and the steps depend on; moments are instants. */
export interface OpinionFacts {
  readonly level: OpinionLevel;
  readonly step: OpinionStep;
  /** When it happened; `null`: not known, then everything runs from the discovery. */
  readonly occurredAt: Date | null;
  readonly foundAt: Date;
  /** The first release of any kind, a linked document that went public among them; `null`: none yet. */
  readonly firstReleaseAt: Date | null;
  /** The first press conference. */
  readonly pressConferenceAt: Date | null;
}
