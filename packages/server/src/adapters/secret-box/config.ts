import { z } from 'zod';
import { configArea } from '../../config-area.ts';
import { KEY_BYTES } from './secret-box.ts';

const isKey = (text: string): boolean =>
  /^[A-Za-z0-9_-]{43}=?$/.test(text) && Buffer.from(text, 'base64url').length === KEY_BYTES;

/** The key that seals what must not be read from the database or a copy of it. */
export const secretBoxArea = configArea({
  title: '密钥',
  settings: z.object({
    ZHAOSHI_SECRET_KEY: z
      .string()
      .trim()
      .refine(isKey, '应为 32 个随机字节的 base64url 文字，可用 openssl rand -base64 32 | tr +/ -_ 生成')
      .optional(),
  }),
  help: {
    ZHAOSHI_SECRET_KEY:
      '加密动态口令密钥等内容的密钥，32 个随机字节的 base64url 文字；默认在数据文件夹首次启动时生成 secret.key。几台服务器共用一个数据库时必须设置成同一个',
  },
  secrets: ['ZHAOSHI_SECRET_KEY'],
  build: (found) => ({
    /** `null`: the key of the data folder. */
    key: found.ZHAOSHI_SECRET_KEY === undefined ? null : Buffer.from(found.ZHAOSHI_SECRET_KEY, 'base64url'),
  }),
});
