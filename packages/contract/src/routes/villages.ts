import { DUE_STATES, type DueState } from '@zhaoshi/domain/village/due-items';
import { VILLAGE_ITEM_NAMES, type VillageItem } from '@zhaoshi/domain/village/village-items';
import {
  LONGEST_BODY,
  LONGEST_SUBJECT,
  MOST_PHOTOS,
  POST_KIND_NAMES,
  type PostKind,
} from '@zhaoshi/domain/village/village-post';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const item = z.enum([...VILLAGE_ITEM_NAMES] as [VillageItem, ...VillageItem[]]);
const kind = z.enum([...POST_KIND_NAMES] as [PostKind, ...PostKind[]]);
const state = z.enum(Object.keys(DUE_STATES) as [DueState, ...DueState[]]);

const postParams = z.object({ regionId: id, postId: id });

const dueItem = z.object({ item, from: civilDate, to: civilDate, dueOn: civilDate, state });

/** A tick that somebody looked at the pictures: no program reads them. */
const looked = z.boolean();

const contentFields = {
  kind,
  /** What an important matter is about, its title in public; empty of all others. */
  subject: z.string('应为文字').trim().max(LONGEST_SUBJECT, `不超过 ${LONGEST_SUBJECT} 字`).default(''),
  body: z.string('应为文字').max(LONGEST_BODY, `不超过 ${LONGEST_BODY} 字`).default(''),
  photoFileIds: z.array(id).max(MOST_PHOTOS, `不超过 ${MOST_PHOTOS} 张`).default([]),
  hasLooked: looked.default(false),
  committeeSigner: line(50),
  supervisorSigner: line(50),
  /** Findings of the scan that may stand, each with its reason. */
  justified: z
    .array(z.strictObject({ key: z.string().max(100), reason: line(200) }))
    .max(200)
    .default([]),
};

const photo = z.object({
  place: z.int(),
  /** The day on which the board was photographed; `null`: part of what was posted. */
  boardOn: civilDate.nullable(),
});

const postFacts = {
  ...organKey,
  postId: id,
  item,
  from: civilDate,
  to: civilDate,
  title: z.string(),
  subject: z.string(),
  kind,
  body: z.string(),
  visibleFrom: civilDate,
  visibleUntil: civilDate,
  committeeSigner: z.string(),
  supervisorSigner: z.string(),
  photos: z.array(photo),
  postedAt: moment,
  version,
};

export const villagePost = z
  .object({
    ...postFacts,
    villageName: z.string(),
    /** All editions, the newest first; what earlier ones said is kept and not public. */
    editions: z.array(z.object({ edition: z.int(), postedAt: moment, by: z.string(), reason: z.string() })),
    abilities,
  })
  .meta({ id: 'VillagePost' });

