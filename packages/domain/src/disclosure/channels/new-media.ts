/** Where a government's account stands (政务新媒体); account names are registered (publication.md §12). */
export const MEDIA_KINDS = {
  wechat: '微信公众号',
  weibo: '微博',
  app: '移动客户端',
  other: '其他平台',
} as const;

export type MediaKind = keyof typeof MEDIA_KINDS;

/** How a post to an account stands. */
export const MEDIA_POST_STATES = {
  waiting: '等待发送',
  sent: '平台已接收',
  posted: '已发布',
  failed: '发送失败',
  takeDownAsked: '已通知平台撤下',
  takeDownFailed: '通知撤下失败',
  takenDown: '已撤下',
} as const;

export type MediaPostState = keyof typeof MEDIA_POST_STATES;
