import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, moment, organKey } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const channel = z.enum(['mail', 'sms', 'wechat', 'webhook']);

const state = z.enum(['queued', 'sent', 'captured', 'failed']);

const message = z
  .object({
    regionId: organKey.regionId,
    messageId: id,
    organName: z.string(),
    channel,
    template: z.string(),
    /** The template in words. */
    title: z.string(),
    /** Whom it goes to, `<kind>/<id>`; never an address. */
    recipient: z.string(),
    state,
    attempts: z.int(),
    /** Why it has not left, in words. */
    reason: z.string().nullable(),
    requestedAt: moment,
    settledAt: moment.nullable(),
    abilities,
  })
  .meta({ id: 'Message' });

export const messageRoutes = {
  list: defineRoute({
    id: 'message.list',
    method: 'GET',
    path: '/api/messages',
    summary: '发出的通知，最新的在前；不含地址和内容',
    permission: 'message.read',
    query: pageQuery.extend({ state: state.optional() }),
    response: page(message),
  }),
  readCaptured: defineRoute({
    id: 'message.readCaptured',
    method: 'GET',
    path: '/api/messages/:regionId/:messageId/captured',
    summary: '一份没有发出、留存在系统内的通知（未配置发送网关时）',
    permission: 'message.read',
    params: z.object({ regionId: organKey.regionId, messageId: id }),
    response: z.object({ address: z.string(), subject: z.string(), text: z.string(), abilities }),
    problems: ['not-found'],
  }),
  sendTest: defineRoute({
    id: 'message.sendTest',
    method: 'POST',
    path: '/api/messages/test',
    summary: '向一个地址发送测试通知，检查发送网关的设置',
    permission: 'message.test',
    audit: 'message.test',
    body: z.object({
      ...organKey,
      channel,
      address: z
        .string('应为文字')
        .trim()
        .min(1, '不能为空')
        .max(500, '不超过 500 字')
        .regex(/^[\u0021-\u007e]*$/, '不能含空格、汉字或控制字符'),
    }),
    response: z.object({ regionId: organKey.regionId, messageId: id }),
    creates: true,
    problems: ['not-found', 'too-many'],
  }),
};
