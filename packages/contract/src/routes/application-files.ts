import {
  ADDABLE_USES,
  type AddableUse,
  CASE_FILE_USES,
  type CaseFileUse,
} from '@zhaoshi/domain/application/case-files';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, line, moment, organParams } from '../fields.ts';
import { applicationParams } from './applications.ts';
import { file } from './files.ts';
import {
  filePages,
  foundAreas,
  pageNumber,
  pageWidth,
  redactionMark,
  redactionMarks,
  wordsToFind,
} from './redaction-fields.ts';

const caseFileParams = applicationParams.extend({ fileId: id });

const withheldMark = z.object({ label: z.string(), ...redactionMark.shape });

/** How a redacted file came about. */
const redaction = z.object({
  sourceFileId: id,
  sourceName: z.string(),
  madeBy: z.string(),
  madeAt: moment,
  releasedAt: moment.nullable(),
  marks: z.array(withheldMark),
  /** What whoever looks it through has to know. */
  notes: z.array(z.string()),
  /** Text under a mark that stands unmarked elsewhere: numbers of the marks and the pages. */
  repeated: z.array(z.object({ label: z.string(), pages: z.array(z.int()) })),
});

const caseFile = z.object({
  fileId: id,
  use: z.enum(Object.keys(CASE_FILE_USES) as [CaseFileUse, ...CaseFileUse[]]),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** Has a password: nothing inside can be seen or redacted. */
  isEncrypted: z.boolean(),
  addedAt: moment,
  redaction: redaction.nullable(),
  /** Why it stays in the case; `null` where it may be taken out. */
  staysBecause: z.string().nullable(),
});

/** The files of a case, and what their marks fill into the reply. */
export const caseFiles = z
  .object({
    files: z.array(caseFile),
    /** Fields of the letter 部分公开 as the marks of released files fill them (`letter.<field>`). */
    letterFields: z.record(z.string(), z.string()),
    /** Why nothing can be given out any more; `null` while it can. */
    releaseRefused: z.string().nullable(),
    /** Why nothing at all can be added; `null` while it can. */
    additionRefused: z.string().nullable(),
    abilities,
  })
  .meta({ id: 'CaseFiles' });

export const applicationFileRoutes = {
  upload: defineRoute({
    id: 'applicationFile.upload',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/application-files',
    summary: '上传申请材料（multipart/form-data，一个文件部分）；加密保存，再用于登记或者添加到案件',
    permission: 'application.handle',
    audit: 'file.upload',
    params: organParams,
    body: 'multipart',
    response: file,
    creates: true,
    problems: ['not-found', 'too-many', 'unavailable'],
  }),
  list: defineRoute({
    id: 'applicationFile.list',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId/files',
    summary: '案件的文件、遮盖记录和可填入答复的理由',
    permission: 'application.readApplicant',
    params: applicationParams,
    response: caseFiles,
    problems: ['not-found'],
  }),
  add: defineRoute({
    id: 'applicationFile.add',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/files',
    summary: '把上传的文件添加到案件',
    permission: 'application.handle',
    audit: 'application.addFile',
    params: applicationParams,
    body: z.strictObject({
      fileId: id,
      use: z.enum(ADDABLE_USES as [AddableUse, ...AddableUse[]], '请选择文件的用途'),
    }),
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  remove: defineRoute({
    id: 'applicationFile.remove',
    method: 'DELETE',
    path: '/api/applications/:regionId/:applicationId/files/:fileId',
    summary: '从案件移除文件；归档后、已提供给申请人的不能移除',
    permission: 'application.handle',
    audit: 'application.removeFile',
    params: caseFileParams,
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  download: defineRoute({
    id: 'applicationFile.download',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId/files/:fileId/content',
    summary: '下载案件的文件；支持 HEAD、单段 Range 和 If-None-Match',
    permission: 'application.readApplicant',
    params: caseFileParams,
    response: 'bytes',
    problems: ['not-found', 'range-refused', 'unavailable'],
  }),
  pages: defineRoute({
    id: 'applicationFile.pages',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId/files/:fileId/pages',
    summary: 'PDF 或者图片的页数和各页大小',
    permission: 'application.readApplicant',
    params: caseFileParams,
    response: filePages,
    problems: ['not-found', 'unsupported-type', 'unavailable'],
  }),
  page: defineRoute({
    id: 'applicationFile.page',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId/files/:fileId/pages/:page',
    summary: '一页的图像（PNG）',
    permission: 'application.readApplicant',
    params: caseFileParams.extend({ page: pageNumber }),
    query: pageWidth,
    response: 'bytes',
    problems: ['not-found', 'unsupported-type', 'unavailable'],
  }),
  findText: defineRoute({
    id: 'applicationFile.findText',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/files/:fileId/find-text',
    summary: '找出证件号、电话、住址和给出的词，作为遮盖建议；不做任何改动',
    permission: 'application.readApplicant',
    changesNothing: true,
    params: caseFileParams,
    body: wordsToFind,
    response: foundAreas,
    problems: ['not-found', 'unavailable'],
  }),
  redact: defineRoute({
    id: 'applicationFile.redact',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/files/:fileId/redactions',
    summary: '按遮盖框生成遮盖件，待核对后提供给申请人（条例第三十七条）',
    permission: 'application.handle',
    audit: 'application.redact',
    params: caseFileParams,
    body: z.strictObject({
      name: line(80),
      marks: redactionMarks,
    }),
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses', 'conflict', 'unavailable'],
  }),
  release: defineRoute({
    id: 'applicationFile.release',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/files/:fileId/release',
    summary: '确认遮盖件无误，作为向申请人提供的文件',
    permission: 'application.handle',
    audit: 'application.releaseFile',
    params: caseFileParams,
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  caseFile: defineRoute({
    id: 'applications.caseFile',
    method: 'POST',
    path: '/api/applications/:regionId/:applicationId/case-file',
    summary: '导出案卷：目录、申请表、文书、材料、办理记录和校验清单（zip）；办结以后可用，记入审计',
    permission: 'application.export',
    audit: 'application.exportCaseFile',
    params: applicationParams,
    response: 'bytes',
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
};
