import { smtpSender } from '../mail/smtp.ts';
import { webhookSender } from '../webhook/webhook.ts';
import { captureSender } from './capture.ts';
import type { MessageSenders } from './sender.ts';
import type { MessagingSettings } from './settings.ts';

/** The way out of each channel, as the settings have it. */
export function createSenders({ smtp, webhook }: MessagingSettings): MessageSenders {
  const gateway = (url: string | null) =>
    webhook === null || url === null ? captureSender : webhookSender({ ...webhook, gateway: url });
  return {
    mail: smtp === null ? captureSender : smtpSender(smtp),
    sms: gateway(webhook?.sms ?? null),
    wechat: gateway(webhook?.wechat ?? null),
    webhook: webhook === null ? captureSender : webhookSender({ ...webhook, gateway: null }),
  };
}
