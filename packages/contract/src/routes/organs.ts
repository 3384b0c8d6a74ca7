import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, line, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

export const organ = z
  .object({
    ...organKey,
    name: z.string(),
    kind: z.string(),
    level: z.enum(['province', 'city', 'county', 'township']),
    slug: z.string(),
    validFrom: civilDate,
    validTo: civilDate.nullable(),
    version,
    abilities,
  })
  .meta({ id: 'Organ' });

export const organRoutes = {
  list: defineRoute({
    id: 'organ.list',
    method: 'GET',
    path: '/api/organs',
    summary: '权限范围内的机关',
    permission: 'organ.read',
    query: pageQuery,
    response: page(organ),
  }),
  read: defineRoute({
    id: 'organ.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId',
    summary: '一个机关的信息',
    permission: 'organ.read',
    params: organParams,
    response: organ,
    versioned: true,
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'organ.edit',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId',
    summary: '修改机关信息',
    permission: 'organ.edit',
    audit: 'organ.edit',
    params: organParams,
    body: z.object({ name: line(100) }),
    response: organ,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'stale'],
  }),
};
