import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { documentParams } from './documents.ts';

export const posterRoutes = {
  file: defineRoute({
    id: 'poster.file',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/poster',
    summary: '张贴用的海报（PDF）；只用已经公开的版本，公开前检查有问题的不生成',
    permission: 'document.read',
    params: documentParams,
    query: z.object({
      paper: z.enum(['a4', 'a3']).default('a4'),
      /** sheets: all of the text; excerpt: one sheet, the rest by the QR code. */
      fit: z.enum(['sheets', 'excerpt']).default('sheets'),
    }),
    response: 'bytes',
    problems: ['not-found', 'state-refuses'],
  }),
};
