import { z } from 'zod';
import { configArea } from '../../config-area.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const isSafe = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK.has(hostname);
};

/** Single sign-on by OpenID Connect. */
export const singleSignOnArea = configArea({
  title: '统一身份认证',
  settings: z.object({
    ZHAOSHI_OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: '应为 https:// 开头的网址' })
      .refine(isSafe, '应为 https:// 开头的网址（只有本机可用 http）')
      .optional(),
    ZHAOSHI_OIDC_CLIENT_ID: z.string().trim().min(1, '不能为空').optional(),
    ZHAOSHI_OIDC_CLIENT_SECRET: z.string().min(1, '不能为空').optional(),
    ZHAOSHI_OIDC_SCOPES: z
      .string()
      .trim()
      .refine((text) => text.split(/\s+/).includes('openid'), '应含 openid')
      .default('openid'),
    ZHAOSHI_OIDC_TITLE: z.string().trim().min(1, '不能为空').max(30, '不超过 30 字').default('统一身份认证'),
  }),
  help: {
    ZHAOSHI_OIDC_ISSUER:
      '统一身份认证平台（OpenID Connect）的签发者网址；默认不用。须同时设置 ZHAOSHI_PUBLIC_URL',
    ZHAOSHI_OIDC_CLIENT_ID: '在该平台登记的应用编号；回调地址登记为 <网站网址>/api/sign-in/oidc/callback',
    ZHAOSHI_OIDC_CLIENT_SECRET: '在该平台登记的应用密钥；公开客户端不设',
    ZHAOSHI_OIDC_SCOPES: '申请的范围，空格分隔，默认 openid',
    ZHAOSHI_OIDC_TITLE: '登录页上的名称，默认“统一身份认证”',
  },
  secrets: ['ZHAOSHI_OIDC_CLIENT_SECRET'],
  build: (found) =>
    found.ZHAOSHI_OIDC_ISSUER === undefined
      ? null
      : {
          issuer: found.ZHAOSHI_OIDC_ISSUER,
          /** `null`: forgotten, which the start refuses. */
          clientId: found.ZHAOSHI_OIDC_CLIENT_ID ?? null,
          clientSecret: found.ZHAOSHI_OIDC_CLIENT_SECRET ?? null,
          scopes: found.ZHAOSHI_OIDC_SCOPES,
          title: found.ZHAOSHI_OIDC_TITLE,
        },
});
