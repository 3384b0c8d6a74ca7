import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id } from '../fields.ts';

/** More organs than this bear one name nowhere. */
const MOST_OF_ONE_NAME = 50;

export const organNameRoutes = {
  find: defineRoute({
    id: 'organName.find',
    method: 'GET',
    path: '/api/organ-names',
    summary: '按公开网址中的简称（地区/机关）或者全称找机关的编号；名称和网址都是公开的',
    permission: 'self',
    query: z.object({
      /** `<region>/<organ>` as in the addresses of the public site, a region alone for its government, or the name. */
      wanted: z.string('应为文字').trim().min(1, '不能为空').max(200, '不超过 200 字'),
    }),
    response: z
      .object({
        items: z
          .array(
            z.object({
              regionId: id,
              organId: id,
              name: z.string(),
              regionName: z.string(),
              /** As in the addresses of the public site. */
              place: z.string(),
            }),
          )
          .max(MOST_OF_ONE_NAME),
      })
      .meta({ id: 'OrganNames' }),
  }),
};
