import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, moment, organKey, organParams } from '../fields.ts';
import { documentKind } from './document-fields.ts';

const candidate = z
  .object({
    documentId: id,
    edition: z.int(),
    title: z.string(),
    documentNumber: z.string(),
    kind: documentKind,
    organName: z.string(),
    publishedAt: moment,
  })
  .meta({ id: 'GazetteCandidate' });

const issue = z
  .object({
    ...organKey,
    issueId: id,
    year: z.int(),
    number: z.int(),
    total: z.int().nullable(),
    datedOn: civilDate,
    /** The document that publishes it, and whether something of it is public now. */
    documentId: id,
    isPublic: z.boolean(),
    /** Something printed in it was withdrawn since: it is not published, and what is public of it has to go. */
    holdsWithdrawn: z.boolean(),
    items: z.array(z.object({ documentId: id, title: z.string(), documentNumber: z.string() })),
    madeBy: z.string(),
    madeAt: moment,
  })
  .meta({ id: 'GazetteIssue' });

export const gazetteRoutes = {
  read: defineRoute({
    id: 'gazette.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/gazette',
    summary: '政府公报：能不能办、已出的各期、可以登载的文件',
    permission: 'document.read',
    params: organParams,
    response: z.object({
      /** Why this organ runs no gazette; `null` when it may. */
      refusal: z.string().nullable(),
      name: z.string(),
      next: z.object({ year: z.int(), number: z.int(), total: z.int().nullable() }),
      issues: z.array(issue),
      candidates: z.array(candidate),
    }),
    problems: ['not-found'],
  }),
  make: defineRoute({
    id: 'gazette.make',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/gazette/issues',
    summary: '编一期公报：封面、目录和正文生成 PDF，建成文件草稿，按通常程序审查后发布',
    permission: 'channel.manage',
    audit: 'gazette.make',
    params: organParams,
    body: z.strictObject({
      year: z.int().min(1949, '年份不对').max(2200, '年份不对'),
      number: z.int().min(1, '期号从 1 起').max(999, '期号不超过 999'),
      total: z.int().min(1).max(99_999).nullable(),
      datedOn: civilDate,
      /** In the order of printing. */
      documentIds: z.array(id).min(1, '请选择要登载的文件').max(100, '一期不超过 100 件'),
    }),
    response: z.object({ regionId: id, issueId: id, documentId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses', 'conflict', 'too-large', 'unavailable'],
  }),
};
