import { COPY_KIND_IDS, type CopyKind } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, moment, organKey, organParams, version } from '../fields.ts';
import { reportCell, reportDraft, reportStatus, sha256, writtenPart } from './annual-report-fields.ts';
import { reportParams } from './annual-reports.ts';

const unit = z.object({ ...organKey, name: z.string() });

/** A report as it was read from a file; nothing of it is kept yet. */
export const reportReading = z
  .object({
    fileName: z.string(),
    /** Of the file: what is entered must be what was looked at. */
    sha256,
    format: z.enum(['docx', 'doc', 'pdf', 'html', 'xlsx', 'txt', 'json']),
    title: z.string().nullable(),
    /** As printed. */
    organName: z.string().nullable(),
    reportYear: z.int().nullable(),
    datedOn: civilDate.nullable(),
    /** Organs of that very name whose report the person may enter; exactly one is sure. */
    units: z.array(unit),
    /** The tables in the order of the form, every cell with where it stood. */
    cells: z.array(
      z.object({
        cell: z.string(),
        name: z.string(),
        ...reportCell.shape,
        /** Page, table, row and column in words; empty where the format does not tell. */
        place: z.string(),
      }),
    ),
    /** What the reader did: `guessed` and `notUnderstood` are to be looked at. */
    notes: z.array(
      z.object({ kind: z.enum(['normalised', 'guessed', 'notUnderstood']), message: z.string() }),
    ),
    findings: z.array(
      z.object({ rule: z.string(), severity: z.enum(['block', 'warn', 'hint']), message: z.string() }),
    ),
    /** Why somebody should look before it is entered; empty: nothing was doubtful. */
    doubts: z.array(z.string()),
    /** The same as a draft, as printed. */
    draft: reportDraft,
  })
  .meta({ id: 'ReportReading' });

const entry = <const T extends 'submitted' | 'published'>(as: T) =>
  z.strictObject({
    /** A file that the person uploaded for the own organ. */
    fileId: id,
    sha256,
    /** The report of a unit without the platform, or one that was published before it. */
    as: z.literal(as, as === 'published' ? '本单位的文件只能作为已公布的报告录入' : '只能作为报送的报告录入'),
    source: z.string('应为文字').trim().max(1000, '不超过 1000 字').default(''),
  });

export const enteredReport = z
  .object({ ...organKey, reportYear: z.int(), status: z.enum(['submitted', 'published']) })
  .meta({ id: 'EnteredReport' });

/** A report that was entered from a file which the organ uploaded. */
export const enteredFile = z
  .object({
    unit,
    reportYear: z.int(),
    submission: z.int(),
    /** What the entered text is now. */
    copy: z.enum(COPY_KIND_IDS as [CopyKind, ...CopyKind[]]),
    fileName: z.string(),
    enteredAt: moment,
  })
  .meta({ id: 'EnteredReportFile' });

/** A file beside the draft into which it would be put; nothing is changed by looking. */
export const fileBesideDraft = z
  .object({
    ...organKey,
    reportYear: z.int(),
    title: z.string(),
    status: reportStatus,
    /** Of the report as it was compared: what is saved rests on it. */
    version,
    /** The year that the file names, where it is another. */
    otherYear: z.int().nullable(),
    /** What the draft holds now, and with everything that the file says otherwise. */
    draft: reportDraft,
    proposed: reportDraft,
    texts: z.array(z.object({ part: writtenPart, title: z.string(), before: z.string(), after: z.string() })),
    tables: z.array(
      z.object({
        table: z.enum(['t2', 't3', 't4']),
        title: z.string(),
        /** Its figures were counted from the registers, and would be typed from then on. */
        wasCounted: z.boolean(),
        cells: z.array(
          z.object({ cell: z.string(), name: z.string(), before: z.string(), after: z.string() }),
        ),
      }),
    ),
    /** 落款日期; `null`: it stays. */
    datedOn: z.object({ before: civilDate.nullable(), after: civilDate.nullable() }).nullable(),
  })
  .meta({ id: 'FileBesideDraft' });

const PATH = '/api/organs/:regionId/:organId/annual-reports/:reportYear';

export const annualReportFileRoutes = {
  read: defineRoute({
    id: 'annualReportFiles.read',
    method: 'GET',
    path: '/api/report-files/:regionId/:fileId',
    summary: '读出已上传的年度报告文件：每格数字、原文位置、需要核对的地方；不保存',
    permission: 'report.write',
    params: z.object({ regionId: id, fileId: id }),
    response: reportReading,
    problems: ['not-found', 'unsupported-type', 'unavailable'],
  }),
  entered: defineRoute({
    id: 'annualReportFiles.entered',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/report-files',
    summary: '本机关录入过的年度报告文件，最近的在前，最多 200 份',
    permission: 'report.write',
    params: organParams,
    response: z.object({
      /** The last ones. */
      items: z.array(enteredFile),
      /** How many there are. */
      total: z.int(),
    }),
    problems: ['not-found'],
  }),
  besideDraft: defineRoute({
    id: 'annualReportFiles.besideDraft',
    method: 'GET',
    path: `${PATH}/file-drafts/:fileId`,
    summary: '把已上传的文件与年度报告的草稿逐处对照：填入草稿会改动哪些文字和数字；不保存',
    permission: 'report.write',
    params: reportParams.extend({ fileId: id }),
    response: fileBesideDraft,
    problems: ['not-found', 'unsupported-type', 'unavailable'],
  }),
  enter: defineRoute({
    id: 'annualReportFiles.enter',
    method: 'POST',
    path: `${PATH}/file`,
    summary: '把核对过的文件录入为本单位以往已公布的年度报告；原件一并保存',
    permission: 'report.handle',
    audit: 'annualReport.act',
    params: reportParams,
    body: entry('published'),
    freshSecondFactor: z.object({ as: z.literal('published') }),
    response: enteredReport,
    creates: true,
    problems: ['not-found', 'state-refuses', 'unsupported-type', 'unavailable'],
  }),
  receive: defineRoute({
    id: 'annualReportFiles.receive',
    method: 'POST',
    path: `${PATH}/received-file`,
    summary: '主管部门录入没有使用本系统的单位报送的年度报告文件，计入本级汇总；原件一并保存',
    permission: 'report.receive',
    audit: 'annualReport.act',
    params: reportParams,
    body: entry('submitted'),
    response: enteredReport,
    creates: true,
    problems: ['not-found', 'state-refuses', 'unsupported-type', 'unavailable'],
  }),
};
