import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, moment, organParams } from '../fields.ts';

const fileParams = z.object({ regionId: id, fileId: id });

export const file = z
  .object({
    regionId: id,
    fileId: id,
    organId: id,
    name: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: '字节数' }),
    sha256: z.string(),
    /** Has a password: nothing inside can be searched or checked for personal data. */
    isEncrypted: z.boolean(),
    /** Something refers to it; otherwise it is removed after some days. */
    isAttached: z.boolean(),
    uploadedAt: moment,
    abilities,
  })
  .meta({ id: 'File' });

export const fileRoutes = {
  upload: defineRoute({
    id: 'file.upload',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/files',
    summary: '上传一个文件（multipart/form-data，一个文件部分）',
    permission: 'file.upload',
    audit: 'file.upload',
    params: organParams,
    body: 'multipart',
    response: file,
    creates: true,
    problems: ['not-found', 'too-many', 'unavailable'],
  }),
  read: defineRoute({
    id: 'file.read',
    method: 'GET',
    path: '/api/files/:regionId/:fileId',
    summary: '文件的名称、类型、大小和校验值',
    permission: 'file.read',
    params: fileParams,
    response: file,
    problems: ['not-found'],
  }),
  download: defineRoute({
    id: 'file.download',
    method: 'GET',
    path: '/api/files/:regionId/:fileId/content',
    summary: '下载文件；支持 HEAD、单段 Range 和 If-None-Match',
    permission: 'file.read',
    params: fileParams,
    response: 'bytes',
    problems: ['not-found', 'range-refused', 'unavailable'],
  }),
};
