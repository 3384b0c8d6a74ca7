import { isIP } from 'node:net';
import { z } from 'zod';
import { configArea } from '../config-area.ts';

/** An address, a CIDR range, or one of the names that the proxy list knows. */
function isProxy(entry: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = '', bits, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const listOf = (text: string): string[] => text.split(',').map((entry) => entry.trim());

/** How readers reach the site. */
export const siteArea = configArea({
  title: '网站',
  settings: z.object({
    ZHAOSHI_PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的网址' })
      .refine((url) => new URL(url).pathname === '/', '不能带路径')
      .optional(),
    ZHAOSHI_TRUSTED_PROXIES: z
      .string()
      .refine((text) => listOf(text).every(isProxy), '应为逗号分隔的地址或网段，如 loopback,10.0.0.0/8')
      .optional(),
  }),
  help: {
    ZHAOSHI_PUBLIC_URL: '公众访问的网址，用于站点地图、订阅和邮件中的链接，如 https://www.example.gov.cn',
    ZHAOSHI_TRUSTED_PROXIES: '前置反向代理的地址或网段，只有它们转来的来访地址才被采信；默认没有',
  },
  secrets: [],
  build: (found) => ({
    /** Scheme and host without a path, "https://www.example.gov.cn"; `null`: not told. */
    publicUrl: found.ZHAOSHI_PUBLIC_URL === undefined ? null : new URL(found.ZHAOSHI_PUBLIC_URL).origin,
    /** Whose `X-Forwarded-For` is believed. */
    trustedProxies: found.ZHAOSHI_TRUSTED_PROXIES === undefined ? [] : listOf(found.ZHAOSHI_TRUSTED_PROXIES),
  }),
});
