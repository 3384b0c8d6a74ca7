import {
  isMobile,
  NOTICE_DELIVERIES,
  type NoticeDelivery,
  parseTime,
} from '@zhaoshi/domain/notification/notice-times';
import { RHYTHM_ITEMS, type RhythmItem } from '@zhaoshi/domain/notification/yearly-rhythm';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, moment, organKey, organParams } from '../fields.ts';

const time = z.string().refine((text) => parseTime(text) !== null, '应为时:分，如 07:00');

const address = z.union([z.literal(''), z.email('电子邮箱的格式不对，请核对').max(200)]);

const mobile = z
  .string('应为手机号码')
  .trim()
  .refine((text) => text === '' || isMobile(text), '手机号码应为11位数字，请核对')
  .default('');

const preference = {
  delivery: z.enum(Object.keys(NOTICE_DELIVERIES) as [NoticeDelivery, ...NoticeDelivery[]]),
  digestAt: time,
  quietFrom: time,
  quietUntil: time,
  /** Both empty: only the console tells. */
  address,
  mobile,
};

/** How a person is told of what they have to do, and the calendar that they subscribe to. */
export const noticeRoutes = {
  read: defineRoute({
    id: 'ownAccount.readNotices',
    method: 'GET',
    path: '/api/account/notices',
    summary: '本人的提醒怎样送达，日历订阅何时生成、最近何时读取',
    permission: 'self',
    response: z.object({
      ...preference,
      address: z.string(),
      mobile: z.string(),
      /** `null`: there is none. */
      feed: z.object({ madeAt: moment, readAt: moment.nullable() }).nullable(),
    }),
  }),
  set: defineRoute({
    id: 'ownAccount.setNotices',
    method: 'PUT',
    path: '/api/account/notices',
    summary: '设置本人的提醒：随时或者每日汇总、免打扰时段、邮箱、手机',
    permission: 'self',
    audit: 'notice.setPreference',
    body: z.strictObject(preference),
    response: 'nothing',
  }),
  makeFeed: defineRoute({
    id: 'ownAccount.makeFeed',
    method: 'POST',
    path: '/api/account/calendar-feed',
    summary: '生成本人的日历订阅地址，原有的作废；地址只在这一次的答复里显示',
    permission: 'self',
    audit: 'notice.makeFeed',
    response: z.object({ path: z.string() }),
  }),
  endFeed: defineRoute({
    id: 'ownAccount.endFeed',
    method: 'DELETE',
    path: '/api/account/calendar-feed',
    summary: '停用本人的日历订阅地址',
    permission: 'self',
    audit: 'notice.endFeed',
    response: 'nothing',
  }),
};

const item = z.enum(RHYTHM_ITEMS as [RhythmItem, ...RhythmItem[]]);

/** What comes round every year and no other register asks for. */
export const rhythmRoutes = {
  ofYear: defineRoute({
    id: 'rhythm.ofYear',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/rhythm',
    summary: '一年里每年（每季度）要做的工作，哪些做了、哪些还没有；本年的另有上年没有做的',
    permission: 'work.read',
    params: organParams,
    query: z.object({ year: z.coerce.number('应为年份').int().min(2019).max(2200) }),
    response: z.object({
      ...organKey,
      organName: z.string(),
      turns: z.array(
        z.object({
          item,
          title: z.string(),
          basis: z.string(),
          isLocal: z.boolean(),
          /** The year or quarter in words. */
          period: z.string(),
          /** Its last day, which names the turn. */
          dueOn: civilDate,
          /** `before`: over before the organ began to keep any of it, so that nobody is told. */
          state: z.enum(['done', 'open', 'overdue', 'before']),
          records: z.array(
            z.object({
              /** `word`: the organ said so; else the register that shows it. */
              source: z.enum(['word', 'work', 'assessment', 'survey']),
              doneOn: civilDate,
              /** What the record is called; of a word its note. */
              title: z.string(),
              /** Who said so; empty of a register. */
              by: z.string(),
              regionId: id,
              /** Empty of a word. */
              recordId: z.string(),
            }),
          ),
        }),
      ),
      abilities,
    }),
    problems: ['not-found'],
  }),
  record: defineRoute({
    id: 'rhythm.record',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/rhythm',
    summary: '登记一项年度工作已经做了',
    permission: 'work.write',
    audit: 'rhythm.record',
    params: organParams,
    body: z.strictObject({
      item,
      /** The last day of the year or quarter that it is of; without one the oldest that is open. */
      turnOn: civilDate.optional(),
      doneOn: civilDate,
      note: z.string('应为文字').trim().max(500, '不超过 500 字'),
    }),
    response: 'nothing',
    problems: ['not-found'],
  }),
  remove: defineRoute({
    id: 'rhythm.remove',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/rhythm/remove',
    summary: '取消登记错误的年度工作',
    permission: 'work.write',
    audit: 'rhythm.record',
    params: organParams,
    body: z.strictObject({ item, turnOn: civilDate, doneOn: civilDate }),
    response: 'nothing',
    problems: ['not-found'],
  }),
};
