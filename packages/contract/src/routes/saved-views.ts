import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id, line } from '../fields.ts';
import { registerFilter } from './applications.ts';

const savedView = z
  .object({
    viewId: id,
    name: z.string(),
    filter: registerFilter,
  })
  .meta({ id: 'SavedView' });

export const savedViewRoutes = {
  list: defineRoute({
    id: 'savedView.list',
    method: 'GET',
    path: '/api/saved-views',
    summary: '本人保存的登记簿视图',
    permission: 'self',
    response: z.object({ items: z.array(savedView) }),
  }),
  save: defineRoute({
    id: 'savedView.save',
    method: 'POST',
    path: '/api/saved-views',
    summary: '把当前的筛选条件保存为视图；申请人不在其中',
    permission: 'self',
    audit: 'application.saveView',
    body: z.strictObject({ name: line(40), filter: registerFilter }),
    response: savedView,
    creates: true,
    problems: ['state-refuses'],
  }),
  remove: defineRoute({
    id: 'savedView.remove',
    method: 'DELETE',
    path: '/api/saved-views/:viewId',
    summary: '删除本人保存的视图',
    permission: 'self',
    audit: 'application.removeView',
    params: z.object({ viewId: id }),
    response: 'nothing',
    problems: ['not-found'],
  }),
};
