import {
  CLOCK_STARTS,
  type ClockStart,
  OPINION_STANDING_NAMES,
  OPINION_TIMER_NAMES,
  type OpinionStanding,
  type OpinionTimer,
} from '@zhaoshi/domain/opinion/clocks';
import {
  OPINION_LEVEL_NAMES,
  OPINION_ORIGINS,
  OPINION_STEP_NAMES,
  type OpinionLevel,
  type OpinionOrigin,
  type OpinionStep,
  RELEASE_KIND_NAMES,
  type ReleaseKind,
} from '@zhaoshi/domain/opinion/opinion';
import { isWebLink } from '@zhaoshi/domain/opinion/opinion-sheet';
import { z } from 'zod';
import { abilities, id, line, moment, organKey, version } from '../fields.ts';

export const level = z.enum(
  OPINION_LEVEL_NAMES as [OpinionLevel, ...OpinionLevel[]],
  '应为 gravest、grave、other 之一',
);
export const step = z.enum(OPINION_STEP_NAMES as [OpinionStep, ...OpinionStep[]]);
export const standing = z.enum(OPINION_STANDING_NAMES as [OpinionStanding, ...OpinionStanding[]]);
export const releaseKind = z.enum(RELEASE_KIND_NAMES as [ReleaseKind, ...ReleaseKind[]]);
const origin = z.enum(Object.keys(OPINION_ORIGINS) as [OpinionOrigin, ...OpinionOrigin[]]);
const timer = z.enum(OPINION_TIMER_NAMES as [OpinionTimer, ...OpinionTimer[]]);
const start = z.enum(Object.keys(CLOCK_STARTS) as [ClockStart, ...ClockStart[]]);
export const year = z.coerce.number('应为年份').int().min(2016, '61号文件从2016年起').max(2200);

/** Without NUL, which no database takes; what systems push is not looked through before, as calls of the console are. */
export const text = (longest: number) =>
  z
    .string('应为文字')
    .trim()
    .max(longest, `不超过 ${longest} 字`)
    .refine((written) => !written.includes('\0'), '不能含控制字符');
export const link = text(1000).refine(isWebLink, '应以 http:// 或者 https:// 开头');
/**
 * A moment that a person typed to the minute; what is half typed, or of a year with six digits, is sent as it stands.
 *
 * @param field as the person reads it: the words stand away from the field too
 */
export const typedMoment = (field: string) =>
  z.iso.datetime({ offset: true, error: `请填写${field}的日期和时间` });

export const fields = {
  title: line(200),
  level,
  foundAt: typedMoment('发现舆情'),
  /** `null`: not known; the clocks run from the discovery. */
  occurredAt: typedMoment('事件发生').nullable(),
  /** Where it was said. */
  platform: text(100),
  link,
  summary: text(2000),
};

/** A moment as a system writes it. */
const pushedMoment = z.iso.datetime({
  offset: true,
  error: '应为带时区的时间，如 2026-01-31T08:30:00+08:00',
});

/** What a system for monitoring sends; signed over the bytes. */
export const pushedOpinion = z.strictObject({
  /** Of the sending system: the same is taken once. */
  id: line(100),
  sentAt: pushedMoment,
  ...fields,
  foundAt: pushedMoment,
  occurredAt: pushedMoment.nullable().default(null),
  platform: text(100).default(''),
  link: link.default(''),
  summary: text(2000).default(''),
});

const clock = z.object({
  timer,
  title: z.string(),
  source: z.string(),
  startAt: moment,
  startsFrom: start,
  dueAt: moment,
  doneAt: moment.nullable(),
  state: z.enum(['running', 'soon', 'overdue', 'inTime', 'late', 'notOwed']),
});

const row = {
  ...organKey,
  opinionId: id,
  organName: z.string(),
  title: z.string(),
  level,
  step,
  standing,
  foundAt: moment,
  occurredAt: moment.nullable(),
  platform: z.string(),
  ownerName: z.string().nullable(),
  clocks: z.array(clock),
};

export const opinionRow = z.object(row).meta({ id: 'OpinionRow' });

export const shownOpinion = z
  .object({
    ...row,
    summary: z.string(),
    link: z.string(),
    origin,
    /** The system that sent it. */
    sourceName: z.string().nullable(),
    ownerId: id.nullable(),
    /** Who may see to it. */
    officers: z.array(z.object({ accountId: id, displayName: z.string() })),
    releases: z.array(
      z.object({
        releaseId: id,
        kind: releaseKind,
        releasedAt: moment,
        channel: z.string(),
        link: z.string(),
        note: z.string(),
      }),
    ),
    documents: z.array(
      z.object({ documentId: id, title: z.string(), status: z.string(), publishedAt: moment.nullable() }),
    ),
    /** What comes next, what has to be written with it, and why it cannot be done yet. */
    next: z.array(z.object({ to: step, note: z.string().nullable(), hindrance: z.string().nullable() })),
    history: z.array(
      z.object({
        sequence: z.int(),
        words: z.string(),
        note: z.string(),
        by: z.string(),
        at: moment,
      }),
    ),
    version,
    abilities,
  })
  .meta({ id: 'Opinion' });
