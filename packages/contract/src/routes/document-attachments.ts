import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id } from '../fields.ts';
import { documentParams } from './documents.ts';
import {
  filePages,
  foundAreas,
  pageNumber,
  pageWidth,
  redactionMarks,
  wordsToFind,
} from './redaction-fields.ts';

const attachmentParams = documentParams.extend({ fileId: id });

/** The clean file that takes the place of the other in the draft; the other stays with the organ. */
const copy = z.object({
  fileId: id,
  /** What whoever covered something has to look at: the same words elsewhere, an earlier file that was public. */
  warnings: z.array(z.string()),
});

export const documentAttachmentRoutes = {
  pages: defineRoute({
    id: 'documentAttachment.pages',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/files/:fileId/pages',
    summary: '公开文件的附件（PDF 或者图片）的页数和各页大小',
    permission: 'document.read',
    params: attachmentParams,
    response: filePages,
    problems: ['not-found', 'unsupported-type', 'unavailable'],
  }),
  page: defineRoute({
    id: 'documentAttachment.page',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/files/:fileId/pages/:page',
    summary: '附件一页的图像（PNG）',
    permission: 'document.read',
    params: attachmentParams.extend({ page: pageNumber }),
    query: pageWidth,
    response: 'bytes',
    problems: ['not-found', 'unsupported-type', 'unavailable'],
  }),
  findText: defineRoute({
    id: 'documentAttachment.findText',
    method: 'POST',
    path: '/api/documents/:regionId/:documentId/files/:fileId/find-text',
    summary: '找出证件号、电话、住址、公开前检查发现的内容和给出的词，作为遮盖建议；不做任何改动',
    permission: 'document.write',
    changesNothing: true,
    params: attachmentParams,
    body: wordsToFind,
    response: foundAreas,
    problems: ['not-found', 'unavailable'],
  }),
  redact: defineRoute({
    id: 'documentAttachment.redact',
    method: 'POST',
    path: '/api/documents/:regionId/:documentId/files/:fileId/redactions',
    summary: '按遮盖框生成遮盖后的附件并再检查一遍；原件留在机关内部，草稿保存新文件后生效',
    permission: 'document.write',
    audit: 'document.redactFile',
    params: attachmentParams,
    body: z.strictObject({ marks: redactionMarks }),
    response: copy,
    creates: true,
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
  strip: defineRoute({
    id: 'documentAttachment.strip',
    method: 'POST',
    path: '/api/documents/:regionId/:documentId/files/:fileId/clean-copies',
    summary: '生成清除了文件属性和批注的附件并再检查一遍；原件留在机关内部，草稿保存新文件后生效',
    permission: 'document.write',
    audit: 'document.stripFile',
    params: attachmentParams,
    response: copy,
    creates: true,
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
};
