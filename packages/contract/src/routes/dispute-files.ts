import { DISPUTE_FILE_KIND_NAMES, type DisputeFileKind } from '@zhaoshi/domain/dispute/dispute-files';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organParams } from '../fields.ts';
import { file } from './files.ts';

const kind = z.enum(DISPUTE_FILE_KIND_NAMES as [DisputeFileKind, ...DisputeFileKind[]], '请选择文书的种类');

const disputeParams = z.object({ regionId: id, disputeId: id });
const fileParams = disputeParams.extend({ fileId: id });

const disputeFile = z
  .object({
    fileId: id,
    kind,
    /** As it was uploaded; may name persons. */
    name: z.string(),
    /** Received or sent. */
    datedOn: civilDate,
    /** 文号; empty: none. */
    number: z.string(),
    /** From whom, or to whom. */
    counterpart: z.string(),
    size: z.int(),
    sha256: z.string(),
    addedBy: z.string(),
    addedAt: moment,
  })
  .meta({ id: 'DisputeFile' });

/** The papers of a dispute: they name the other party, and are for whoever may see applicants. */
export const disputeFileRoutes = {
  upload: defineRoute({
    id: 'disputeFile.upload',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/dispute-files',
    summary: '上传复议、诉讼文书（multipart/form-data，一个文件部分）；加密保存，再登记到案件',
    permission: 'dispute.write',
    audit: 'file.upload',
    params: organParams,
    body: 'multipart',
    response: file,
    creates: true,
    problems: ['not-found', 'too-many', 'unavailable'],
  }),
  list: defineRoute({
    id: 'disputeFile.list',
    method: 'GET',
    path: '/api/disputes/:regionId/:disputeId/files',
    summary: '案件收到和发出的文书，晚的在前',
    permission: 'application.readApplicant',
    params: disputeParams,
    response: z.object({ files: z.array(disputeFile), abilities }),
    problems: ['not-found'],
  }),
  add: defineRoute({
    id: 'disputeFile.add',
    method: 'POST',
    path: '/api/disputes/:regionId/:disputeId/files',
    summary: '把上传的文书登记到案件',
    permission: 'dispute.write',
    audit: 'dispute.addFile',
    params: disputeParams,
    body: z.strictObject({
      fileId: id,
      kind,
      datedOn: civilDate,
      number: z.string('应为文字').trim().max(100, '不超过 100 字'),
      counterpart: line(100),
    }),
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  remove: defineRoute({
    id: 'disputeFile.remove',
    method: 'POST',
    path: '/api/disputes/:regionId/:disputeId/files/:fileId/remove',
    summary: '移除登记错误的文书，写明理由；经过里保留',
    permission: 'dispute.write',
    audit: 'dispute.removeFile',
    params: fileParams,
    body: z.strictObject({ reason: line(500) }),
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  download: defineRoute({
    id: 'disputeFile.download',
    method: 'GET',
    path: '/api/disputes/:regionId/:disputeId/files/:fileId/content',
    summary: '下载案件的文书；支持 HEAD、单段 Range 和 If-None-Match',
    permission: 'application.readApplicant',
    params: fileParams,
    response: 'bytes',
    problems: ['not-found', 'range-refused', 'unavailable'],
  }),
};
