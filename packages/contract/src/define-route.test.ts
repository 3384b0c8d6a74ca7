import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineRoute, isChanging } from './define-route.ts';

const READ = { id: 'a.read', method: 'GET', path: '/api/a', summary: '查看', response: z.null() } as const;
const CHANGE = { id: 'a.edit', method: 'PUT', path: '/api/a', summary: '修改', response: z.null() } as const;

// `npm run check:types` fails where a line below that expects an error has none.
it('a route without a permission, and a change without an audit event, do not compile', () => {
  // @ts-expect-error nobody said who may call it
  expect(isChanging(defineRoute(READ))).toBe(false);
  // @ts-expect-error nobody said what is written to the trail
  expect(isChanging(defineRoute({ ...CHANGE, permission: 'organ.edit' }))).toBe(true);
  // @ts-expect-error a change that anybody may make by accident
  expect(isChanging(defineRoute({ ...CHANGE, audit: 'organ.edit' }))).toBe(true);
  // @ts-expect-error no such right
  expect(isChanging(defineRoute({ ...READ, permission: 'organ.everything' }))).toBe(false);
  expect(isChanging(defineRoute({ ...CHANGE, permission: 'organ.edit', audit: 'organ.edit' }))).toBe(true);
});
