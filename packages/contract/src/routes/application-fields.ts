import { APPLICANT_KINDS, type ApplicantKind } from '@zhaoshi/domain/annual-report/ids';
import type { ActType } from '@zhaoshi/domain/application/act';
import {
  IDENTITY_TYPES,
  type IdentityType,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
  type SupplyForm,
  type SupplyWay,
} from '@zhaoshi/domain/application/application-form';
import { INTAKE_CHANNELS, type IntakeChannel } from '@zhaoshi/domain/application/intake';
import { STATUS_NAMES, type Status } from '@zhaoshi/domain/application/status';
import { ACT_TYPES } from '@zhaoshi/domain/application/transitions';
import { DAY_WORDS } from '@zhaoshi/domain/calendar/day-words';
import type { DayReason } from '@zhaoshi/domain/calendar/working-calendar';
import { z } from 'zod';
import { abilities, civilDate, id, line, moment, optionalLine, organKey, version } from '../fields.ts';
import { outcome } from './application-acts.ts';

const some = <T extends string>(names: readonly T[]) => z.enum(names as [T, ...T[]]);

export const status = some<Status>(STATUS_NAMES);
export const channel = some<IntakeChannel>(Object.keys(INTAKE_CHANNELS) as IntakeChannel[]);
export const applicantKind = some<ApplicantKind>(APPLICANT_KINDS);

const applicantDetails = z.strictObject({
  kind: applicantKind,
  name: line(100),
  identityType: some<IdentityType>(Object.keys(IDENTITY_TYPES) as IdentityType[]).nullable(),
  identityNumber: optionalLine(40),
  creditCode: optionalLine(40),
  legalRepresentative: optionalLine(50),
  contactPerson: optionalLine(50),
  address: optionalLine(200),
  postcode: optionalLine(10),
  phone: optionalLine(40),
  fax: optionalLine(40),
  email: optionalLine(100),
});

export const applicationForm = z.strictObject({
  applicant: applicantDetails,
  agent: z
    .strictObject({ name: line(50), identityNumber: optionalLine(40), phone: optionalLine(40) })
    .nullable(),
  description: z.string('应为文字').trim().min(1, '不能为空').max(4000, '不超过 4000 字'),
  supplyForm: some<SupplyForm>(Object.keys(SUPPLY_FORMS) as SupplyForm[]),
  supplyWay: some<SupplyWay>(Object.keys(SUPPLY_WAYS) as SupplyWay[]),
  acceptsOtherWay: z.boolean(),
  helpNeeded: optionalLine(200),
});

/** How near a last day is. */
export const trafficLight = z.object({
  colour: z.enum(['red', 'orange', 'yellow', 'green']),
  /** Working days to it; negative once it has passed. */
  daysLeft: z.int(),
  words: z.string(),
});

/** One row of the register; the applicant masked. */
export const applicationRow = z
  .object({
    ...organKey,
    applicationId: id,
    organName: z.string(),
    registrationNumber: z.string(),
    status,
    channel,
    applicantKind,
    applicant: z.string(),
    summary: z.string(),
    receiptDate: civilDate.nullable(),
    enteredAt: moment,
    dueOn: civilDate.nullable(),
    isProvisional: z.boolean(),
    waitsUntil: civilDate.nullable(),
    /** How near `dueOn` is; `null` where no period runs. */
    light: trafficLight.nullable(),
    officer: z.object({ accountId: id, displayName: z.string() }).nullable(),
    outcome: outcome.nullable(),
    resultOn: civilDate.nullable(),
    version,
  })
  .meta({ id: 'ApplicationRow' });

