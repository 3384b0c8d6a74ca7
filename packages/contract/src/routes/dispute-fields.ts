import {
  DISPUTE_KIND_NAMES,
  DISPUTE_ROLE_NAMES,
  DISPUTED_ACT_NAMES,
  type DisputedAct,
  type DisputeKind,
  type DisputeRole,
  PROCEDURE_NAMES,
  type Procedure,
} from '@zhaoshi/domain/dispute/dispute';
import {
  CLOCK_SIDE_NAMES,
  CLOCK_STATE_NAMES,
  type ClockSide,
  type ClockState,
} from '@zhaoshi/domain/dispute/dispute-clock';
import {
  DISPUTE_RESULT_NAMES,
  type DisputeResult,
  STAGE_KIND_NAMES,
  type StageKind,
} from '@zhaoshi/domain/dispute/dispute-results';
import { LOSS_CAUSE_NAMES, type LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import { PERIOD_UNIT_NAMES, type PeriodUnit } from '@zhaoshi/domain/remedy/remedy-periods';
import { z } from 'zod';
import { abilities, civilDate, id, line, moment, optionalLine, organKey, version } from '../fields.ts';
import { derivedDate } from './application-fields.ts';

export const kind = z.enum(DISPUTE_KIND_NAMES as [DisputeKind, ...DisputeKind[]]);
const role = z.enum(DISPUTE_ROLE_NAMES as [DisputeRole, ...DisputeRole[]]);
const act = z.enum(DISPUTED_ACT_NAMES as [DisputedAct, ...DisputedAct[]]);
const stageKind = z.enum(STAGE_KIND_NAMES as [StageKind, ...StageKind[]]);
const result = z.enum(DISPUTE_RESULT_NAMES as [DisputeResult, ...DisputeResult[]]);
const procedure = z.enum(PROCEDURE_NAMES as [Procedure, ...Procedure[]]);

/** The form of the report knows table four since 2019; nobody counts a year that lies far ahead. */
export const year = z.coerce.number('应为年份').int().min(2019, '年度报告的格式从2019年起适用').max(2200);

export const text = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);

export const stageFields = {
  kind: stageKind,
  /** Organ or court. */
  tribunal: line(100),
  /** 案号; empty: none yet. */
  number: z.string('应为文字').trim().max(100, '不超过 100 字'),
  /** Of a reconsideration. */
  procedure: procedure.nullable(),
  acceptedOn: civilDate.nullable(),
  decidedOn: civilDate.nullable(),
  effectiveOn: civilDate.nullable(),
  result: result.nullable(),
  /** The notice to answer came; the answer went out. */
  servedOn: civilDate.nullable(),
  answeredOn: civilDate.nullable(),
  /** What was ordered was done. */
  performedOn: civilDate.nullable(),
  /** An opinion of the reconsideration organ came; its report went out. */
  opinionOn: civilDate.nullable(),
  reportedOn: civilDate.nullable(),
  /** The application for reconsideration, or the suit, was received. */
  filedOn: civilDate.nullable(),
  /** The reconsideration organ extended its period. */
  isExtended: z.boolean(),
  /** The decision or judgment reached the other party. */
  decisionServedOn: civilDate.nullable(),
  /** It reached the organ itself. */
  decisionReceivedOn: civilDate.nullable(),
  /** It orders a new reply, performance or disclosure; until when, where it says so. */
  ordersReply: z.boolean(),
  performBy: civilDate.nullable(),
};

export const sentStage = z.strictObject(stageFields);

/** Why something is said otherwise than it was entered; empty where nothing is. */
export const correction = text(500);

/** What the organ owes at a stage, with its last day. */
const duty = z.object({
  words: z.string(),
  source: z.string(),
  dueOn: civilDate,
  isProvisional: z.boolean(),
  doneOn: civilDate.nullable(),
  /** Whether it is still to be done. */
  isOwed: z.boolean(),
  /** No text fixes the length: it is the setting's. */
  isUnconfirmed: z.boolean(),
});

/** A period of the case, the organ's own or, for information, another's, with the way its last day came about. */
const clock = z.object({
  side: z.enum(CLOCK_SIDE_NAMES as [ClockSide, ...ClockSide[]]),
  words: z.string(),
  source: z.string(),
  since: z.object({ on: civilDate, words: z.string() }),
  due: derivedDate,
  /** In what it is counted, and how many of them. */
  period: z.object({ length: z.int(), unit: z.enum(PERIOD_UNIT_NAMES as [PeriodUnit, ...PeriodUnit[]]) }),
  doneOn: civilDate.nullable(),
  state: z.enum(CLOCK_STATE_NAMES as [ClockState, ...ClockState[]]),
  /** What follows when it passes; empty where nothing is to be said. */
  consequence: z.string(),
  isUnconfirmed: z.boolean(),
});

