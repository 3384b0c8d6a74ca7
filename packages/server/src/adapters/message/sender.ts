/** The ways out of the house. */
export const MESSAGE_CHANNELS = ['mail', 'sms', 'wechat', 'webhook'] as const;

export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** A message ready to leave. Address and words are personal data: they never go into logs or errors. */
export interface OutgoingMessage {
  /** Stays the same when a delivery is tried again, so that the receiver can drop the second copy. */
  readonly messageId: string;
  readonly channel: MessageChannel;
  /** Mail address, telephone number, WeChat openid or URL, by the channel. */
  readonly address: string;
  readonly template: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `captured`: the channel has no gateway; the message is kept to be read in the console and went nowhere. */
export type Dispatch = 'sent' | 'captured';

/** A way out. Resolves when the next system has taken the message over; a `DeliveryError` says why it has not. */
export interface MessageSender {
  readonly send: (message: OutgoingMessage, signal: AbortSignal) => Promise<Dispatch>;
}

export type MessageSenders = Readonly<Record<MessageChannel, MessageSender>>;

/** Why a message did not leave. Codes are kept with the job and shown; nothing of the message is. */
export const DELIVERY_FAULTS = {
  'address-refused': { permanent: true, title: '收件地址无效或不允许发送' },
  'gateway-unreachable': { permanent: false, title: '连接不上发送网关' },
  'gateway-timeout': { permanent: false, title: '发送网关超时没有应答' },
  'gateway-untrusted': { permanent: false, title: '发送网关的证书无效，已拒绝发送' },
  'gateway-unencrypted': { permanent: false, title: '发送网关不支持加密，已拒绝发送' },
  'gateway-sign-in': { permanent: false, title: '发送网关不接受账号或密码' },
  'gateway-busy': { permanent: false, title: '发送网关暂时不接收' },
  'gateway-refused': { permanent: true, title: '发送网关拒收' },
} as const satisfies Readonly<Record<string, { readonly permanent: boolean; readonly title: string }>>;

export type DeliveryFault = keyof typeof DELIVERY_FAULTS;

export class DeliveryError extends Error {
  readonly code: DeliveryFault;
  constructor(code: DeliveryFault) {
    super(code);
    this.code = code;
  }
}