/** A computed date with the way it came about. */
export const derivedDate = z
  .object({
    date: civilDate,
    provisional: z.boolean(),
    calendarVersion: z.string(),
    days: z.array(
      z.object({
        date: civilDate,
        working: z.boolean(),
        reason: z.enum(Object.keys(DAY_WORDS) as [DayReason, ...DayReason[]]),
        name: z.string().optional(),
        source: z.string().optional(),
        count: z.int().nullable(),
        excluded: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DerivedDate' });

export const caseDates = z.object({
  due: derivedDate.nullable(),
  /** Not final while somebody asked has not answered. */
  isProjected: z.boolean(),
  correctionNoticeLimit: derivedDate.nullable(),
  /** Last day to correct or to pay. */
  waitsUntil: derivedDate.nullable(),
  /** Without a late notice of correction. */
  strictDue: derivedDate.nullable(),
  consultations: z.array(z.object({ consultationId: id, lapse: derivedDate.nullable() })),
});

const caseEvent = z.object({
  sequence: z.int(),
  type: z.string(),
  on: civilDate,
  recordedAt: moment,
  /** Who did it, by name; `applicant` by that word. */
  actor: z.string(),
  /** The facts of the event. */
  facts: z.record(z.string(), z.unknown()),
  /** Its words; `null` for who may not see the applicant. */
  texts: z.record(z.string(), z.string()).nullable(),
});

const caseLetter = z.object({
  letterId: id,
  kind: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: civilDate,
  /** The first delivery, which counts. */
  delivered: z.object({ on: civilDate, way: z.string() }).nullable(),
  /** Later ones, after mail came back. */
  redelivered: z.array(z.object({ on: civilDate, way: z.string() })),
  isForApplicant: z.boolean(),
  /** After mail came back: what is to be done, in words. */
  afterReturn: z.string().nullable(),
});

const caseFile = z.object({
  fileId: id,
  use: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  addedAt: moment,
});

/** A case on its one screen. */
export const applicationCase = z
  .object({
    ...applicationRow.shape,
    sentOn: civilDate.nullable(),
    arrivedOn: civilDate.nullable(),
    isMisaddressed: z.boolean(),
    /** Why the day of receipt is this one. */
    receiptRule: z.string(),
    /** `null` for who may not see the applicant. */
    form: applicationForm.nullable(),
    dates: caseDates,
    clock: z.object({
      correctionUsed: z.boolean(),
      extensionUsed: z.boolean(),
      extensionProposed: z.int().nullable(),
      /** The day that was fixed instead of the counted one (条例35). */
      deferredTo: civilDate.nullable(),
      suspended: z.enum(['correction', 'fee']).nullable(),
    }),
    /** A calendar moved the last day to another than the applicant was told. */
    movedDue: z.object({ toldOn: civilDate, dueOn: civilDate }).nullable(),
    draft: z.object({ outcome, reviews: z.array(z.string()) }).nullable(),
    reasons: z.string(),
    fee: z
      .object({ amount: z.int(), reportedOn: civilDate.nullable(), paidOn: civilDate.nullable() })
      .nullable(),
    openConsultations: z.array(z.object({ consultationId: id, kind: z.string(), sentOn: civilDate })),
    /** Third parties whose objection the drafted reply overrules (条例32), and from when it may go out for each. */
    overruled: z.array(
      z.object({ consultationId: id, noticeId: id.nullable(), releasedFrom: civilDate.nullable() }),
    ),
    openAssistance: z.array(id),
    searchedPlaces: z.array(z.string()),
    /** Matters that the form seems to ask for apart; empty where nothing is suggested. */
    suggestedMatters: z.array(z.string()),
    /** Years that the file is kept at least, by the organ's setting. */
    retentionYears: z.int(),
    /** Working days to correct that the organ gives by default. */
    correctionDays: z.int(),
    /** Once the last day has passed without a reply: what is open to the applicant; else `null`. */
    silenceRemedy: z.object({ words: z.string(), source: z.string(), unconfirmed: z.boolean() }).nullable(),
    /** Said while the case rests on an extension that was not told to the applicant (条例33¶2); else `null`. */
    untoldExtension: z.string().nullable(),
    links: z.array(z.object({ relation: z.string(), applicationId: id, registrationNumber: z.string() })),
    /** Under review: the applicant's cases that the same letter may answer, as they stand (并案答复). */
    jointCases: z.array(
      z.object({
        applicationId: id,
        registrationNumber: z.string(),
        summary: z.string(),
        status,
        version: z.int(),
        outcome: outcome.nullable(),
      }),
    ),
    lastOutcome: outcome.nullable(),
    events: z.array(caseEvent),
    letters: z.array(caseLetter),
    files: z.array(caseFile),
    /** What the caller may do now, by the table. */
    acts: z.array(some<ActType>(ACT_TYPES)),
    abilities,
  })
  .meta({ id: 'ApplicationCase' });
