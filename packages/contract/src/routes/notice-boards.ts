import { POSTER_STATES, type PosterState } from '@zhaoshi/domain/disclosure/channels/board-showing';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, optionalLine, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const POSTER_STATE_NAMES = Object.keys(POSTER_STATES) as [PosterState, ...PosterState[]];

const boardFields = z.strictObject({
  place: line(100),
  /** An office or a post that looks after it. */
  keeper: optionalLine(100),
});

export const noticeBoard = z
  .object({
    ...organKey,
    boardId: id,
    place: z.string(),
    keeper: z.string(),
    closedOn: civilDate.nullable(),
    /** What hangs there now. */
    hanging: z.int(),
    version,
    abilities,
  })
  .meta({ id: 'NoticeBoard' });

export const boardPosting = z
  .object({
    ...organKey,
    postingId: id,
    organName: z.string(),
    boardId: id,
    boardPlace: z.string(),
    documentId: id,
    edition: z.int(),
    title: z.string(),
    documentNumber: z.string(),
    postedOn: civilDate,
    postedBy: z.string(),
    /** The last day that it must hang, and why. */
    shownUntil: civilDate,
    shownWords: z.string(),
    plannedOn: civilDate,
    takenDownOn: civilDate.nullable(),
    takenDownBy: z.string().nullable(),
    /** `null` once it is down. */
    state: z.enum(POSTER_STATE_NAMES).nullable(),
    hasPhoto: z.boolean(),
    hasRemovalPhoto: z.boolean(),
    note: z.string(),
    version,
    abilities,
  })
  .meta({ id: 'BoardPosting' });

const note = z.string().trim().max(500, '不超过 500 字').default('');

export const postingFilter = z.object({
  organId: id.optional(),
  boardId: id.optional(),
  /** hanging: not taken down; due: of these to be taken down now; down. */
  stage: z.enum(['hanging', 'due', 'down']).optional(),
});

const postingParams = z.object({ regionId: id, postingId: id });

export const noticeBoardRoutes = {
  list: defineRoute({
    id: 'noticeBoard.list',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/notice-boards',
    summary: '一个机关的公示栏',
    permission: 'document.read',
    params: organParams,
    response: z.object({ items: z.array(noticeBoard) }),
    problems: ['not-found'],
  }),
  create: defineRoute({
    id: 'noticeBoard.create',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/notice-boards',
    summary: '登记一处公示栏',
    permission: 'channel.manage',
    audit: 'noticeBoard.edit',
    params: organParams,
    body: boardFields,
    response: z.object({ boardId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'noticeBoard.edit',
    method: 'PUT',
    path: '/api/notice-boards/:regionId/:boardId',
    summary: '修改、停用一处公示栏；还有张贴的不能停用',
    permission: 'channel.manage',
    audit: 'noticeBoard.edit',
    params: z.object({ regionId: id, boardId: id }),
    body: boardFields.extend({ isClosed: z.boolean() }),
    response: noticeBoard,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  postings: defineRoute({
    id: 'noticeBoard.postings',
    method: 'GET',
    path: '/api/board-postings',
    summary: '公示栏张贴登记，最近张贴的在前',
    permission: 'document.read',
    query: pageQuery.extend(postingFilter.shape),
    response: page(boardPosting),
  }),
  showing: defineRoute({
    id: 'noticeBoard.showing',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/board-showing',
    summary: '这份文件从某日张贴，至少要张贴到哪一日',
    permission: 'document.read',
    params: z.object({ regionId: id, documentId: id }),
    query: z.object({ from: civilDate }),
    response: z.object({ until: civilDate, words: z.string(), edition: z.int() }),
    problems: ['not-found', 'state-refuses'],
  }),
  uploadPhoto: defineRoute({
    id: 'noticeBoard.uploadPhoto',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/board-photos',
    summary: '上传张贴照片（JPEG、PNG）；拍摄地点、设备等附带信息去掉后保存',
    permission: 'channel.manage',
    audit: 'file.upload',
    params: organParams,
    body: 'multipart',
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found', 'invalid', 'too-large', 'too-many', 'unsupported-type', 'unavailable'],
  }),
  post: defineRoute({
    id: 'noticeBoard.post',
    method: 'POST',
    path: '/api/notice-boards/:regionId/:boardId/postings',
    summary: '登记一次张贴；只能张贴已经公开的文件',
    permission: 'channel.manage',
    audit: 'noticeBoard.post',
    params: z.object({ regionId: id, boardId: id }),
    body: z.strictObject({
      documentId: id,
      postedOn: civilDate,
      /** Without it the day after the last day of the showing. */
      plannedOn: civilDate.nullable().default(null),
      photoFileId: id.nullable().default(null),
      note,
    }),
    response: z.object({ postingId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  takeDown: defineRoute({
    id: 'noticeBoard.takeDown',
    method: 'POST',
    path: '/api/board-postings/:regionId/:postingId/removal',
    summary: '登记撤下；公示期没有满的不能撤下，信息已撤回的除外',
    permission: 'channel.manage',
    audit: 'noticeBoard.takeDown',
    params: postingParams,
    body: z.strictObject({ on: civilDate, photoFileId: id.nullable().default(null), note }),
    response: boardPosting,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  photo: defineRoute({
    id: 'noticeBoard.photo',
    method: 'GET',
    path: '/api/board-postings/:regionId/:postingId/photos/:which',
    summary: '张贴、撤下时的照片',
    permission: 'document.read',
    params: postingParams.extend({ which: z.enum(['posted', 'removed']) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  export: defineRoute({
    id: 'noticeBoard.export',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/board-postings/export',
    summary: '导出公示栏张贴登记簿（xlsx）',
    permission: 'document.read',
    params: organParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
};