const lossCause = z.enum(LOSS_CAUSE_NAMES as [LossCause, ...LossCause[]]);

/** Why the act did not stand, and what is done about it. */
export const lossFields = {
  causes: z.array(lossCause).min(1, '请至少选择一项原因').max(20),
  /** 责任内设机构. */
  unit: text(60),
  measures: text(2000),
};

export const disputeStage = z
  .object({ ...stageFields, sequence: z.int(), duties: z.array(duty) })
  .meta({ id: 'DisputeStage' });

const application = z.object({ applicationId: id, registrationNumber: z.string() }).nullable();

/** What lists show of a dispute: nothing that names a person. */
export const rowFields = {
  ...organKey,
  disputeId: id,
  organName: z.string(),
  kind,
  role,
  act,
  /** 张*. */
  maskedParty: z.string(),
  application,
  /** The last 案号 that it was given; empty: none yet. */
  number: z.string(),
  /** Its last stage; `null`: none yet. */
  last: z
    .object({
      kind: stageKind,
      tribunal: z.string(),
      number: z.string(),
      acceptedOn: civilDate.nullable(),
      decidedOn: civilDate.nullable(),
      result: result.nullable(),
    })
    .nullable(),
  openedOn: civilDate.nullable(),
  /** `null`: something may still change. */
  settledOn: civilDate.nullable(),
  /** The first day by which the organ owes something. */
  dueOn: civilDate.nullable(),
};

export const disputeRow = z.object(rowFields).meta({ id: 'DisputeRow' });

const related = z.object({ disputeId: id, kind, number: z.string(), tribunal: z.string() });

export const shownDispute = z
  .object({
    ...rowFields,
    actOn: civilDate.nullable(),
    /** From when the other party knew of the act. */
    knownOn: civilDate.nullable(),
    isUntold: z.boolean(),
    /** The public document about which it is. */
    document: z
      .object({
        documentId: id,
        indexNumber: z.string(),
        title: z.string(),
        publishedOn: civilDate.nullable(),
      })
      .nullable(),
    /** Of the application that was not answered: its last day, and what that means; `null`: it is about something else. */
    silence: z.object({ dueOn: civilDate, words: z.string() }).nullable(),
    preceding: related.nullable(),
    following: z.array(related),
    /** Names of the other party and notes; `null`: not for the person who looks. */
    words: z.object({ party: z.string(), isPerson: z.boolean(), note: z.string() }).nullable(),
    stages: z.array(disputeStage),
    /** Every period, in the order of the procedure. */
    clocks: z.array(clock),
    /** Replies that went out after the application was taken up again on a decision or judgment. */
    newReplies: z.array(z.object({ on: civilDate, documentNumber: z.string().nullable() })),
    /** Whether the act did not stand by what is decided now, and why; `causes` is empty until somebody wrote it down. */
    loss: z.object({ causes: z.array(lossCause), unit: z.string(), measures: z.string() }).nullable(),
    /** Where it may be heard next. */
    next: z.array(stageKind),
    /** Where it counts in each year that it was open, and why, the last year first. */
    counted: z.array(z.object({ year: z.int(), cells: z.array(z.string()), reasons: z.array(z.string()) })),
    /** Everything that was entered and changed, the last first. */
    history: z.array(
      z.object({ sequence: z.int(), words: z.string(), reason: z.string(), by: z.string(), at: moment }),
    ),
    version,
    abilities,
  })
  .meta({ id: 'Dispute' });

export const disputeFacts = {
  kind,
  role,
  act,
  actOn: civilDate.nullable(),
  /** Names of the other party. */
  party: line(200),
  /** One or several natural persons, whose names lists mask. */
  isPerson: z.boolean(),
  note: text(2000),
  /** 登记号 of the application about which it is. */
  registrationNumber: optionalLine(40),
  /** The reconsideration that a suit follows. */
  precedingId: id.nullable(),
  /** 索引号 of the public document about which it is. */
  indexNumber: optionalLine(60),
  /** From when the other party knew of the act, or its silence was complete. */
  knownOn: civilDate.nullable(),
  /** The letter told no remedy, organ or period. */
  isUntold: z.boolean(),
};

/** What the application's file says of the act that a dispute about it contests. */
export const contested = z.object({
  act,
  actOn: civilDate.nullable(),
  knownOn: civilDate.nullable(),
  /** Why a day is missing, and where it is to be found; empty: none is. */
  words: z.string(),
});

export const lossCount = z.object({ key: z.string(), title: z.string(), count: z.int() });
