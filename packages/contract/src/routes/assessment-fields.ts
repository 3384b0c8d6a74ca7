import {
  FREQUENCIES,
  type Frequency,
  METHODS,
  type Method,
  SIGNS,
  type Sign,
  UNITS,
} from '@zhaoshi/domain/assessment/indicator';
import { VERDICTS, type Verdict } from '@zhaoshi/domain/assessment/score';
import type { Confidence } from '@zhaoshi/domain/setting/setting';
import { z } from 'zod';
import { abilities, civilDate, id, moment, organKey, version } from '../fields.ts';

/** Whole hundredths of a point. */
const points = z.int('应为数字').min(0, '不能小于 0').max(20_000, '超过了满分');

export const judgedPoints = points.max(10_000, '不超过 100 分');

const assessmentState = z.enum(['running', 'closed', 'published']);

const verdict = z.enum(Object.keys(VERDICTS) as [Verdict, ...Verdict[]]);

const marks: readonly Confidence[] = ['confirmed', 'local', 'unconfirmed'];

/** What names an assessment, and when it is. */
export const assessmentHead = {
  regionId: id,
  assessmentId: id,
  /** Who assesses. */
  organId: id,
  organName: z.string(),
  year: z.int(),
  title: z.string(),
  startsOn: civilDate,
  endsOn: civilDate,
  state: assessmentState,
  /** Why it ended before its last day; empty where it did not. */
  earlyReason: z.string(),
  closedAt: moment.nullable(),
  publishedAt: moment.nullable(),
};

/** A unit's figures; of a running assessment as they are now. */
const unitFigures = {
  /** Hundredths; `null`: nothing could be assessed. */
  total: points.nullable(),
  verdict,
  /** Why the verdict is what it is, in words; empty where the points alone say it. */
  because: z.string(),
  /** `null`: none, or not for who looks. */
  place: z.int().nullable(),
};

const assessmentUnitRow = z.object({
  ...organKey,
  name: z.string(),
  ...unitFigures,
  /** Codes of the vetoes that are met. */
  vetoes: z.array(z.string()),
  /** Codes of the vetoes that nobody has looked at. */
  openVetoes: z.array(z.string()),
  /** Indicators that nobody has looked at. */
  notAssessable: z.int(),
  selfPoints: points.nullable(),
  openObjections: z.int(),
  /** Indicators whose judgement an upheld objection took away, and that nobody has judged again. */
  awaitingAgain: z.int(),
});

const shownSection = z.object({ code: z.string(), title: z.string(), points });

/** One finding of the platform, with what it is about. */
const finding = z.object({
  /** `<thing>/<key>`. */
  item: z.string(),
  words: z.string(),
  /** An objection to it was upheld: it does not count. */
  isExempt: z.boolean(),
  /** Something was objected to it already. */
  isObjected: z.boolean(),
});

const judged = z
  .object({
    /** Of a veto `null`. */
    points: points.nullable(),
    isMet: z.boolean().nullable(),
    note: z.string(),
    by: z.string(),
    at: moment,
    isExempt: z.boolean(),
    isObjected: z.boolean(),
  })
  .nullable();

const looked = {
  code: z.string(),
  text: z.string(),
  evidence: z.string(),
  /** What the platform counts of it; empty: an assessor judges alone. */
  counterTitle: z.string(),
  /** Of that what the platform could not look at, for want of anything to count. */
  unseen: z.array(z.string()),
  source: z.string(),
  mark: z.enum(marks as [Confidence, ...Confidence[]]),
  state: z.enum(['assessed', 'notAssessable']),
  /** An objection to what was judged was upheld, and nobody has judged it again. */
  awaitsAgain: z.boolean(),
  findings: z.array(finding),
  judged,
};

const shownIndicator = z.object({
  ...looked,
  section: z.string(),
  /** For each finding, or once. */
  points,
  sign: z.enum(Object.keys(SIGNS) as [Sign, ...Sign[]]),
  unit: z.enum(Object.keys(UNITS) as ['each', ...('once' | 'each')[]]),
  frequency: z.enum(Object.keys(FREQUENCIES) as [Frequency, ...Frequency[]]),
  method: z.enum(Object.keys(METHODS) as [Method, ...Method[]]),
  most: points,
  /** What it takes, or gives. */
  taken: points,
});

const shownVeto = z.object({ ...looked, isMet: z.boolean() });

const objection = z.object({
  objectionId: id,
  code: z.string(),
  item: z.string().nullable(),
  about: z.string(),
  reason: z.string(),
  raisedBy: z.string(),
  raisedAt: moment,
  ruling: z.enum(['upheld', 'rejected']).nullable(),
  rulingReason: z.string(),
  ruledBy: z.string().nullable(),
  ruledAt: moment.nullable(),
  /** What the ruling does to the score; empty while there is none. */
  effect: z.string(),
  /** Why the person who looks may not decide it; `null`: nothing about the objection is against it. */
  rulingHindrance: z.string().nullable(),
});

/** A unit's score with everything that it is made of. */
export const assessedUnit = z
  .object({
    ...assessmentHead,
    unit: z.object({ ...organKey, name: z.string() }),
    /** The last day that is counted. */
    countedUpTo: civilDate,
    ...unitFigures,
    bonus: points,
    sections: z.array(z.object({ ...shownSection.shape, left: points.nullable() })),
    indicators: z.array(shownIndicator),
    vetoes: z.array(shownVeto),
    self: z
      .object({
        points,
        text: z.string(),
        by: z.string(),
        at: moment,
        files: z.array(z.object({ fileId: id, name: z.string(), mediaType: z.string(), size: z.int() })),
      })
      .nullable(),
    objections: z.array(objection),
    version,
    abilities,
  })
  .meta({ id: 'AssessedUnit' });

export const assessmentOverview = z
  .object({
    ...assessmentHead,
    countedUpTo: civilDate,
    indicators: z.int(),
    /** Indicators that the platform counts. */
    counted: z.int(),
    units: z.array(assessmentUnitRow),
    /** Whether it may be ended now; `null` once it is. */
    ending: z
      .object({
        /** Why not, in words; `null`: it may. */
        refusal: z.string().nullable(),
        /** Before its last day. */
        isEarly: z.boolean(),
        /** Units of which something was not looked at. */
        unrated: z.array(z.object({ name: z.string(), vetoes: z.array(z.string()), indicators: z.int() })),
      })
      .nullable(),
    /** For section one of the annual report; `null` until the results are closed. */
    reportSentence: z.string().nullable(),
    version,
    abilities,
  })
  .meta({ id: 'AssessmentOverview' });
