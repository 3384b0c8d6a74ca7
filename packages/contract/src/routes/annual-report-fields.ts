import { COPY_KIND_IDS, type CopyKind } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { ELSEWHERE_IDS } from '@zhaoshi/domain/annual-report/work/elsewhere';
import { REPORT_ACT_TEXTS, type ReportActType } from '@zhaoshi/domain/annual-report/work/report-act';
import { WRITTEN_PART_IDS, type WrittenPart } from '@zhaoshi/domain/annual-report/work/report-draft';
import { REPORT_STATUS_IDS, type ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import { z } from 'zod';
import { abilities, civilDate, id, moment, organKey, version } from '../fields.ts';

export const reportStatus = z.enum(REPORT_STATUS_IDS as [ReportStatus, ...ReportStatus[]]);
const actType = z.enum(Object.keys(REPORT_ACT_TEXTS) as [ReportActType, ...ReportActType[]]);
export const writtenPart = z.enum(WRITTEN_PART_IDS as [WrittenPart, ...WrittenPart[]]);

export const cellKey = z.string().regex(/^t[234]\.[A-Za-z.]{1,80}\/[A-Za-z]{1,40}$/, '应为报告表格的单元格');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '校验值格式不对');

/** Longer than any report there is; a draft within it is never refused. */
const LONGEST_PART = 100_000;
const MOST_CELLS = 250;

const written = z.string('应为文字').max(LONGEST_PART, '这一部分过长');
const source = z.enum(['counted', 'typed']);
const cellTexts = (longest: number) =>
  z
    .record(cellKey, z.string('应为文字').max(longest, `不超过 ${longest} 字`))
    .refine((cells) => Object.keys(cells).length <= MOST_CELLS, '单元格过多');

/** What is written and chosen of a report; may lack anything. */
export const reportDraft = z.strictObject({
  texts: z.strictObject({ preamble: written, s1: written, s5: written, s6: written }),
  sources: z.strictObject({ t2: source, t3: source, t4: source }),
  /** Figures as typed, untouched. */
  typed: cellTexts(200),
  footnotes: cellTexts(500),
  /** 落款日期; `null`: the day on which the signature is asked for. */
  datedOn: civilDate.nullable(),
  /** Figures that others publish of the year, as they were looked up; only compared, never published. */
  elsewhere: z.partialRecord(z.enum(ELSEWHERE_IDS), z.string('应为文字').max(40, '不超过 40 字')).optional(),
});

export type ReportDraftInput = z.infer<typeof reportDraft>;

export const reportCell = z.object({
  state: z.enum(['value', 'blank', 'text', 'derived']),
  value: z.number().nullable(),
  raw: z.string(),
  unit: z.string().optional(),
  footnote: z.string().optional(),
});

export const reportFinding = z
  .object({
    id: z.string(),
    rule: z.string(),
    severity: z.enum(['block', 'warn', 'hint']),
    status: z.enum(['fail', 'pass', 'notEvaluated', 'waived']),
    message: z.string(),
    basis: z.string(),
    cells: z.array(z.string()),
    /** Names of the cells for a reader. */
    cellNames: z.array(z.string()),
    left: z.union([z.number(), z.string()]).nullable(),
    right: z.union([z.number(), z.string()]).nullable(),
    difference: z.number().nullable(),
    passage: z.object({ section: z.string(), text: z.string() }).optional(),
    suggestion: z.string().optional(),
    /** Figures of the suggestion that follow from what stands there, and may be put in by one press. */
    mends: z.array(z.object({ cell: z.string(), value: z.number() })),
    note: z.string().optional(),
    /** Who may accept it with a reason. */
    waiverBy: z.enum(['none', 'author', 'reviewer']),
    waiver: z.object({ reason: z.string(), by: z.string(), at: moment }).optional(),
    /** A person may say that its sentence means what the machine took it for; then it blocks (annual-report.md §9.9). */
    confirmable: z.boolean(),
    confirmation: z.object({ by: z.string(), at: moment }).optional(),
  })
  .meta({ id: 'ReportFinding' });

