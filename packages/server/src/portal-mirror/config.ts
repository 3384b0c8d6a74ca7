import { z } from 'zod';
import { configArea } from '../config-area.ts';

const MEBIBYTE = 1024 * 1024;

/** How the public pages are kept: in the server's memory, and as a static mirror. */
export const portalArea = configArea({
  title: '公开网站',
  settings: z.object({
    ZHAOSHI_MIRROR: z.string().trim().min(1, '不能为空').optional(),
    ZHAOSHI_PAGE_CACHE_MB: z.coerce
      .number('应为数字')
      .int('应为整数')
      .min(0, '应在 0 至 4096 之间')
      .max(4096, '应在 0 至 4096 之间')
      .default(64),
  }),
  help: {
    ZHAOSHI_MIRROR: '公开网站静态镜像所在的文件夹，由 nginx 直接提供服务；默认不生成',
    ZHAOSHI_PAGE_CACHE_MB: '内存中保存的公开页面最多占多少兆字节，默认 64；0 为不保存',
  },
  secrets: [],
  build: (found) => ({
    /** Folder of the static mirror; `null`: none is kept. */
    mirror: found.ZHAOSHI_MIRROR ?? null,
    cacheBytes: found.ZHAOSHI_PAGE_CACHE_MB * MEBIBYTE,
  }),
});
