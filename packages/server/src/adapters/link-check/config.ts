import { z } from 'zod';
import { configArea } from '../../config-area.ts';

/** Whether links of public documents are asked; off by default, because many offices have no way out. */
export const linkCheckArea = configArea({
  title: '核对链接',
  settings: z.object({
    ZHAOSHI_LINK_CHECK: z.enum(['0', '1'], '应为 0 或 1').default('0'),
  }),
  help: {
    ZHAOSHI_LINK_CHECK:
      '1：每小时访问一些已公开文件中的网址，核对是否打得开；须能访问互联网，只访问公网地址；默认 0',
  },
  secrets: [],
  build: (found) => ({ isOn: found.ZHAOSHI_LINK_CHECK === '1' }),
});
