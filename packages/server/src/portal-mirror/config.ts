import { z } from 'zod';
import { configArea } from '../config-area.ts';

/** Where the static mirror of the public site is kept. */
export const mirrorArea = configArea({
  title: '静态镜像',
  settings: z.object({ ZHAOSHI_MIRROR: z.string().trim().min(1, '不能为空').optional() }),
  help: { ZHAOSHI_MIRROR: '公开网站静态镜像所在的文件夹，由 nginx 直接提供服务；默认不生成' },
  secrets: [],
  build: (found) => ({ folder: found.ZHAOSHI_MIRROR ?? null }),
});