const text = (longest: number) =>
  z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`).default('');

const villageQuestion = z
  .object({
    regionId: id,
    voiceId: id,
    number: z.string(),
    receivedAt: moment,
    dueOn: civilDate,
    isOverdue: z.boolean(),
    text: z.string(),
    isAnswered: z.boolean(),
    shows: z.boolean().nullable(),
    shownText: z.string(),
    reply: z.string(),
    refusal: z.string(),
    version,
    abilities,
  })
  .meta({ id: 'VillageQuestion' });

export const villageRoutes = {
  desk: defineRoute({
    id: 'village.desk',
    method: 'GET',
    path: '/api/villages/:regionId/:organId',
    summary: '一个村本月、本季度该公布的村务',
    permission: 'village.read',
    params: organParams,
    response: z.object({
      ...organKey,
      name: z.string(),
      /** Only 村（居）民委员会 keep 村务公开; of others nothing is due. */
      isVillage: z.boolean(),
      law: z.string(),
      due: z.array(dueItem),
      /** Who signed last, for the next post. */
      signers: z.object({ committee: z.string(), supervisor: z.string() }),
      /** Asked and not answered. */
      openQuestions: z.int(),
      /** Its public page; `null` where it has none. */
      publicPath: z.string().nullable(),
      abilities,
    }),
    problems: ['not-found'],
  }),
  posts: defineRoute({
    id: 'village.posts',
    method: 'GET',
    path: '/api/villages/:regionId/:organId/posts',
    summary: '一个村公布的村务，最近的在前',
    permission: 'village.read',
    params: organParams,
    query: pageQuery,
    response: page(z.object(postFacts).meta({ id: 'VillagePostRow' })),
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'village.read',
    method: 'GET',
    path: '/api/village-posts/:regionId/:postId',
    summary: '一次公布的村务和它的各版',
    permission: 'village.read',
    params: postParams,
    response: villagePost,
    versioned: true,
    problems: ['not-found'],
  }),
  uploadPhoto: defineRoute({
    id: 'village.uploadPhoto',
    method: 'POST',
    path: '/api/villages/:regionId/:organId/photos',
    summary: '上传照片（JPEG、PNG）；拍摄地点、设备等附带信息去掉后保存',
    permission: 'village.write',
    audit: 'file.upload',
    params: organParams,
    body: 'multipart',
    response: z.object({ fileId: id }),
    creates: true,
    problems: ['not-found', 'invalid', 'too-large', 'too-many', 'unsupported-type', 'unavailable'],
  }),
  post: defineRoute({
    id: 'village.post',
    method: 'POST',
    path: '/api/villages/:regionId/:organId/posts',
    summary: '公布村务：文字、表格或者照片；公布以前扫描个人信息',
    permission: 'village.write',
    audit: 'village.post',
    params: organParams,
    body: z.strictObject({ item, from: civilDate, to: civilDate, ...contentFields }),
    response: z.object({ postId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  correct: defineRoute({
    id: 'village.correct',
    method: 'POST',
    path: '/api/village-posts/:regionId/:postId/corrections',
    summary: '更正公布的村务：写明原因，公布新的一版；原来的一版留存、不再公开',
    permission: 'village.write',
    audit: 'village.correct',
    params: postParams,
    body: z.strictObject({ ...contentFields, reason: line(500) }),
    response: villagePost,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  photographBoard: defineRoute({
    id: 'village.photographBoard',
    method: 'POST',
    path: '/api/village-posts/:regionId/:postId/board-photos',
    summary: '登记村务公开栏的照片和拍摄日期；从张贴之日起也至少展示十五日',
    permission: 'village.write',
    audit: 'village.photographBoard',
    params: postParams,
    body: z.strictObject({ fileId: id, boardOn: civilDate, hasLooked: looked }),
    response: z.object({ visibleUntil: civilDate }),
    creates: true,
    // Of the edition that hangs on the board: one that was corrected meanwhile is not what the photo shows.
    ifMatch: true,
    problems: ['not-found'],
  }),
  photo: defineRoute({
    id: 'village.photo',
    method: 'GET',
    path: '/api/village-posts/:regionId/:postId/photos/:place',
    summary: '公布的照片、公开栏照片',
    permission: 'village.read',
    params: postParams.extend({ place: z.coerce.number().int().min(1).max(100) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  questions: defineRoute({
    id: 'village.questions',
    method: 'GET',
    path: '/api/villages/:regionId/:organId/questions',
    summary: '村民在门户上的提问，没有答复的在前；不含姓名和联系方式',
    permission: 'village.write',
    params: organParams,
    response: z.object({ items: z.array(villageQuestion) }),
    problems: ['not-found'],
  }),
  answer: defineRoute({
    id: 'village.answer',
    method: 'PUT',
    path: '/api/village-questions/:regionId/:voiceId',
    summary: '答复村民的提问，决定是否公开展示',
    permission: 'village.write',
    audit: 'village.answer',
    params: z.object({ regionId: id, voiceId: id }),
    body: z.strictObject({
      shows: z.boolean(),
      shownText: text(2000),
      reply: text(4000),
      refusal: text(1000),
    }),
    response: villageQuestion,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  overview: defineRoute({
    id: 'village.overview',
    method: 'GET',
    path: '/api/village-overview',
    summary: '各村每个公开事项的情况',
    permission: 'village.read',
    query: pageQuery,
    response: page(
      z
        .object({
          ...organKey,
          name: z.string(),
          townshipName: z.string(),
          /** The day of its first post; `null`: it has posted nothing here. */
          keptSince: civilDate.nullable(),
          lights: z.array(z.object({ item, state })),
          openQuestions: z.int(),
          /** Posts shown now without a photo of the board. */
          withoutBoard: z.int(),
          publicPath: z.string(),
          abilities,
        })
        .meta({ id: 'VillageRow' }),
    ),
  }),
  remind: defineRoute({
    id: 'village.remind',
    method: 'POST',
    path: '/api/villages/:regionId/:organId/reminder',
    summary: '督促一个村公布还没有公布的村务；在平台内通知村里的经办人',
    permission: 'village.remind',
    audit: 'village.remind',
    params: organParams,
    response: z.object({ told: z.int(), waiting: z.int() }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