/** The report as it stands: what can be computed from a draft, saved or not. */
const computed = {
  cells: z.record(z.string(), reportCell),
  /** What registers, or members, say now; absent cells are known to neither. */
  counted: z.record(z.string(), z.number()),
  /** Paragraphs with their live fields filled. */
  texts: z.record(writtenPart, z.array(z.string())),
  findings: z.array(reportFinding),
  /** What a text may name in braces. */
  fields: z.array(z.object({ name: z.string(), label: z.string(), text: z.string().nullable() })),
  /** What it names in braces and is no field. */
  unknownFields: z.array(z.string()),
};

export const reportCheck = z.object(computed).meta({ id: 'ReportCheck' });

export const reportMember = z.object({
  ...organKey,
  name: z.string(),
  /** `null`: nobody has begun. */
  status: reportStatus.nullable(),
  /** Something of it stands in the sum. */
  isCounted: z.boolean(),
});

export const reportDetail = z
  .object({
    ...organKey,
    organName: z.string(),
    reportYear: z.int(),
    formVersion: z.enum(['2019', '2021']),
    reportScope: z.enum(['organ', 'governmentOrgan', 'regionGovernment']),
    title: z.string(),
    status: reportStatus,
    edition: z.int(),
    dueOn: civilDate.nullable(),
    dueBasis: z.string().nullable(),
    draft: reportDraft,
    ...computed,
    /** Hash of the frozen state that holds. */
    frozenSha256: sha256.nullable(),
    /** Page on which the public sees it, also while it is being restated; `null`: nothing is public. */
    publicPath: z.string().nullable(),
    /** What the supervisor marked when the report was last returned. */
    returned: z.object({ cells: z.array(z.string()), passages: z.array(z.string()) }).nullable(),
    /** The same organ's report of the year before, as sent or published. */
    lastYear: z
      .object({
        cells: z.record(z.string(), z.number().nullable()),
        texts: z.record(writtenPart, z.array(z.string())),
        /** Problems that its part five names, one phrase each. */
        problems: z.array(z.string()),
      })
      .nullable(),
    /** Units of a region's list; empty of a report that is no sum. */
    members: z.array(reportMember),
    acts: z.array(
      z.object({
        type: actType,
        title: z.string(),
        law: z.string(),
        refusals: z.array(z.string()),
        texts: z.array(
          z.object({ key: z.string(), title: z.string(), required: z.boolean(), isPublic: z.boolean() }),
        ),
      }),
    ),
    events: z.array(
      z.object({
        sequence: z.int(),
        type: actType,
        title: z.string(),
        by: z.string(),
        at: moment,
        texts: z.record(z.string(), z.string()),
      }),
    ),
    submissions: z.array(
      z.object({
        submission: z.int(),
        edition: z.int(),
        origin: z.enum(['platform', 'file']),
        contentSha256: sha256,
        cellsSha256: sha256,
        casesSha256: sha256.nullable(),
        madeAt: moment,
        /** What it is now to whoever takes it away. */
        copy: z.enum(COPY_KIND_IDS as [CopyKind, ...CopyKind[]]),
        /** It was entered from a file, which is kept. */
        hasOriginal: z.boolean(),
      }),
    ),
    /** As whom the person may give reasons for findings; `null`: not at all. */
    waivesAs: z.enum(['author', 'reviewer']).nullable(),
    /** The person belongs to those who write it. */
    isOwn: z.boolean(),
    version,
    abilities,
  })
  .meta({ id: 'AnnualReportWork' });

/** The years of an organ's reports, the last first. */
export const reportYears = z
  .object({
    ...organKey,
    organName: z.string(),
    /** The government whose report this organ, its office, draws up as well; `null` for all others. */
    government: z.object({ ...organKey, name: z.string() }).nullable(),
    years: z.array(
      z.object({
        reportYear: z.int(),
        /** `null`: nobody has begun. */
        status: reportStatus.nullable(),
        edition: z.int(),
        dueOn: civilDate.nullable(),
        /** Failing findings when they were last looked at; `null`: not yet. */
        blocks: z.int().nullable(),
        warnings: z.int().nullable(),
        /** What the public finds is not everywhere what was signed (AR-PUB-02). */
        isCopyOff: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AnnualReportYears' });

/** One thing that a cell counts. */
export const reportCellItem = z.object({
  kind: z.enum(['application', 'dispute', 'document', 'statistic', 'member']),
  regionId: id,
  /** Of the case, document or figure; of a member its organ. */
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  /** How much of the figure it is: 1 of a case, the figure itself of a month or a member. */
  amount: z.number().nullable(),
});
