import { z } from 'zod';
import { configArea } from '../../config-area.ts';
import { parseAllowList } from '../webhook/address-policy.ts';

const text = z.string().trim().min(1, '不能为空');

const gateway = z.url({ protocol: /^https?$/, error: '应为 http(s):// 开头的网址' }).optional();

const fields = z.object({
  ZHAOSHI_SMTP_HOST: text.optional(),
  ZHAOSHI_SMTP_PORT: z.coerce.number('应为数字').int('应为整数').min(1).max(65_535).optional(),
  ZHAOSHI_SMTP_SECURITY: z
    .enum(['starttls', 'tls', 'plain'], '应为 starttls、tls 或 plain')
    .default('starttls'),
  ZHAOSHI_SMTP_CA: z.string().includes('-----BEGIN CERTIFICATE-----', { error: '应为 PEM 证书' }).optional(),
  ZHAOSHI_SMTP_USER: text.optional(),
  ZHAOSHI_SMTP_PASSWORD: text.optional(),
  ZHAOSHI_MAIL_FROM: z.email('应为电子邮件地址').default('zhaoshi@localhost.localdomain'),
  ZHAOSHI_SMS_GATEWAY: gateway,
  ZHAOSHI_WECHAT_GATEWAY: gateway,
  ZHAOSHI_WEBHOOK_SECRET: z.string().min(32, '应为 32 个以上的字符').optional(),
  ZHAOSHI_WEBHOOK_ALLOW: z
    .string()
    .default('')
    .refine(
      (list) => parseAllowList(list) !== null,
      '应为主机名或网段，以逗号分隔，如 sms.example.cn,10.1.2.0/24',
    ),
});

/** What only shows when the settings are looked at together, as an issue of the setting to be mended. */
const settings = fields.superRefine((found, context) => {
  const mend = (name: keyof typeof found, message: string): void => {
    context.addIssue({ code: 'custom', path: [name], message });
  };
  if (found.ZHAOSHI_SMTP_USER !== undefined && found.ZHAOSHI_SMTP_PASSWORD === undefined) {
    mend('ZHAOSHI_SMTP_PASSWORD', '设置了 ZHAOSHI_SMTP_USER 时必须设置');
  }
  const gateways = [found.ZHAOSHI_SMS_GATEWAY, found.ZHAOSHI_WECHAT_GATEWAY].filter(
    (url) => url !== undefined,
  );
  if (gateways.length > 0 && found.ZHAOSHI_WEBHOOK_SECRET === undefined) {
    mend('ZHAOSHI_WEBHOOK_SECRET', '设置了网关时必须设置');
  }
  for (const url of gateways) {
    const hostname = URL.parse(url)?.hostname ?? '';
    if (parseAllowList(found.ZHAOSHI_WEBHOOK_ALLOW)?.hosts.has(hostname) !== true) {
      mend('ZHAOSHI_WEBHOOK_ALLOW', `应包含网关的主机名 ${hostname}`);
    }
  }
});

const DEFAULT_PORTS = { starttls: 587, tls: 465, plain: 25 } as const;

/** How messages leave; without a gateway a channel captures them. */
export const messagingArea = configArea({
  title: '邮件、短信、微信和接口通知',
  settings,
  help: {
    ZHAOSHI_SMTP_HOST: '邮件服务器；默认不设，邮件只留存在系统内，不发出',
    ZHAOSHI_SMTP_PORT: '邮件服务器端口；默认 starttls 587、tls 465、plain 25',
    ZHAOSHI_SMTP_SECURITY: 'starttls（默认）、tls，或 plain：不加密，仅用于本机中转',
    ZHAOSHI_SMTP_CA: '邮件服务器证书的签发证书（PEM），用于单位自建的证书体系',
    ZHAOSHI_SMTP_USER: '邮件服务器账号',
    ZHAOSHI_SMTP_PASSWORD: '邮件服务器密码',
    ZHAOSHI_MAIL_FROM: '发件地址',
    ZHAOSHI_SMS_GATEWAY: '短信网关网址；默认不设，短信只留存在系统内',
    ZHAOSHI_WECHAT_GATEWAY: '微信网关网址；默认不设，微信消息只留存在系统内',
    ZHAOSHI_WEBHOOK_SECRET: '对网关和接口通知签名的密钥，32 个以上的字符；默认不设，不能向外发送',
    ZHAOSHI_WEBHOOK_ALLOW: '允许通知的主机名和内网网段，以逗号分隔；默认都不允许',
  },
  secrets: ['ZHAOSHI_SMTP_PASSWORD', 'ZHAOSHI_SMTP_CA', 'ZHAOSHI_WEBHOOK_SECRET'],
  build: (found) => ({
    smtp:
      found.ZHAOSHI_SMTP_HOST === undefined
        ? null
        : {
            host: found.ZHAOSHI_SMTP_HOST,
            port: found.ZHAOSHI_SMTP_PORT ?? DEFAULT_PORTS[found.ZHAOSHI_SMTP_SECURITY],
            security: found.ZHAOSHI_SMTP_SECURITY,
            ca: found.ZHAOSHI_SMTP_CA ?? null,
            signIn:
              found.ZHAOSHI_SMTP_USER === undefined
                ? null
                : { user: found.ZHAOSHI_SMTP_USER, password: found.ZHAOSHI_SMTP_PASSWORD ?? '' },
            from: found.ZHAOSHI_MAIL_FROM,
          },
    webhook:
      found.ZHAOSHI_WEBHOOK_SECRET === undefined
        ? null
        : {
            secret: found.ZHAOSHI_WEBHOOK_SECRET,
            allow: parseAllowList(found.ZHAOSHI_WEBHOOK_ALLOW) ?? { hosts: new Set(), networks: null },
            sms: found.ZHAOSHI_SMS_GATEWAY ?? null,
            wechat: found.ZHAOSHI_WECHAT_GATEWAY ?? null,
          },
  }),
});

export type MessagingSettings = ReturnType<typeof messagingArea.build>;
