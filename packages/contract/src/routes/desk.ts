import { NOTIFICATION_KINDS, type NotificationKind } from '@zhaoshi/domain/notification/notification-kinds';
import { TODO_KINDS, type TodoKind } from '@zhaoshi/domain/todo/todo-items';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, line, moment } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const NOTICES = Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]];
const KINDS = Object.keys(TODO_KINDS) as [TodoKind, ...TodoKind[]];

const applicationIds = z.object({ regionId: id, applicationId: id });

const organIds = z.object({ regionId: id, organId: id });

const documentIds = z.object({ regionId: id, documentId: id });

export const todoItem = z
  .object({
    kind: z.enum(KINDS),
    title: z.string(),
    /** The rule behind it; empty where it is the program's own. */
    law: z.string(),
    count: z.int(),
    /** The year that it is about. */
    year: z.int().nullable(),
    dueOn: civilDate.nullable(),
    isOverdue: z.boolean(),
    /** The case, where it is about a single one. */
    application: applicationIds.nullable(),
    /** The document, where it is about a single one. */
    document: documentIds.nullable(),
    /** The unit of an assessment where it is seen to, the first of several. */
    assessedUnit: z.object({ regionId: id, assessmentId: id, unitOrganId: id }).nullable(),
    /** The organ, where it is about a single one that may not be the person's own. */
    organ: organIds.nullable(),
  })
  .meta({ id: 'TodoItem' });

/** `kind` is `null` for one of a version of the program that this one does not know. */
export const notification = z
  .object({
    notificationId: id,
    kind: z.enum(NOTICES).nullable(),
    words: z.string(),
    createdAt: moment,
    isRead: z.boolean(),
    /** The case that it is about. */
    application: applicationIds.nullable(),
    /** The document that it is about. */
    document: documentIds.nullable(),
    /** The working calendar that it is about. */
    calendar: organIds.extend({ year: z.int() }).nullable(),
    /** The entry of the to-do list where it is seen to. */
    todo: z.enum(KINDS).nullable(),
    /** The request to amend a record that it is about. */
    amendment: z.object({ regionId: id, amendmentId: id }).nullable(),
    /** The 政务舆情 that it is about. */
    opinion: z.object({ regionId: id, opinionId: id }).nullable(),
  })
  .meta({ id: 'Notification' });

/** A thing that the search of the console found; where it is shown follows from its kind. */
export const foundThing = z
  .object({
    kind: z.enum(['organ', 'account', 'document', 'application']),
    regionId: id.nullable(),
    id,
    title: z.string(),
    note: z.string(),
    /** Of published things, the page of the portal. */
    publicPath: z.string().nullable(),
  })
  .meta({ id: 'FoundThing' });

/** What is on a person's desk: what waits, what they are told, what they look for. */
export const deskRoutes = {
  todo: defineRoute({
    id: 'desk.todo',
    method: 'GET',
    path: '/api/todo',
    summary: '待办事项，期限近的在前',
    permission: 'todo.read',
    response: z.object({ items: z.array(todoItem) }),
  }),
  notifications: defineRoute({
    id: 'desk.notifications',
    method: 'GET',
    path: '/api/notifications',
    summary: '给我的通知，最新的在前',
    permission: 'self',
    query: pageQuery,
    response: page(notification).extend({ unread: z.int() }),
  }),
  markRead: defineRoute({
    id: 'desk.markRead',
    method: 'PUT',
    path: '/api/notifications/read',
    summary: '把某一时刻以前的通知标为已读',
    permission: 'self',
    audit: 'notification.read',
    body: z.object({ upTo: moment }),
    response: 'nothing',
  }),
  search: defineRoute({
    id: 'desk.search',
    method: 'GET',
    path: '/api/search',
    summary: '检索机关、账号、申请（登记号、内容摘要）和已公开的信息',
    permission: 'search.use',
    query: z.object({ q: line(100) }),
    response: z.object({ items: z.array(foundThing) }),
  }),
};
