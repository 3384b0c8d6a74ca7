import {
  MEDIA_KINDS,
  MEDIA_POST_STATES,
  type MediaKind,
  type MediaPostState,
} from '@zhaoshi/domain/disclosure/channels/new-media';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { documentParams } from './documents.ts';

const mediaKind = z.enum(Object.keys(MEDIA_KINDS) as [MediaKind, ...MediaKind[]]);
const mediaState = z.enum(Object.keys(MEDIA_POST_STATES) as [MediaPostState, ...MediaPostState[]]);

/** Where the platform's connection takes articles; empty: posted by hand. */
const address = z
  .string('应为文字')
  .trim()
  .max(500, '不超过 500 字')
  .refine((text) => text === '' || /^https?:\/\//.test(text), '应为 http:// 或 https:// 开头的网址');

const account = z
  .object({
    ...organKey,
    mediaId: id,
    kind: mediaKind,
    name: z.string(),
    /** It may carry a key: empty for whoever does not set it up. */
    address: z.string(),
    isConnected: z.boolean(),
    closedOn: civilDate.nullable(),
    version,
    abilities,
  })
  .meta({ id: 'MediaAccount' });

const post = z
  .object({
    ...organKey,
    postId: id,
    organName: z.string(),
    mediaId: id,
    accountName: z.string(),
    /** Posted and taken down by hand. */
    isManual: z.boolean(),
    documentId: id,
    edition: z.int(),
    title: z.string(),
    state: mediaState,
    /** Why the last try did not succeed, in words. */
    failure: z.string().nullable(),
    link: z.string(),
    /** Nothing of the document is public any more: the post has to go. */
    isWithdrawn: z.boolean(),
    askedBy: z.string(),
    askedAt: moment,
    changedAt: moment,
    version,
    abilities,
  })
  .meta({ id: 'MediaPost' });

const mediaParams = z.object({ regionId: id, mediaId: id });

export const newMediaRoutes = {
  accounts: defineRoute({
    id: 'newMedia.accounts',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/media-accounts',
    summary: '登记的政务新媒体账号',
    permission: 'document.read',
    params: organParams,
    response: z.object({ items: z.array(account) }),
    problems: ['not-found'],
  }),
  register: defineRoute({
    id: 'newMedia.register',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/media-accounts',
    summary: '登记一个政务新媒体账号',
    permission: 'channel.manage',
    audit: 'newMedia.edit',
    params: organParams,
    body: z.strictObject({ kind: mediaKind, name: line(100), address }),
    response: z.object({ mediaId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'newMedia.edit',
    method: 'PUT',
    path: '/api/media-accounts/:regionId/:mediaId',
    summary: '修改、注销一个账号',
    permission: 'channel.manage',
    audit: 'newMedia.edit',
    params: mediaParams,
    body: z.strictObject({ name: line(100), address, isClosed: z.boolean() }),
    response: account,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  article: defineRoute({
    id: 'newMedia.article',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/article',
    summary: '公众号文章：可以直接粘贴到编辑器的正文；只用已经公开的版本',
    permission: 'document.read',
    params: documentParams,
    response: z.object({
      title: z.string(),
      author: z.string(),
      digest: z.string(),
      /** Styles are inline; pictures are named and not in it. */
      html: z.string(),
      pictures: z.array(z.object({ fileId: id, name: z.string(), alt: z.string() })),
      /** 阅读原文 */
      source: z.string(),
    }),
    problems: ['not-found', 'state-refuses'],
  }),
  articleFile: defineRoute({
    id: 'newMedia.articleFile',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/article.zip',
    summary: '公众号文章和图片（zip）',
    permission: 'document.read',
    params: documentParams,
    response: 'bytes',
    problems: ['not-found', 'state-refuses'],
  }),
  post: defineRoute({
    id: 'newMedia.post',
    method: 'POST',
    path: '/api/media-accounts/:regionId/:mediaId/posts',
    summary: '发到一个账号：接入平台的由后台任务发送，没有接入的登记人工发布',
    permission: 'channel.manage',
    audit: 'newMedia.post',
    params: mediaParams,
    body: z.strictObject({ documentId: id }),
    response: z.object({ postId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  posts: defineRoute({
    id: 'newMedia.posts',
    method: 'GET',
    path: '/api/media-posts',
    summary: '新媒体发布登记，最近的在前',
    permission: 'document.read',
    query: pageQuery.extend({
      organId: id.optional(),
      /** toTakeDown: the document was withdrawn and the post still stands. */
      stage: z.enum(['toTakeDown']).optional(),
    }),
    response: page(post),
  }),
  note: defineRoute({
    id: 'newMedia.note',
    method: 'POST',
    path: '/api/media-posts/:regionId/:postId/state',
    summary: '登记一条的情况：已发布（链接）、已撤下，或者重新发送',
    permission: 'channel.manage',
    audit: 'newMedia.post',
    params: z.object({ regionId: id, postId: id }),
    body: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('posted'), link: address }),
      z.strictObject({ state: z.literal('takenDown') }),
      z.strictObject({ state: z.literal('waiting') }),
    ]),
    response: post,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
