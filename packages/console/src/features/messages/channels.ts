import type { RouteRequest } from '@zhaoshi/contract/define-route';
import type { messageRoutes } from '@zhaoshi/contract/routes/messages';

export type Channel = RouteRequest<typeof messageRoutes.sendTest>['body']['channel'];

/** The ways a message takes, with what an address is there. */
export const CHANNELS = {
  mail: { label: '邮件', address: '电子邮箱' },
  sms: { label: '短信', address: '手机号' },
  wechat: { label: '微信', address: '用户标识（openid）' },
  webhook: { label: '接口推送', address: '接收方标识' },
} as const satisfies Readonly<Record<Channel, { readonly label: string; readonly address: string }>>;

export const CHANNEL_OPTIONS = (Object.keys(CHANNELS) as Channel[]).map((value) => ({
  value,
  label: CHANNELS[value].label,
}));
